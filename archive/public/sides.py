"""The sides of a print as its page shows them: sharp in the window they are seen in, ready to be looked at closely."""

from __future__ import annotations

from django.urls import reverse

from archive.images.specs import VIEW
from archive.models import Image, Photo
from archive.public import pages
from archive.public.cards import picture
from archive.search.showing import visible_sides
from archive.vocabulary.exposure import Exposure

_ABOVE_AND_BELOW = "13rem"
"""What of the window's height the page keeps for itself; static/css/photo.css says the same."""


def sides_of(photo: Photo, exposure: Exposure) -> list[pages.Side]:
    """The sides that the public may see, fronts first, at the sizes it may have: a small one at least."""
    images = visible_sides(photo)
    together = sum(_ratio(image) for image in images)
    return [_side(image, _ratio(image) / together, exposure) for image in images]


def _side(image: Image, share: float, exposure: Exposure) -> pages.Side:
    label = str(image.get_side_display()).capitalize()
    shown = picture(
        key=image.key,
        width=image.width,
        height=image.height,
        alt=image.alt or label,
        tone=image.tone,
        is_illustration=image.is_illustration,
        spec=VIEW,
        exposure=exposure,
    )
    as_high = f"{_ratio(image):.2f} * (100vh - {_ABOVE_AND_BELOW})"
    sizes = f"(min-width: 60rem) min({share * 100:.0f}vw, {as_high}), 100vw"
    zoom = reverse("iiif-info", args=[image.key]) if exposure == Exposure.FULL else ""
    return pages.Side(label, shown, image.side, zoom, sizes)


def _ratio(image: Image) -> float:
    return image.width / image.height
