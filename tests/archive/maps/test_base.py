"""The base of the map: it lies where the land lies, and is cut at the frame."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.maps.base import _drawn, _layers, base_of
from archive.maps.boxes import THEATRE, Box, Sheet
from archive.maps.clipping import clip_line, clip_outline


def inside(point: tuple[float, float], outlines: list) -> bool:
    """Whether a point lies within any of these outlines, by counting crossings."""

    def within(outline: list) -> bool:
        x, y = point
        odd = False
        for (x1, y1), (x2, y2) in zip(outline, outline[1:] + outline[:1], strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                odd = not odd
        return odd

    return any(within(outline) for outline in outlines)


@pytest.mark.parametrize(
    ("point", "is_land"),
    [
        ((109.42, 24.33), True),
        ((121.56, 25.04), True),
        ((116.4, 39.9), True),
        ((119.0, 23.9), False),
        ((123.0, 32), False),
    ],
)
def test_towns_lie_on_land_and_straits_do_not(point, is_land):
    assert inside(point, _layers()["land"]) == is_land


@pytest.mark.parametrize("layer", ["rivers", "provinces", "railways", "roads"])
def test_what_we_drew_lies_on_land_within_the_theatre(layer):
    points = [tuple(point) for line in _drawn()[layer].values() for point in line]
    assert all(THEATRE.holds(point) for point in points)
    at_sea = [point for point in points if not inside(point, _layers()["land"])]
    assert len(at_sea) <= 0.12 * len(points)  # coasts are coarser than the towns beside them


def test_the_railways_meet_in_the_towns_where_they_met():
    ends = {name: [tuple(line[0]), tuple(line[-1])] for name, line in _drawn()["railways"].items()}
    assert ends["Hunan–Guangxi"][0] in [tuple(point) for point in _drawn()["railways"]["Canton–Hankow"]]
    assert ends["Guizhou–Guangxi"][0] in [tuple(point) for point in _drawn()["railways"]["Hunan–Guangxi"]]
    assert ends["Zhejiang–Jiangxi"][1] in [tuple(point) for point in _drawn()["railways"]["Canton–Hankow"]]


def test_nothing_is_drawn_far_beyond_the_sheet():
    sheet = Sheet(Box(108, 23, 112, 26), 720)
    base = base_of(sheet)
    for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", base.land):
        assert -60 <= float(x) <= sheet.width + 60
        assert -60 <= float(y) <= sheet.height + 60


def test_a_frame_inland_is_filled_with_land():
    sheet = Sheet(Box(108, 24, 112, 27), 720)
    xs = [float(x) for x, _y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", base_of(sheet).land)]
    assert min(xs) <= 0
    assert max(xs) >= sheet.width


_points = st.tuples(st.floats(90, 140), st.floats(15, 49))


@given(st.lists(_points, min_size=3, max_size=12))
def test_a_cut_outline_never_leaves_the_frame(outline):
    box = Box(100, 20, 120, 40)
    for lng, lat in clip_outline(outline, box):
        assert box.west - 1e-6 <= lng <= box.east + 1e-6
        assert box.south - 1e-6 <= lat <= box.north + 1e-6


@given(st.lists(_points, min_size=2, max_size=12))
def test_a_cut_line_keeps_every_point_of_the_frame(line):
    box = Box(100, 20, 120, 40)
    kept = {point for part in clip_line(line, box) for point in part}
    assert {point for point in line if box.holds(point)} <= kept
