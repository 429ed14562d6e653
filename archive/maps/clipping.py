"""Lines and outlines cut at the edge of a frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from archive.maps.boxes import Box, LngLat

Line = Sequence[LngLat]


def clip_line(line: Line, box: Box) -> Iterator[Line]:
    """The parts of a line that cross the frame, each with the points just outside it."""
    part: list[LngLat] = []
    for start, end in pairwise(line):
        if _apart(start, end, box):
            if part:
                yield part
            part = []
        else:
            part = [*(part or [start]), end]
    if part:
        yield part


def _apart(start: LngLat, end: LngLat, box: Box) -> bool:
    """Whether both ends lie beyond the same edge of the frame."""
    return (
        max(start[0], end[0]) < box.west
        or min(start[0], end[0]) > box.east
        or max(start[1], end[1]) < box.south
        or min(start[1], end[1]) > box.north
    )


def clip_outline(outline: Line, box: Box) -> Line:
    """The part of a closed outline within the frame (Sutherland and Hodgman's way); empty when there is none."""
    edges = ((0, box.west, True), (0, box.east, False), (1, box.south, True), (1, box.north, False))
    for axis, edge, keep_more in edges:
        outline = list(_cut(outline, axis, edge, keep_more))
    return outline


def _cut(outline: Line, axis: int, edge: float, keep_more: bool) -> Iterator[LngLat]:
    for before, point in zip([*outline[-1:], *outline], outline, strict=False):
        was_in, is_in = ((one[axis] >= edge) == keep_more for one in (before, point))
        if was_in != is_in:
            yield _crossing(before, point, axis, edge)
        if is_in:
            yield point


def _crossing(start: LngLat, end: LngLat, axis: int, edge: float) -> LngLat:
    part = (edge - start[axis]) / (end[axis] - start[axis])
    other = start[1 - axis] + part * (end[1 - axis] - start[1 - axis])
    return (edge, other) if axis == 0 else (other, edge)


def touches(points: Iterable[LngLat], box: Box) -> bool:
    """Whether the frame round these points and the box have anything in common."""
    lngs, lats = zip(*points, strict=True)
    return min(lngs) <= box.east and max(lngs) >= box.west and min(lats) <= box.north and max(lats) >= box.south
