"""A master's pixels as they are to be seen: upright, grey or sRGB, eight bits a channel, transparency on white.

libvips reads the file in strips from top to bottom: a scan of 250 megapixels needs no more memory than one of two.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyvips

from archive.images.errors import NotAPicture

_LOADERS = {"JPEG": "jpegload", "MPO": "jpegload", "PNG": "pngload", "TIFF": "tiffload", "WEBP": "webpload"}
_AS_IT_LIES = 1


def upright(master: Path, form: str) -> Any:
    """The picture in a master of this format (as Pillow names it), none of its metadata left. Raises NotAPicture.

    It can be read once, from top to bottom; a damaged file fails when it is.
    """
    try:
        picture = _load(master, form, "sequential")
        if picture.get_typeof("orientation") and picture.get("orientation") != _AS_IT_LIES:
            # To turn it, all of it must be at hand: above 100 MB libvips puts it on the disk, not in memory.
            picture = _load(master, form, "random").autorot()
        return _bare(_plain(picture))
    except pyvips.Error as error:
        raise damaged(master, error) from error


def damaged(master: Path, error: Exception) -> NotAPicture:
    """What to say of a file that libvips could not read to its end."""
    reason = " ".join(str(error).split()) or "it cannot be read"
    return NotAPicture(f"{master.name} is damaged or cut short: {reason}")


def _load(master: Path, form: str, access: str) -> Any:
    load = getattr(pyvips.Image, _LOADERS[form])
    return load(str(master), access=access, fail_on="truncated")


def _plain(picture: Any) -> Any:
    if picture.hasalpha():
        deepest = 65535 if picture.format == "ushort" else 255
        picture = picture.flatten(background=[deepest])
    is_grey = picture.bands == 1
    picture = _to_srgb(picture).colourspace("b-w" if is_grey else "srgb")
    return picture if picture.format == "uchar" else picture.cast("uchar")


def _to_srgb(picture: Any) -> Any:
    """By its own profile; without one CMYK as ink on paper usually is, all else as sRGB."""
    if picture.interpretation == "cmyk":
        return picture.icc_transform("srgb", embedded=True, input_profile="cmyk", intent="relative")
    if not picture.get_typeof("icc-profile-data"):
        return picture
    try:
        return picture.icc_transform("srgb", embedded=True, intent="relative")
    except pyvips.Error:
        # A profile that cannot be used is as good as none: the pixels are taken as sRGB.
        return picture


def _bare(picture: Any) -> Any:
    picture = picture.copy()
    for field in picture.get_fields():
        if field.startswith(("exif", "xmp", "iptc", "icc", "png-", "jpeg-", "photoshop", "tiff", "image", "gif")):
            picture.remove(field)
    return picture
