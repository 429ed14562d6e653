"""A frame of the map in degrees: which part of the theatre is shown, and how one moves from there."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from archive.vocabulary.errors import VocabularyError

LngLat = tuple[float, float]
"""A point: longitude first, then latitude, in degrees (WGS 84)."""

_LEAST = 1.2
_KM_OF_DEGREE = 111.32


@dataclass(frozen=True)
class Box:
    """A frame from west to east and south to north, in degrees."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``west,south,east,north``, as `str` writes it. Raises VocabularyError."""
        try:
            west, south, east, north = (float(part) for part in text.split(","))
        except ValueError as error:
            raise VocabularyError(f"“{text}” is not a frame of the map: four degrees, joined by commas.") from error
        box = cls(west, south, east, north)
        if not (THEATRE.west <= west < east <= THEATRE.east and THEATRE.south <= south < north <= THEATRE.north):
            raise VocabularyError(f"“{text}” is not a frame within the map, which is {THEATRE}.")
        if min(box.width, box.height) < _LEAST / 8:
            raise VocabularyError(f"“{text}” is too small a frame to show anything.")
        return box

    @classmethod
    def around(cls, points: Iterable[LngLat], *, least: float = _LEAST, ratio: float = 4 / 3) -> Self:
        """The frame that holds these points with some room, at least `least` degrees high; the theatre if none."""
        inside = [point for point in points if THEATRE.holds(point)]
        if not inside:
            return cls(THEATRE.west, THEATRE.south, THEATRE.east, THEATRE.north)
        lngs, lats = zip(*inside, strict=True)
        box = cls(min(lngs), min(lats), max(lngs), max(lats))
        height = max(box.height * 1.25, box.width * 1.25 * box.squeeze / ratio, least)
        return box._of_height(height, ratio)

    def __str__(self) -> str:
        return ",".join(f"{round(degrees, 2):g}" for degrees in (self.west, self.south, self.east, self.north))

    @property
    def width(self) -> float:
        """Degrees from west to east."""
        return self.east - self.west

    @property
    def height(self) -> float:
        """Degrees from south to north."""
        return self.north - self.south

    @property
    def middle(self) -> LngLat:
        """Its middle."""
        return (self.west + self.east) / 2, (self.south + self.north) / 2

    @cached_property
    def squeeze(self) -> float:
        """How much shorter a degree of longitude is than one of latitude, in the middle of the frame."""
        return math.cos(math.radians(self.middle[1]))

    def holds(self, point: LngLat) -> bool:
        """Whether the point lies in it."""
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north

    def scaled(self, factor: float) -> Self:
        """The same middle, wider (above 1) or narrower (below 1); never out of the theatre."""
        return self._of_height(self.height * factor, self.width * self.squeeze / self.height)

    def at(self, middle: LngLat, factor: float) -> Self:
        """Nearer to another middle."""
        east, north = (middle[0] - self.middle[0], middle[1] - self.middle[1])
        moved = type(self)(self.west + east, self.south + north, self.east + east, self.north + north)
        return moved._of_height(self.height * factor, self.width * self.squeeze / self.height)

    def moved(self, east: float, north: float) -> Self:
        """Moved by parts of its own width and height."""
        return self.at((self.middle[0] + east * self.width, self.middle[1] + north * self.height), 1)

    def _of_height(self, height: float, ratio: float) -> Self:
        """A frame with the same middle, this high, `ratio` times as wide as it is high when drawn."""
        height = min(max(height, _LEAST / 2), THEATRE.height)
        width = min(height * ratio / self.squeeze, THEATRE.width)
        west = min(max(self.middle[0] - width / 2, THEATRE.west), THEATRE.east - width)
        south = min(max(self.middle[1] - height / 2, THEATRE.south), THEATRE.north - height)
        return type(self)(west, south, west + width, south + height)


THEATRE = Box(88.0, 14.0, 146.0, 50.0)
"""The part of the world that the base data covers: from Assam to Japan."""


@dataclass(frozen=True)
class Sheet:
    """A frame drawn on a sheet `width` units wide: equirectangular, true in the middle of the frame."""

    box: Box
    width: int

    @cached_property
    def scale(self) -> float:
        """Units for a degree of latitude."""
        return self.width / (self.box.width * self.box.squeeze)

    @property
    def height(self) -> int:
        """Units from top to bottom."""
        return round(self.box.height * self.scale)

    def place(self, point: LngLat) -> tuple[float, float]:
        """Where a point lies on the sheet, from its upper left corner."""
        box, scale = self.box, self.scale
        return round((point[0] - box.west) * scale * box.squeeze, 1), round((box.north - point[1]) * scale, 1)

    def units(self, kilometres: float) -> float:
        """How long a distance is on the sheet."""
        return kilometres / _KM_OF_DEGREE * self.scale
