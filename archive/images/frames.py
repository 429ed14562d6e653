"""How many pictures a file holds, read from its directory without decoding any. Standard library alone.

A master is one picture. Films (animated PNG and WebP) and documents of several pages are refused rather than cut down
to their first picture, because what would be lost is the donor's. Previews that a scanner puts beside the picture in a
TIFF (pages marked as reduced) are not pages.
"""

from __future__ import annotations

import struct
from typing import BinaryIO

from archive.images.errors import NotAPicture

_MOST_PAGES = 64
_MOST_ENTRIES = 4096
_MOST_CHUNKS = 20_000
_NEW_SUBFILE_TYPE = 254
_REDUCED = 1
_LONG, _SHORT = 4, 3


def refuse_several(file: BinaryIO, kind: str, name: str) -> None:
    """Raises NotAPicture when the file is a film or has several pages."""
    try:
        _LOOKERS[kind](file, name)
    except struct.error as error:
        raise NotAPicture(
            f"{name} is damaged or cut short: its list of parts cannot be read. Copy it again."
        ) from error


def _jpeg(file: BinaryIO, name: str) -> None:
    """A JPEG is one picture; others that a camera hangs behind it are its previews."""


def _png(file: BinaryIO, name: str) -> None:
    file.seek(8)
    for _turn in range(_MOST_CHUNKS):
        length, chunk = struct.unpack(">I4s", file.read(8))
        if chunk == b"acTL":
            raise NotAPicture(f"{name} is an animated PNG. Save the one picture you mean.")
        if chunk == b"IDAT":
            return
        file.seek(length + 4, 1)
    raise NotAPicture(f"{name} has more than {_MOST_CHUNKS:,} parts before its picture, which no scan has.")


def _webp(file: BinaryIO, name: str) -> None:
    file.seek(12)
    chunk, _length, flags = struct.unpack("<4sIB", file.read(9))
    if chunk == b"VP8X" and flags & 0x02:
        raise NotAPicture(f"{name} is an animated WebP. Save the one picture you mean.")


def _tiff(file: BinaryIO, name: str) -> None:
    file.seek(0)
    head = file.read(16)
    order = "<" if head[:2] == b"II" else ">"
    directory = _Big(file, order) if head[2:4] in (b"+\0", b"\0+") else _Classic(file, order)
    pages, at, seen = 0, directory.first(head), set[int]()
    while at:
        if at in seen or len(seen) >= _MOST_PAGES:
            raise NotAPicture(f"{name} has a list of pages without an end. Scan or save it again.")
        seen.add(at)
        is_reduced, at = directory.read(at, name)
        pages += not is_reduced
    if pages != 1:
        words = f"has {pages} pages. Save each as a file of its own." if pages else "has no page. Save it again."
        raise NotAPicture(f"{name} {words}")


class _Classic:
    """Directories of a TIFF with offsets of 32 bits."""

    count, entry, offset = "H", "HHI4s", "I"

    def __init__(self, file: BinaryIO, order: str) -> None:
        self.file, self.order = file, order

    def first(self, head: bytes) -> int:
        """Where the first directory lies."""
        return int(struct.unpack(self.order + "I", head[4:8])[0])

    def read(self, at: int, name: str) -> tuple[bool, int]:
        """Whether the page at this place is a preview, and where the next one lies; 0 after the last."""
        self.file.seek(at)
        entries = self._next(self.count)[0]
        if entries > _MOST_ENTRIES:
            raise NotAPicture(f"{name} has {entries:,} entries in one directory, which no scan has. Save it again.")
        is_reduced = False
        for _turn in range(entries):
            tag, kind, _number, value = self._next(self.entry)
            if tag == _NEW_SUBFILE_TYPE and kind in (_LONG, _SHORT):
                form, size = ("I", 4) if kind == _LONG else ("H", 2)
                is_reduced = bool(struct.unpack(self.order + form, value[:size])[0] & _REDUCED)
        return is_reduced, int(self._next(self.offset)[0])

    def _next(self, form: str) -> tuple:
        return struct.unpack(self.order + form, self.file.read(struct.calcsize(self.order + form)))


class _Big(_Classic):
    """Directories of a BigTIFF, with offsets of 64 bits."""

    count, entry, offset = "Q", "HHQ8s", "Q"

    def first(self, head: bytes) -> int:
        return int(struct.unpack(self.order + "Q", head[8:16])[0])


_LOOKERS = {"JPEG": _jpeg, "PNG": _png, "WEBP": _webp, "TIFF": _tiff}
