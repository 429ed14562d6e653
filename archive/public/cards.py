"""Cards as templates show them, from the rows that the index keeps for them."""

from __future__ import annotations

from django.db.models import QuerySet
from django.urls import reverse

from archive.images.addresses import picture_url
from archive.images.allowed import allowed_specs
from archive.images.specs import CARD, LARGE, Spec
from archive.models import Card, SearchEntry
from archive.public.pages import PhotoCard, Picture
from archive.vocabulary.exposure import Exposure


def cards_of(entries: QuerySet[SearchEntry], first: int, count: int) -> list[PhotoCard]:
    """The cards of some of these entries, in their order. One query."""
    shown = entries.with_exposure().select_related("card").defer("terms", "facets")[first : first + count]  # type: ignore[attr-defined]
    return [photo_card(entry.card, Exposure(entry.shown)) for entry in shown]


def photo_card(card: Card, exposure: Exposure) -> PhotoCard:
    """One card, with a picture if the public may see one."""
    return PhotoCard(
        number=card.number,
        url=reverse("photo", args=[card.number]),
        title=card.title,
        excerpt=card.excerpt,
        date_words=card.date_words,
        place_words=card.place_words,
        place_today=card.place_today,
        picture=_picture(card, exposure) if card.image_key and exposure >= Exposure.SMALL else None,
        has_back=card.has_back,
        is_sensitive=card.is_sensitive,
    )


def picture(
    *, key: str, width: int, height: int, alt: str, tone: str, is_illustration: bool, spec: Spec, exposure: Exposure
) -> Picture:
    """A picture whose least size is `spec`, with the larger published ones for those whose screen can use them.

    Only sizes that may go out are named; `exposure` must allow a small one at least.
    """
    allowed = allowed_specs(exposure)
    spec = spec if spec in allowed else allowed[-1]
    shown_width, shown_height = spec.fit(width, height)
    widths = {one.fit(width, height)[0]: one for one in reversed(allowed) if one.width >= spec.width}
    return Picture(
        src=picture_url(key, spec),
        width=shown_width,
        height=shown_height,
        alt=alt,
        tone=tone,
        srcset=", ".join(f"{picture_url(key, one)} {pixels}w" for pixels, one in sorted(widths.items())),
        large=picture_url(key, LARGE) if LARGE in allowed else "",
        is_illustration=is_illustration,
    )


def _picture(card: Card, exposure: Exposure) -> Picture:
    return picture(
        key=card.image_key,
        width=card.width,
        height=card.height,
        alt=card.alt,
        tone=card.tone,
        is_illustration=card.is_illustration,
        spec=CARD,
        exposure=exposure,
    )
