"""Dots and circles: counted, never on top of each other, and honest about what is not known."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.maps.boxes import THEATRE, Box, Sheet
from archive.maps.marks import Spot, picture_of, reach_km

SHEET = Sheet(Box(104, 21, 116, 30), 720)


def spot(name: str, lng: float, lat: float, *, count: int = 1, reach: float = 0.5) -> Spot:
    return Spot(name, (lng, lat), reach, count, f"?place={name}")


def test_a_dot_says_how_many_photographs_and_leads_to_them():
    dot = picture_of([spot("Liuzhou", 109.4, 24.3, count=7)], SHEET).dots[0]
    assert (dot.names, dot.count, dot.url) == (("Liuzhou",), 7, "?place=Liuzhou")


def test_places_too_near_to_tell_apart_share_a_dot_that_leads_nearer():
    near = [spot("Liuzhou", 109.42, 24.33, count=5), spot("Liuzhou airfield", 109.39, 24.21, count=2)]
    dot = picture_of(near, SHEET, lambda box: f"?map={box}").dots[0]
    assert dot.count == 7
    assert dot.names == ("Liuzhou", "Liuzhou airfield")
    frame = Box.parse(dot.url.removeprefix("?map="))
    assert all(frame.holds(one.point) for one in near)
    assert frame.height < SHEET.box.height


def test_what_lies_outside_the_frame_is_not_drawn():
    assert picture_of([spot("Tokyo", 139.7, 35.7)], SHEET).dots == []


def test_a_place_known_only_as_a_province_is_a_circle_and_no_dot():
    picture = picture_of([spot("Guangxi", 108.8, 23.8, count=3, reach=200)], SHEET)
    assert picture.dots == []
    circle = picture.circles[0]
    assert circle.is_wide
    assert circle.count == 3
    assert circle.radius == pytest.approx(SHEET.units(200), abs=0.1)


def test_the_circle_of_a_rough_point_shows_once_it_is_larger_than_its_dot():
    rough = spot("An airfield", 110.2, 25.2, reach=20)
    assert picture_of([rough], Sheet(THEATRE, 720)).circles == []
    assert len(picture_of([rough], Sheet(Box.around([rough.point]), 720)).circles) == 1


@pytest.mark.parametrize(
    ("precision", "kind", "expected"),
    [("centroid", "country", None), ("none", "city", None), ("centroid", "province", 200), ("approximate", "town", 20)],
)
def test_how_far_off_a_place_may_be_follows_from_its_precision(precision, kind, expected):
    assert reach_km(precision, kind) == expected


def test_names_beside_dots_do_not_overlap():
    spots = [spot(f"Place {n}", 105 + n % 9 * 1.1, 22 + n // 9 * 1.3, count=n + 1) for n in range(45)]
    labelled = [dot for dot in picture_of(spots, SHEET).dots if dot.is_labelled]
    assert labelled
    for one in labelled:
        for other in labelled:
            apart = abs(one.y - other.y) >= 17 or one.label_x + 7 * len(one.title) <= other.label_x
            assert one is other or apart or other.label_x + 7 * len(other.title) <= one.label_x


@given(st.lists(st.tuples(st.floats(104, 116), st.floats(21, 30), st.integers(1, 500)), max_size=60))
def test_no_photograph_is_lost_and_no_two_dots_touch(places):
    spots = [spot(str(turn), lng, lat, count=count) for turn, (lng, lat, count) in enumerate(places)]
    dots = picture_of(spots, SHEET).dots
    assert sum(dot.count for dot in dots) == sum(one.count for one in spots)
    for turn, one in enumerate(dots):
        assert all(math.dist((one.x, one.y), (other.x, other.y)) >= 40 for other in dots[turn + 1 :])
