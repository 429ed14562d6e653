"""What an address of the IIIF Image API 3.0 asks of a picture: region, size, rotation, quality, format."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.images.regions import CONTENT_TYPES, Cut

LARGEST_ANSWER = 3200
"""Pixels a side: what one request may cost is bounded, whatever the size of the scan."""
QUALITIES = ("default", "color", "gray", "bitonal")

_NUMBER = r"(\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})"
_PERCENT_REGION = re.compile(rf"pct:{_NUMBER},{_NUMBER},{_NUMBER},{_NUMBER}", re.ASCII)
_PIXEL_REGION = re.compile(r"(\d{1,9}),(\d{1,9}),(\d{1,9}),(\d{1,9})", re.ASCII)
_PERCENT_SIZE = re.compile(rf"pct:{_NUMBER}", re.ASCII)
_PIXEL_SIZE = re.compile(r"(!?)(\d{0,9}),(\d{0,9})", re.ASCII)
_ROTATION = re.compile(rf"(!?){_NUMBER}", re.ASCII)
_TURNS = {0.0: 0, 90.0: 90, 180.0: 180, 270.0: 270, 360.0: 0}


class BadRequest(Exception):
    """The address is not one that the standard knows, or asks for what is not offered. Its text says which part."""


@dataclass(frozen=True)
class Box:
    """A rectangle of the picture, in its pixels."""

    left: int
    top: int
    width: int
    height: int


def read(width: int, height: int, region: str, size: str, rotation: str, file_name: str) -> Cut:
    """What is asked of a picture of this width and height. Raises BadRequest."""
    box = _region(width, height, region)
    to_width, to_height = _size(box, size)
    mirrored, degrees = _rotation(rotation)
    quality, _, form = file_name.partition(".")
    if quality not in QUALITIES:
        raise BadRequest(f"quality: {', '.join(QUALITIES)}")
    if form not in CONTENT_TYPES:
        raise BadRequest(f"format: {', '.join(CONTENT_TYPES)}")
    return Cut(box.left, box.top, box.width, box.height, to_width, to_height, mirrored, degrees, quality, form)


def canonical(width: int, height: int, cut: Cut) -> str:
    """The one way among several to write this request (section 4.7 of the standard)."""
    box = Box(cut.left, cut.top, cut.width, cut.height)
    region = f"{box.left},{box.top},{box.width},{box.height}"
    if (box.width, box.height) == (width, height):
        region = "full"
    size = f"{cut.to_width},{cut.to_height}"
    if (cut.to_width, cut.to_height) == _largest(box):
        size = "max"
    turned = f"{'!' if cut.mirrored else ''}{cut.degrees}"
    return f"{region}/{size}/{turned}/{cut.quality}.{cut.format}"


def _region(width: int, height: int, text: str) -> Box:
    if text == "full":
        return Box(0, 0, width, height)
    if text == "square":
        side = min(width, height)
        return Box((width - side) // 2, (height - side) // 2, side, side)
    left, top, across, down = _pixels(width, height, text)
    across, down = min(across, width - left), min(down, height - top)
    if across < 1 or down < 1:
        raise BadRequest("region: nothing of the picture lies in it")
    return Box(left, top, across, down)


def _pixels(width: int, height: int, text: str) -> tuple[int, int, int, int]:
    if found := _PIXEL_REGION.fullmatch(text):
        left, top, across, down = (int(one) for one in found.groups())
        return left, top, across, down
    if found := _PERCENT_REGION.fullmatch(text):
        left, top, across, down = (
            round(float(one) * of / 100) for one, of in zip(found.groups(), (width, height) * 2, strict=True)
        )
        return left, top, across, down
    raise BadRequest("region: full, square, x,y,w,h or pct:x,y,w,h")


def _size(box: Box, text: str) -> tuple[int, int]:
    if text == "max":
        return _largest(box)
    to_width, to_height = _wished(box, text)
    if to_width > box.width or to_height > box.height:
        raise BadRequest("size: larger than the region")
    if max(to_width, to_height) > LARGEST_ANSWER:
        raise BadRequest(f"size: at most {LARGEST_ANSWER} pixels a side")
    return to_width, to_height


def _wished(box: Box, text: str) -> tuple[int, int]:
    if found := _PERCENT_SIZE.fullmatch(text):
        return _scaled(box, float(found[1]) / 100)
    found = _PIXEL_SIZE.fullmatch(text)
    if not found or not (found[2] or found[3]):
        raise BadRequest("size: max, w,  ,h  pct:n  w,h or !w,h")
    fits, width, height = found[1], int(found[2] or 0), int(found[3] or 0)
    if (found[2] and not width) or (found[3] and not height) or (fits and not (width and height)):
        raise BadRequest("size: no pixels are asked for")
    if fits:
        return _fitted(box, width, height)
    return width or max(1, round(box.width * height / box.height)), height or max(
        1, round(box.height * width / box.width)
    )


def _fitted(box: Box, width: int, height: int) -> tuple[int, int]:
    if width > box.width and height > box.height:
        # The standard's words allow the region as it is; its official validator asks for an error.
        raise BadRequest("size: larger than the region")
    return _scaled(box, min(width / box.width, height / box.height))


def _largest(box: Box) -> tuple[int, int]:
    return _scaled(box, min(1.0, LARGEST_ANSWER / max(box.width, box.height)))


def _scaled(box: Box, scale: float) -> tuple[int, int]:
    return max(1, round(box.width * scale)), max(1, round(box.height * scale))


def _rotation(text: str) -> tuple[bool, int]:
    found = _ROTATION.fullmatch(text)
    degrees = _TURNS.get(float(found[2])) if found else None
    if found is None or degrees is None:
        raise BadRequest("rotation: 0, 90, 180 or 270, after ! mirrored")
    return bool(found[1]), degrees
