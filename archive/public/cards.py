"""Cards as templates show them, from the rows that the index keeps for them."""

from __future__ import annotations

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from archive.images.addresses import picture_url
from archive.images.specs import CARD, COVER, LARGE, SPECS, Spec
from archive.models import Card, SearchEntry
from archive.public.pages import PhotoCard, Picture


def cards_of(entries: QuerySet[SearchEntry], first: int, count: int) -> list[PhotoCard]:
    """The cards of some of these entries, in their order. One query."""
    shown = entries.select_related("card").defer("terms", "facets")[first : first + count]
    return [photo_card(entry.card) for entry in shown]


def photo_card(card: Card) -> PhotoCard:
    """One card."""
    return PhotoCard(
        number=card.number,
        url=reverse("photo", args=[card.number]),
        title=card.title,
        excerpt=card.excerpt,
        date_words=card.date_words,
        place_words=card.place_words,
        place_today=card.place_today,
        picture=(_cover(card) if card.is_sensitive else _picture(card)) if card.image_key else None,
        has_back=card.has_back,
        is_sensitive=card.is_sensitive,
    )


def picture(*, key: str, width: int, height: int, alt: str, tone: str, is_illustration: bool, spec: Spec) -> Picture:
    """A picture whose least size is `spec`, with the larger published ones for those whose screen can use them."""
    shown_width, shown_height = spec.fit(width, height)
    widths = {one.fit(width, height)[0]: one for one in reversed(SPECS.values()) if one.width >= spec.width}
    return Picture(
        src=picture_url(key, spec),
        width=shown_width,
        height=shown_height,
        alt=alt,
        tone=tone,
        srcset=", ".join(f"{picture_url(key, one)} {pixels}w" for pixels, one in sorted(widths.items())),
        large=picture_url(key, LARGE),
        is_illustration=is_illustration,
    )


def cover(key: str, width: int, height: int) -> Picture:
    """What stands in place of a picture that may distress, wherever nobody has asked to see it."""
    across, down = COVER.fit(width, height)
    return Picture(src=picture_url(key, COVER), width=across, height=down, alt=_("Covered: this picture may distress"))


def _cover(card: Card) -> Picture:
    return cover(card.image_key, card.width, card.height)


def _picture(card: Card) -> Picture:
    return picture(
        key=card.image_key,
        width=card.width,
        height=card.height,
        alt=card.alt,
        tone=card.tone,
        is_illustration=card.is_illustration,
        spec=CARD,
    )
