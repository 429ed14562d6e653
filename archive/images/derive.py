"""What is made of a master: a pyramid to zoom into, smaller pictures out of it. Never cropped, no metadata but ours.

Pure functions of paths, without Django: they run in a process of their own.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyvips
from PIL import Image

from archive.images.measure import Measures, measure, opened
from archive.images.pyramid import TILE
from archive.images.specs import COVER, PYRAMID, Spec
from archive.images.upright import damaged, upright
from archive.images.xmp import packet

_TILE_QUALITY = 87
"""The highest at which libvips keeps tiles as browsers read them: from 90 on it writes them as RGB."""
_MEASURED = 256
_PATCHES = 8


@dataclass(frozen=True)
class Derived:
    """A derivative that was made: its size name, its place below the derivatives' folder, its pixels and bytes."""

    spec: str
    path: str
    width: int
    height: int
    size: int


def derive(
    master: Path, *, name: str, specs: Iterable[Spec], root: Path, notice: str = ""
) -> tuple[Measures, list[Derived]]:
    """Measure a master and make all that is made of it under `root/name`, with one decoding. Raises NotAPicture.

    `notice` is written into each picture as its description; nothing of the master's metadata is.
    """
    with opened(master) as picture:
        form = picture.format or ""
    pyramid = _make_pyramid(master, form, _target(root, name, f"{PYRAMID}.tif"), notice)
    source = root / pyramid.path
    measures = measure(_reduced(source))
    made = [_make(source, pyramid, spec, _target(root, name, spec.file_name), notice) for spec in specs]
    return replace(measures, format=form, width=pyramid.width, height=pyramid.height), [pyramid, *made]


def _make_pyramid(master: Path, form: str, target: Path, notice: str) -> Derived:
    picture = _noted(upright(master, form), notice)
    with _drafted(target) as draft:
        try:
            picture.tiffsave(
                str(draft),
                tile=True,
                tile_width=TILE,
                tile_height=TILE,
                pyramid=True,
                compression="jpeg",
                Q=_TILE_QUALITY,
                keep="xmp",
            )
        except pyvips.Error as error:
            raise damaged(master, error) from error
    return _derived(PYRAMID, target, picture.width, picture.height)


def _make(source: Path, pyramid: Derived, spec: Spec, target: Path, notice: str) -> Derived:
    width, height = spec.fit(pyramid.width, pyramid.height)
    small = _covered(source, width, height) if spec is COVER else fitted(source, width, height)
    with _drafted(target) as draft:
        saved(_noted(small, notice), spec, draft)
    return _derived(spec.name, target, width, height)


def _noted(picture: Any, notice: str) -> Any:
    """With the notice as its description, the only metadata that is ever kept."""
    picture = picture.copy()
    if notice:
        picture.set_type(pyvips.GValue.blob_type, "xmp-data", packet(description=notice))
    return picture


def saved(small: Any, spec: Spec, path: Path) -> None:
    """Write a picture in the format of a size."""
    if spec.format == "WEBP":
        small.webpsave(str(path), Q=spec.quality, effort=2, keep="xmp")
    else:
        small.jpegsave(str(path), Q=spec.quality, optimize_coding=True, keep="xmp")


def fitted(source: Path, width: int, height: int) -> Any:
    """A pyramid's picture at just this size, from the level nearest above."""
    return pyvips.Image.thumbnail(str(source), width, height=height, size="force", no_rotate=True)


def _covered(source: Path, width: int, height: int) -> Any:
    """A few soft patches of the picture's light and dark, drawn as large as asked."""
    across, down = (max(1, round(_PATCHES * one / max(width, height))) for one in (width, height))
    patches = fitted(source, across, down).copy_memory()
    return patches.resize(width / across, vscale=height / down, kernel="cubic")


def _reduced(source: Path) -> Image.Image:
    small = pyvips.Image.thumbnail(str(source), _MEASURED, height=_MEASURED, size="down", no_rotate=True)
    mode = "L" if small.bands == 1 else "RGB"
    return Image.frombytes(mode, (small.width, small.height), bytes(small.write_to_memory()))


def _target(root: Path, name: str, file_name: str) -> Path:
    return root / name[:2] / f"{name}-{file_name}"


@contextmanager
def _drafted(target: Path) -> Iterator[Path]:
    """A file beside the target to write to, which takes its name when it is whole and is gone when it is not."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{secrets.token_hex(4)}.{target.name}")
    try:
        yield draft
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _derived(spec: str, target: Path, width: int, height: int) -> Derived:
    return Derived(spec, f"{target.parent.name}/{target.name}", width, height, target.stat().st_size)
