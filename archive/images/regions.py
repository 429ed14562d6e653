"""Cutting from a pyramid: any region, at any size, turned and in any accepted format, from the level nearest above."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pyvips

from archive.images.pyramid import TILE, Pyramid

CONTENT_TYPES = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp"}
_QUALITY = 85
_BLACK, _WHITE = 0, 255

# A web worker does many small things at once: one thread each, and no memory of what it did.
pyvips.cache_set_max(0)


@dataclass(frozen=True)
class Cut:
    """What to cut: a region and a size in pixels of the full picture, what to do with it, and the file's format."""

    left: int
    top: int
    width: int
    height: int
    to_width: int
    to_height: int
    mirrored: bool = False
    degrees: int = 0
    quality: str = "default"
    format: str = "jpg"


def whole_tile(pyramid: Pyramid, cut: Cut) -> bytes | None:
    """The tile that lies in the pyramid just as it is asked for, or None when something must be done to it."""
    is_plain = not cut.mirrored and not cut.degrees and cut.quality in ("default", "color") and cut.format == "jpg"
    if not is_plain or cut.width != cut.height or cut.to_width != cut.to_height:
        return None
    for number, level in enumerate(pyramid.levels):
        scale = 1 << number
        tile = cut.to_width * scale
        if cut.width == tile and cut.to_width == TILE and not cut.left % tile and not cut.top % tile:
            column, row = cut.left // tile, cut.top // tile
            return pyramid.tile(level, column, row) if level.has_whole_tile(column, row) else None
    return None


def render(pyramid: Pyramid, cut: Cut) -> bytes:
    """The cut as a file of its format."""
    number = _level_above(pyramid, cut)
    picture = _resized(_cropped(pyramid, number, cut), cut)
    if cut.mirrored:
        picture = picture.fliphor()
    if cut.degrees:
        picture = picture.rot(f"d{cut.degrees}")
    return _written(_toned(picture, cut.quality), cut.format)


def _level_above(pyramid: Pyramid, cut: Cut) -> int:
    """The smallest level that still has all the pixels asked for."""
    number = 0
    while number + 1 < len(pyramid.levels) and _has_pixels(pyramid, number + 1, cut):
        number += 1
    return number


def _has_pixels(pyramid: Pyramid, number: int, cut: Cut) -> bool:
    return cut.width >> number >= cut.to_width and cut.height >> number >= cut.to_height


def _cropped(pyramid: Pyramid, number: int, cut: Cut) -> Any:
    level = pyramid.levels[number]
    picture = pyvips.Image.tiffload(str(pyramid.path), page=level.page, access="random")
    left, width = _span(cut.left, cut.width, number, level.width)
    top, height = _span(cut.top, cut.height, number, level.height)
    return picture.crop(left, top, width, height)


def _span(start: int, length: int, number: int, limit: int) -> tuple[int, int]:
    """Where a stretch of the full picture lies in a level: at least one pixel, and none beyond its end."""
    first = min(start >> number, limit - 1)
    return first, max(1, min(-(-(start + length) >> number), limit) - first)


def _resized(picture: Any, cut: Cut) -> Any:
    if (picture.width, picture.height) == (cut.to_width, cut.to_height):
        return picture
    return picture.thumbnail_image(cut.to_width, height=cut.to_height, size="force", no_rotate=True)


def _toned(picture: Any, quality: str) -> Any:
    if quality == "gray":
        return picture.colourspace("b-w")
    if quality == "bitonal":
        return (picture.colourspace("b-w") > 127).ifthenelse(_WHITE, _BLACK).copy(interpretation="b-w")
    return picture


def _written(picture: Any, form: str) -> bytes:
    if form == "jpg":
        return bytes(picture.jpegsave_buffer(Q=_QUALITY, keep="none"))
    if form == "png":
        return bytes(picture.pngsave_buffer(compression=3, keep="none"))
    return bytes(picture.webpsave_buffer(Q=_QUALITY, effort=1, keep="none"))
