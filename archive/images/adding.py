"""Adding a prepared picture to a photograph: the rows are written when the files lie safe."""

from __future__ import annotations

from django.db import transaction

from archive.images.preparing import Prepared
from archive.models import Derivative, Image, Photo


def attach(prepared: Prepared, *, photo: Photo, side: str, alt: str = "", is_illustration: bool = False) -> Image:
    """Write the rows of a prepared picture: it is a side of this photograph from now on."""
    master, measures = prepared.master, prepared.measures
    with transaction.atomic():
        image = Image.objects.create(
            photo=photo,
            side=side,
            master=master.name,
            sha256=master.sha256,
            size=master.size,
            format=measures.format,
            width=measures.width,
            height=measures.height,
            tone=measures.tone,
            likeness=measures.likeness,
            alt=alt,
            is_illustration=is_illustration,
        )
        Derivative.objects.bulk_create(
            Derivative(image=image, spec=one.spec, path=one.path, width=one.width, height=one.height, size=one.size)
            for one in prepared.derived
        )
    return image
