"""The rows of pictures: written when the files lie safe, and made to agree again when files were lost."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.db import transaction

from archive.images import apart
from archive.images.derive import Derived
from archive.images.limits import Limits
from archive.images.notices import ILLUSTRATION
from archive.images.preparing import Prepared
from archive.images.resembling import write_sketch
from archive.images.specs import DERIVED
from archive.models import Derivative, Image, Photo

DERIVING = Limits(memory=4 << 30, processor_seconds=120, patience_seconds=600)
"""What making all sizes of one picture may take; that its master can be read was seen when it came."""


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
        if measures.sketch:
            write_sketch(image, measures.sketch)
        _write(image, prepared.derived)
    return image


def lacks_derivatives(image: Image) -> bool:
    """Whether something that is made of a master has no row or no file."""
    rows = {row.spec: row for row in image.derivatives.all()}
    wanted = (rows.get(name) for name in DERIVED)
    return any(row is None or not (settings.DERIVATIVES_ROOT / row.path).exists() for row in wanted)


def make_again(image: Image) -> None:
    """Make all that is made of a picture's master. Raises NotAPicture; FileNotFoundError without a master."""
    master = settings.MASTERS_ROOT / image.master
    if not master.exists():
        raise FileNotFoundError(f"the master {image.master} is missing")
    told = apart.run(
        "derive",
        name=str(image),
        limits=DERIVING,
        master=str(master),
        stem=image.sha256,
        root=str(settings.DERIVATIVES_ROOT),
        notice=ILLUSTRATION if image.is_illustration else "",
    )
    made = [Derived(**one) for one in told["derived"]]
    with transaction.atomic():
        image.derivatives.all().delete()
        _write(image, made)


def _write(image: Image, derived: Iterable[Derived]) -> None:
    Derivative.objects.bulk_create(
        Derivative(image=image, spec=one.spec, path=one.path, width=one.width, height=one.height, size=one.size)
        for one in derived
    )
