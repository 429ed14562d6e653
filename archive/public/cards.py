"""Cards as templates show them, from the rows that the index keeps for them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache

from django.db.models import QuerySet
from django.urls import get_script_prefix, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.images.addresses import folder_of, picture_url
from archive.images.allowed import allowed_specs
from archive.images.specs import CARD, COVER, LARGE, Spec
from archive.models import Card, SearchEntry, Transcription
from archive.models.search import FOR_HARVESTERS
from archive.public.card_rows import CardRow, public_cards
from archive.public.pages import Found, PhotoCard, Picture
from archive.reading.finding import Piece, excerpt, marked
from archive.search.query import Reading
from archive.vocabulary.exposure import Exposure

_SHOWN = [f"card__{field.name}" for field in Card._meta.fields if field.name not in ("entry", "texts", *FOR_HARVESTERS)]
_KINDS = {
    **{carrier.value: carrier.label for carrier in Transcription.Carrier},
    "codes": gettext_lazy("provenance code"),
    "names": gettext_lazy("names"),
    "description": gettext_lazy("in short"),
}


def cards_of(entries: QuerySet[SearchEntry], first: int, count: int) -> list[PhotoCard]:
    """The cards of some of these entries, in their order. One query."""
    shown = entries.with_exposure().select_related("card").only("pk", *_SHOWN)  # type: ignore[attr-defined]
    return [photo_card(entry.card, Exposure(entry.shown)) for entry in shown[first : first + count]]


def cards_found(photos: Sequence[int], reading: Reading) -> list[PhotoCard]:
    """The cards of these photographs as far as they are public, in their order, each with the words marked that were
    looked for, or the reason it is here. One query."""
    cards = public_cards(photos)
    shown = (cards[pk] for pk in photos if pk in cards)
    return [_with_reason(photo_card(row, Exposure(row.shown)), row.texts, reading) for row in shown]


def _with_reason(card: PhotoCard, texts: str, reading: Reading) -> PhotoCard:
    sought = reading.sought
    if sought.is_nothing():
        return card
    title, place = marked(card.title or card.number, sought), marked(card.whereabouts, sought)
    if any(piece.is_found for piece in (*title, *place, *marked(card.date_words, sought))):
        return card._replace(marked_title=title, marked_place=place)
    return card._replace(found=_first_found(texts, reading) or _by_name(reading))


def _first_found(texts: str, reading: Reading) -> Found | None:
    """The first text that no card shows and in which a word stands."""
    for kind, text in json.loads(texts):
        if pieces := excerpt(text, reading.sought):
            return Found(str(_KINDS.get(kind, "")), pieces)
    return None


def _by_name(reading: Reading) -> Found | None:
    """No text has the words: then it is here because they name its place, or one that its place lies in."""
    for one in reading.named:
        titles = ", ".join(place.title for place, _names in one.places)
        words = _("Taken in %(place)s, also called “%(name)s”") % {"name": one.typed, "place": titles}
        return Found("", [Piece(words)])
    return None


def photo_card(card: Card | CardRow, exposure: Exposure) -> PhotoCard:
    """One card, with a picture if the public may see one."""
    return PhotoCard(
        number=card.number,
        url=f"{_photographs(get_script_prefix())}{card.number}/",
        title=card.title,
        excerpt=card.excerpt,
        date_words=card.date_words,
        place_words=card.place_words,
        place_today=card.place_today,
        picture=_shown(card, exposure) if card.image_key and exposure >= Exposure.SMALL else None,
        has_back=card.has_back,
        is_sensitive=card.is_sensitive,
    )


@cache
def _photographs(prefix: str) -> str:
    """Where the pages of photographs lie. A list has dozens of them: it is asked of the table of addresses once."""
    return reverse("photo", args=["0"]).removesuffix("0/")


def picture(
    *, key: str, width: int, height: int, alt: str, tone: str, is_illustration: bool, spec: Spec, exposure: Exposure
) -> Picture:
    """A picture whose least size is `spec`, with the larger published ones for those whose screen can use them.

    Only sizes that may go out are named; `exposure` must allow a small one at least.
    """
    allowed, folder = allowed_specs(exposure), folder_of(key)
    spec = spec if spec in allowed else allowed[-1]
    shown_width, shown_height = spec.fit(width, height)
    widths = {one.fit(width, height)[0]: one for one in reversed(allowed) if one.width >= spec.width}
    return Picture(
        src=folder + spec.file_name,
        width=shown_width,
        height=shown_height,
        alt=alt,
        tone=tone,
        srcset=", ".join(f"{folder}{one.file_name} {pixels}w" for pixels, one in sorted(widths.items())),
        large=folder + LARGE.file_name if LARGE in allowed else "",
        is_illustration=is_illustration,
    )


def cover(key: str, width: int, height: int) -> Picture:
    """What stands in place of a picture that may distress, wherever nobody has asked to see it."""
    across, down = COVER.fit(width, height)
    return Picture(src=picture_url(key, COVER), width=across, height=down, alt=_("Covered: this picture may distress"))


def _shown(card: Card | CardRow, exposure: Exposure) -> Picture:
    if card.is_sensitive:
        return cover(card.image_key, card.width, card.height)
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
