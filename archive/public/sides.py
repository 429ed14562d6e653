"""The sides of a print as its page shows them: sharp in the window they are seen in, ready to be looked at closely."""

from __future__ import annotations

from django.urls import reverse

from archive.images.specs import VIEW
from archive.models import Image, Photo
from archive.public import pages
from archive.public.cards import picture
from archive.search.showing import visible_sides

_ABOVE_AND_BELOW = "13rem"
"""What of the window's height the page keeps for itself; static/css/photo.css says the same."""


def sides_of(photo: Photo) -> list[pages.Side]:
    """The sides that the public may see, fronts first."""
    images = visible_sides(photo)
    together = sum(_ratio(image) for image in images)
    return [_side(image, _ratio(image) / together) for image in images]


def _side(image: Image, share: float) -> pages.Side:
    label = str(image.get_side_display()).capitalize()
    shown = picture(
        key=image.key,
        width=image.width,
        height=image.height,
        alt=image.alt or label,
        tone=image.tone,
        is_illustration=image.is_illustration,
        spec=VIEW,
    )
    as_high = f"{_ratio(image):.2f} * (100vh - {_ABOVE_AND_BELOW})"
    sizes = f"(min-width: 60rem) min({share * 100:.0f}vw, {as_high}), 100vw"
    return pages.Side(label, shown, image.side, reverse("iiif-info", args=[image.key]), sizes)


def _ratio(image: Image) -> float:
    return image.width / image.height
