"""Reading a pyramid: the tiled TIFF that holds a picture at full size and at each half of it (TIFF 6.0, JPEG-in-TIFF).

A tile lies in the file as JPEG data without its tables. Put together again it is a picture that a browser reads, so
that a tile of a zoom costs one read from the disk: nothing is decoded and nothing encoded.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

TILE = 256
_WIDTH, _HEIGHT, _OFFSETS, _COUNTS, _TABLES = 256, 257, 324, 325, 347
_SIZES = {1: "B", 3: "H", 4: "I", 7: "B"}
_SOI = b"\xff\xd8"
_JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
"""Says that three channels are YCbCr, as JPEG-in-TIFF leaves it to the TIFF to say."""


class NotAPyramid(Exception):
    """This file is not one of our pyramids, or is damaged."""


@dataclass(frozen=True)
class Level:
    """One size of the picture; `page` counts from the full size down, each level half the one before, rounded down."""

    page: int
    width: int
    height: int
    offsets: tuple[int, ...]
    counts: tuple[int, ...]
    head: bytes

    @property
    def across(self) -> int:
        """How many tiles lie in a row."""
        return -(-self.width // TILE)

    def has_whole_tile(self, column: int, row: int) -> bool:
        """Whether this tile is full: one at the right or lower edge is padded in the file."""
        return (column + 1) * TILE <= self.width and (row + 1) * TILE <= self.height


@dataclass(frozen=True)
class Pyramid:
    """All sizes of one picture, largest first."""

    path: Path
    levels: tuple[Level, ...]

    @property
    def width(self) -> int:
        """Of the largest level."""
        return self.levels[0].width

    @property
    def height(self) -> int:
        """Of the largest level."""
        return self.levels[0].height

    def within(self, longest: int | None) -> Pyramid:
        """Without the levels that are longer than this on a side: what may not be seen is not there to be asked for."""
        if longest is None:
            return self
        small = tuple(level for level in self.levels if max(level.width, level.height) <= longest)
        return Pyramid(self.path, small or self.levels[-1:])

    def tile(self, level: Level, column: int, row: int) -> bytes:
        """A whole tile as a JPEG file. Raises FileNotFoundError when the pyramid is gone."""
        place = row * level.across + column
        with self.path.open("rb") as file:
            file.seek(level.offsets[place])
            return level.head + file.read(level.counts[place])[len(_SOI) :]


def pyramid_at(path: Path) -> Pyramid:
    """The pyramid in a file, its directory kept in memory. Raises FileNotFoundError, NotAPyramid."""
    state = path.stat()
    return _read(path, state.st_mtime_ns, state.st_ino)


@lru_cache(maxsize=256)
def _read(path: Path, _changed: int, _inode: int) -> Pyramid:
    with path.open("rb") as file:
        try:
            return Pyramid(path, tuple(_levels(file)))
        except (struct.error, KeyError) as error:
            raise NotAPyramid(f"{path.name}: {error}") from error


def _levels(file: BinaryIO) -> Iterator[Level]:
    mark, version, place = struct.unpack("<2sHI", file.read(8))
    if mark != b"II" or version != 42:
        raise NotAPyramid("Not a TIFF file as libvips writes it.")
    page = 0
    while place:
        tags, place = _directory(file, place)
        width, height = tags[_WIDTH][0], tags[_HEIGHT][0]
        yield Level(page, width, height, tags[_OFFSETS], tags[_COUNTS], _head(bytes(tags[_TABLES])))
        page += 1


def _directory(file: BinaryIO, place: int) -> tuple[dict[int, tuple[int, ...]], int]:
    file.seek(place)
    (count,) = struct.unpack("<H", file.read(2))
    entries = file.read(12 * count)
    (following,) = struct.unpack("<I", file.read(4))
    tags = {}
    for start in range(0, len(entries), 12):
        tag, kind, length = struct.unpack_from("<HHI", entries, start)
        if kind in _SIZES:
            tags[tag] = _values(file, f"<{length}{_SIZES[kind]}", entries[start + 8 : start + 12])
    return tags, following


def _values(file: BinaryIO, form: str, here: bytes) -> tuple[int, ...]:
    """The values of an entry: in the entry itself when they fit there, else where it points."""
    size = struct.calcsize(form)
    if size <= len(here):
        return struct.unpack_from(form, here)
    file.seek(int.from_bytes(here, "little"))
    return struct.unpack(form, file.read(size))


def _head(tables: bytes) -> bytes:
    """What a tile's data lacks to be a file: the start, the colours' meaning, and the tables without start and end."""
    return _SOI + _JFIF + tables[len(_SOI) : -2]
