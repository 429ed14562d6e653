"""Cards as templates show them, from the rows that the index keeps for them."""

from __future__ import annotations

from django.db.models import QuerySet
from django.urls import reverse

from archive.images.addresses import picture_url
from archive.images.specs import CARD, LARGE, PAGE, Spec
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
        picture=_picture(card) if card.image_key else None,
        has_back=card.has_back,
        is_sensitive=card.is_sensitive,
    )


def picture(*, key: str, width: int, height: int, alt: str, tone: str, is_illustration: bool, spec: Spec) -> Picture:
    """A picture at one size, with the next larger one behind it."""
    shown_width, shown_height = spec.fit(width, height)
    larger = LARGE if spec is PAGE else PAGE
    larger_width = larger.fit(width, height)[0]
    src = picture_url(key, spec)
    return Picture(
        src=src,
        width=shown_width,
        height=shown_height,
        alt=alt,
        tone=tone,
        srcset=f"{src} {shown_width}w, {picture_url(key, larger)} {larger_width}w"
        if larger_width > shown_width
        else "",
        large=picture_url(key, LARGE),
        is_illustration=is_illustration,
    )


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
