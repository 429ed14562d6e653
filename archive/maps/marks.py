"""What is marked on a map: counted dots for places, and honest circles for places known only roughly."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from archive.maps.base import Base, base_of
from archive.maps.boxes import THEATRE, Box, LngLat, Sheet

_NEAR = 40
_MOST_LABELS = 40
_MOST_TOLD = 5
_WIDE_KM = 60
_RADIUS = (9, 22)
_POINT = 5.0
_LETTER, _LINE = 7.0, 17
_FOCUS_HEIGHT = 1.6

_KM = {"point": 0.5, "city": 6.0, "approximate": 20.0}
_KM_OF_REGION = {"county": 30.0, "region": 150.0, "province": 200.0}
_KM_OF_MIDDLE = 60.0

Cell = tuple[int, int]
Address = Callable[[Box], str]
"""The address that shows a frame."""


def reach_km(precision: str, kind: str) -> float | None:
    """How far from its point a place may be, in kilometres, by what the gazetteer says of its precision and kind.

    None when a point says nothing: a whole country, or a place that nobody has put on a map.
    """
    if precision == "centroid":
        return None if kind == "country" else _KM_OF_REGION.get(kind, _KM_OF_MIDDLE)
    return _KM.get(precision)


@dataclass(frozen=True)
class Spot:
    """A place that wants to be on the map: its point, how far off it may be, how many photographs, where it leads."""

    name: str
    point: LngLat
    reach_km: float
    count: int
    url: str
    is_chosen: bool = False


@dataclass(frozen=True)
class Dot:
    """A counted dot: one place, or several that lie too near each other to be told apart in this frame."""

    x: float
    y: float
    radius: float
    count: int
    names: tuple[str, ...]
    url: str
    is_labelled: bool = False
    is_chosen: bool = False

    @property
    def label_x(self) -> float:
        """Where its name begins."""
        return round(self.x + self.radius + 3, 1)

    @property
    def title(self) -> str:
        """Its name, and how many more places share it."""
        return self.names[0] + (f" +{len(self.names) - 1}" if self.is_group else "")

    @property
    def told(self) -> str:
        """The first of its names, for somebody who hears the map."""
        more = f" +{len(self.names) - _MOST_TOLD}" if len(self.names) > _MOST_TOLD else ""
        return ", ".join(self.names[:_MOST_TOLD]) + more

    @property
    def is_group(self) -> bool:
        """Whether several places share it."""
        return len(self.names) > 1


@dataclass(frozen=True)
class Circle:
    """The circle within which a place must lie. A wide one carries its count itself, at its upper edge."""

    x: float
    y: float
    radius: float
    name: str
    count: int
    url: str
    is_wide: bool
    is_chosen: bool = False

    @property
    def top(self) -> float:
        """Where its count stands: on its upper edge, or at the edge of the sheet."""
        return max(14.0, round(self.y - self.radius, 1))


@dataclass(frozen=True)
class Step:
    """A way to another frame: `key` says which."""

    key: str
    url: str


@dataclass(frozen=True)
class MapPicture:
    """A map ready to be drawn."""

    width: int
    height: int
    base: Base
    dots: Sequence[Dot]
    circles: Sequence[Circle]
    steps: Sequence[Step]


def picture_of(spots: Sequence[Spot], sheet: Sheet, address: Address | None = None) -> MapPicture:
    """Draw these places on a sheet. With `address` there are ways to other frames, and shared dots lead nearer."""
    shown = [spot for spot in spots if sheet.box.holds(spot.point)]
    dots = _labelled([_dot(group, sheet, address) for group in _groups(shown, sheet)], sheet)
    circles = [circle for spot in shown if (circle := _circle(spot, sheet))]
    return MapPicture(sheet.width, sheet.height, base_of(sheet), dots, circles, _steps(sheet.box, address))


def _groups(shown: Sequence[Spot], sheet: Sheet) -> list[list[Spot]]:
    """Places so near each other that their dots would touch, the one with the most photographs first."""
    groups: dict[Cell, list[Spot]] = {}
    for spot in sorted(shown, key=lambda one: (-one.count, one.name)):
        if spot.reach_km > _WIDE_KM:
            continue
        at = sheet.place(spot.point)
        cell = (int(at[0] // _NEAR), int(at[1] // _NEAR))
        near = (groups[one] for one in _around(cell) if one in groups)
        group = next((one for one in near if math.dist(at, sheet.place(one[0].point)) < _NEAR), None)
        if group is None:
            groups.setdefault(cell, []).append(spot)
        else:
            group.append(spot)
    return list(groups.values())


def _around(cell: Cell) -> Iterable[Cell]:
    """A square of the sheet and its eight neighbours, itself first."""
    yield cell
    yield from ((cell[0] + x, cell[1] + y) for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y)


def _dot(group: Sequence[Spot], sheet: Sheet, address: Address | None) -> Dot:
    first, count = group[0], sum(spot.count for spot in group)
    x, y = sheet.place(first.point)
    url = first.url
    if len(group) > 1 and address:
        url = address(Box.around([spot.point for spot in group], least=_FOCUS_HEIGHT))
    return Dot(
        x=x,
        y=y,
        radius=_radius(count),
        count=count,
        names=tuple(spot.name for spot in group),
        url=url,
        is_chosen=any(spot.is_chosen for spot in group),
    )


def _radius(count: int) -> float:
    """Room for the figure, and more for more photographs, slowly; a point where nothing is counted."""
    if not count:
        return _POINT
    least, most = _RADIUS
    return round(min(most, least + 2.2 * math.log2(count) ** 0.9), 1)


def _circle(spot: Spot, sheet: Sheet) -> Circle | None:
    """The circle of a place, where it is large enough to be seen round its dot."""
    radius = round(sheet.units(spot.reach_km), 1)
    is_wide = spot.reach_km > _WIDE_KM
    if not is_wide and radius < _radius(spot.count) + 2:
        return None
    x, y = sheet.place(spot.point)
    return Circle(x, y, radius, spot.name, spot.count, spot.url, is_wide, spot.is_chosen)


def _labelled(dots: Sequence[Dot], sheet: Sheet) -> list[Dot]:
    """Write a dot's name beside it where there is room, the largest first."""
    taken = [(dot.x - dot.radius, dot.y - dot.radius, dot.x + dot.radius, dot.y + dot.radius) for dot in dots]
    labelled = []
    for dot in dots[:_MOST_LABELS]:
        left = dot.label_x
        room = (left, dot.y - _LINE / 2, left + len(dot.title) * _LETTER, dot.y + _LINE / 2)
        free = room[2] < sheet.width and not any(_overlap(room, other) for other in taken)
        if free:
            taken.append(room)
        labelled.append(replace(dot, is_labelled=free))
    return [*labelled, *dots[_MOST_LABELS:]]


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _steps(box: Box, address: Address | None) -> list[Step]:
    """Nearer, further, and a third of the frame in each direction; those that lead nowhere are left out."""
    if address is None:
        return []
    frames: Iterable[tuple[str, Box]] = (
        ("nearer", box.scaled(0.5)),
        ("further", box.scaled(2)),
        ("west", box.moved(-1 / 3, 0)),
        ("north", box.moved(0, 1 / 3)),
        ("south", box.moved(0, -1 / 3)),
        ("east", box.moved(1 / 3, 0)),
        ("whole", THEATRE),
    )
    return [Step(key, address(frame)) for key, frame in frames if str(frame) != str(box)]
