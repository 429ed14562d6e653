"""Scans for tests: drawn files that are brought in as masters, with all that is made of them."""

from __future__ import annotations

import tempfile
from itertools import count
from pathlib import Path

from django.conf import settings
from PIL import Image as Drawing
from PIL import ImageDraw

from archive.images.adding import attach
from archive.images.preparing import prepare
from archive.models import Image, Photo
from archive.search.indexing import index_photos

_turn = count(1)


def draw(size: tuple[int, int] = (900, 600), mode: str = "RGB") -> Drawing.Image:
    """A picture that no other is like: a gradient with a number of bars."""
    picture = Drawing.linear_gradient("L").resize(size).convert("RGB")
    pen = ImageDraw.Draw(picture)
    for bit, place in enumerate(range(0, size[0], max(1, size[0] // 16))):
        if next(_turn) * 2654435761 >> bit & 1:
            pen.rectangle((place, 0, place + size[0] // 32, size[1] // 2), fill=(200, 40 + 10 * bit, 40))
    return picture.convert(mode)


def bring_in(path: Path, photo: Photo, *, side: str = "recto", **values: object) -> Image:
    """A file as a side of a photograph, its pyramid and smaller pictures made, and the index told."""
    ready = prepare(path, masters=Path(settings.MASTERS_ROOT), derivatives=Path(settings.DERIVATIVES_ROOT))
    image = attach(ready, photo=photo, side=side)
    if values:
        Image.objects.filter(pk=image.pk).update(**values)
        image.refresh_from_db()
    index_photos([photo.pk])
    return image


def scan(photo: Photo, *, size: tuple[int, int] = (900, 600), side: str = "recto", **values: object) -> Image:
    """A drawn scan of this size as a side of a photograph."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scan.png"
        draw(size).save(path)
        return bring_in(path, photo, side=side, **values)
