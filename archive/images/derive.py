"""Smaller pictures made from a master: turned upright, in sRGB, without any metadata but ours, never cropped."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

from PIL import ExifTags, Image, ImageCms, ImageOps

from archive.images.measure import Measures, measure, opened
from archive.images.specs import Spec

_SRGB = ImageCms.createProfile("sRGB")


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
    """Measure a master and make its smaller pictures under `root/name`, with one decoding. Raises NotAPicture.

    `notice` is written into each as its description; nothing of the master's metadata is.
    """
    with opened(master) as picture:
        form = picture.format or ""
        upright = _plain(ImageOps.exif_transpose(picture))
    measures = measure(upright)
    largest_first = sorted(specs, key=lambda spec: -spec.width)
    made = [_make(upright, spec, _target(root, name, spec), notice) for spec in largest_first]
    return replace(measures, format=form, width=upright.width, height=upright.height), made


def _plain(picture: Image.Image) -> Image.Image:
    """Grey or sRGB, eight bits, transparency on white."""
    profile = picture.info.get("icc_profile")
    if picture.mode in ("LA", "RGBA", "PA", "P"):
        picture = _on_white(picture.convert("RGBA"))
    if picture.mode.startswith("I"):
        picture = picture.point(lambda value: value / 257).convert("L")
    if profile and picture.mode in ("RGB", "CMYK"):
        return _to_srgb(picture, profile)
    return picture if picture.mode in ("L", "RGB") else picture.convert("RGB")


def _on_white(picture: Image.Image) -> Image.Image:
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground


def _to_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    try:
        source = ImageCms.getOpenProfile(BytesIO(profile))
        converted = ImageCms.profileToProfile(picture, source, _SRGB, outputMode="RGB")
    except ImageCms.PyCMSError:
        # A profile that cannot be used is as good as none: the pixels are taken as sRGB.
        return picture.convert("RGB")
    return converted or picture.convert("RGB")


def _target(root: Path, name: str, spec: Spec) -> Path:
    return root / name[:2] / f"{name}-{spec.file_name}"


def _make(upright: Image.Image, spec: Spec, target: Path, notice: str) -> Derived:
    size = spec.fit(upright.width, upright.height)
    small = upright if size == upright.size else upright.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    small.info = {}
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    effort = {"method": 2} if spec.format == "WEBP" else {}
    small.save(draft, spec.format, quality=spec.quality, exif=_description(notice), **effort)
    draft.replace(target)
    return Derived(spec.name, f"{target.parent.name}/{target.name}", *size, target.stat().st_size)


def _description(notice: str) -> Image.Exif:
    exif = Image.Exif()
    if notice:
        exif[ExifTags.Base.ImageDescription] = notice
    return exif
