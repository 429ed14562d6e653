"""The base of the map: land, water, borders, railways and roads within a frame, as the paths of an SVG drawing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from archive.maps.boxes import Box, LngLat, Sheet
from archive.maps.clipping import Line, clip_line, clip_outline, touches

_DATA = Path(__file__).with_name("data")
_LEAST_STEP = 0.7
_EDGE = 0.02
_MOST_KEPT = 256


@dataclass(frozen=True)
class Name:
    """A name written on the map, and where."""

    text: str
    x: float
    y: float


@dataclass(frozen=True)
class Base:
    """The layers of a base map, each the `d` of one SVG path; and the names of provinces."""

    land: str
    lakes: str
    rivers: str
    borders: str
    provinces: str
    railways: str
    roads: str
    names: tuple[Name, ...]


@lru_cache(maxsize=_MOST_KEPT)
def base_of(sheet: Sheet) -> Base:
    """The base map of this sheet."""
    layers, drawn = _layers(), _drawn()
    box = _with_edge(sheet.box)
    return Base(
        land=_areas(layers["land"], sheet, box),
        lakes=_areas(layers["lakes"], sheet, box),
        rivers=_strokes([*layers["rivers"], *drawn["rivers"].values()], sheet, box),
        borders=_strokes(layers["borders"], sheet, box),
        **{key: _strokes(drawn[key].values(), sheet, box) for key in ("provinces", "railways", "roads")},
        names=tuple(Name(text, *sheet.place(at)) for text, at in drawn["names"].items() if sheet.box.holds(at)),
    )


@cache
def _layers() -> Mapping[str, list[list[LngLat]]]:
    return _read("natural_earth.json")


@cache
def _drawn() -> Mapping[str, Mapping[str, Any]]:
    return _read("drawn.json")


def _read(name: str) -> Any:
    return json.loads((_DATA / name).read_text(encoding="utf-8"))


def _with_edge(box: Box) -> Box:
    """A little more than the frame, so that the cut edges of areas lie out of sight."""
    more = box.height * _EDGE
    return Box(box.west - more, box.south - more, box.east + more, box.north + more)


def _areas(outlines: Iterable[Line], sheet: Sheet, box: Box) -> str:
    cut = (clip_outline(outline, box) for outline in outlines if touches(outline, box))
    return "".join(f"{_path(outline, sheet)}z" for outline in cut if outline)


def _strokes(lines: Iterable[Line], sheet: Sheet, box: Box) -> str:
    near = (line for line in lines if touches(line, box))
    return "".join(_path(part, sheet) for line in near for part in clip_line(line, box))


def _path(line: Line, sheet: Sheet) -> str:
    """One stroke; points nearer to the last one than the eye can tell are left out."""
    points = [sheet.place(point) for point in line]
    kept = points[:1]
    for x, y in points[1:-1]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= _LEAST_STEP:
            kept.append((x, y))
    kept += points[-1:]
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in kept)
