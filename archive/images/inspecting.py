"""A picture file read from beginning to end: does all of it decode, what size is it, what does it look like?

Runs in the child (`archive.images.child`). libvips reads in strips, so that a scan of 250 megapixels takes some
hundred megabytes and not 750.
"""

from __future__ import annotations

from base64 import b64encode
from typing import Any

import pyvips

from archive.images import likeness
from archive.images.errors import NotAPicture
from archive.images.limits import Limits

_LOADERS = {
    "JPEG": pyvips.Image.jpegload,
    "PNG": pyvips.Image.pngload,
    "TIFF": pyvips.Image.tiffload,
    "WEBP": pyvips.Image.webpload,
}
_TURNED = range(5, 9)
"""The values of the Exif orientation that turn a picture by a quarter."""


def inspect(*, name: str, limits: Limits, path: str, kind: str) -> dict[str, Any]:
    """The measures of a file that was told to be of this kind, as JSON has them. Raises NotAPicture."""
    pyvips.cache_set_max(0)
    try:
        picture = _LOADERS[kind](path, access="sequential", fail_on="error")
        _refuse_too_large(picture, name, limits)
        sketch = _sketch(picture)
    except pyvips.Error as error:
        raise NotAPicture(_words(error, name)) from error
    turned = _orientation(picture) in _TURNED
    width, height = (picture.height, picture.width) if turned else (picture.width, picture.height)
    cells = _cells(sketch)
    return {
        "format": kind,
        "width": width,
        "height": height,
        "tone": _tone(sketch),
        "likeness": likeness.likeness_of(cells),
        "sketch": b64encode(cells).decode(),
    }


def _refuse_too_large(picture: pyvips.Image, name: str, limits: Limits) -> None:
    if picture.width * picture.height > limits.pixels:
        raise NotAPicture(f"{name} has more than {limits.megapixels} million pixels. Scan it at a lower resolution.")


def _sketch(picture: pyvips.Image) -> pyvips.Image:
    """The picture shrunk to four times the cells of a sketch, upright, in sRGB, on white: this reads all of it."""
    side = likeness.WIDTH * 4
    small = picture.thumbnail_image(side, height=side, size="force", no_rotate=True).copy_memory()
    orientation = _orientation(picture)
    small = small.copy()
    small.set_type(pyvips.GValue.gint_type, "orientation", orientation)
    upright = small.autorot()
    if upright.hasalpha():
        upright = upright.flatten(background=[255] * (upright.bands - 1))
    return upright.colourspace("srgb").cast("uchar")


def _orientation(picture: pyvips.Image) -> int:
    return int(picture.get("orientation")) if picture.get_typeof("orientation") else 1


def _cells(small: pyvips.Image) -> bytes:
    across, down = likeness.WIDTH / small.width, likeness.HEIGHT / small.height
    grey = small.colourspace("b-w").resize(across, vscale=down, kernel="linear").cast("uchar")
    return bytes(grey.write_to_memory())


def _tone(small: pyvips.Image) -> str:
    """The mean colour, as #rrggbb."""
    means = [round(small[band].avg()) for band in range(small.bands)]
    red, green, blue = (means * 3)[:3] if len(means) < 3 else means[:3]
    return f"#{red:02x}{green:02x}{blue:02x}"


def _words(error: pyvips.Error, name: str) -> str:
    """What libvips says, in a line; memory that was refused is told apart from damage."""
    said = [line.strip() for line in str(error.detail).splitlines() if line.strip()]
    # That the strips cannot be written is only what follows.
    causes = [line for line in said if not line.startswith("unable to write")] or ["it cannot be decoded"]
    if "memory" in causes[0].lower():
        return f"{name} needs more memory to read than any scan does. Save it again with an ordinary program."
    return f"{name} is damaged or cut short ({causes[0]}). Scan or copy it again."
