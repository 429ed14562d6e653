"""What the index is to say of some photographs, worked out from their records. Nothing is written here.

So it can be done by several processes at once, when everything is indexed anew (`rebuilding`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from django.db import models
from django.utils import timezone

from archive.models import Card, FacetTerm, Photo, SearchEntry
from archive.models.codes import code_key
from archive.models.search import LOTS
from archive.search.cards import card, names_of
from archive.search.facets import all_facets
from archive.search.labels import terms_of
from archive.search.lexemes import code_lexeme, vector
from archive.search.sets import set_key
from archive.search.showing import shown_dating, visible_writings
from archive.vocabulary.exposure import Exposure
from archive.vocabulary.gate import ALWAYS, NEVER, Verdict
from archive.vocabulary.numbers import order_key

_NEVER = datetime(9999, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Draft:
    """The entries and cards of those that the gate lets through, not saved; `ids` are all that were asked for.

    An entry has no numbers of sets yet: `sets` has, for each entry in their order, what they stand for, by lot. `terms`
    are what the facet terms among these are called.
    """

    ids: Sequence[int]
    entries: Sequence[SearchEntry]
    sets: Sequence[Mapping[str, str]]
    cards: Sequence[Card]
    terms: Sequence[FacetTerm]


def draft(ids: Sequence[int]) -> Draft:
    """What the index is to say of these photographs."""
    judged = ((photo, photo.verdict()) for photo in _fetched(ids))
    photos = {photo: verdict for photo, verdict in judged if verdict.allowed}
    lots, words, terms = _sifted(list(photos))
    entries = [_entry(photo, verdict, lots[photo.pk], words[photo.pk]) for photo, verdict in photos.items()]
    cards = [_card(photo, entry) for photo, entry in zip(photos, entries, strict=True)]
    sets = [{lot: set_key(own) for lot, own in lots[photo.pk].items()} for photo in photos]
    return Draft(ids, entries, sets, cards, terms)


def _card(photo: Photo, entry: SearchEntry) -> Card:
    made = card(photo)
    made.open_from = entry.public_from
    return made


def _fetched(ids: Sequence[int]) -> models.QuerySet[Photo]:
    return (
        Photo.objects.with_gate_facts()
        .select_related("accession__collection")
        .filter(pk__in=ids)
        .prefetch_related("datings", "place_mentions__place", "codes", "subjects__agent__names")
        .prefetch_related("images", "transcriptions")
        .order_by("pk")
    )


Lots = Mapping[str, set[str]]


def _sifted(photos: list[Photo]) -> tuple[dict[int, dict[str, set[str]]], dict[int, list[str]], list[FacetTerm]]:
    """By photograph its facet terms in their lots, and the words that facets add; and what the terms are called."""
    lots: dict[int, dict[str, set[str]]] = {photo.pk: {lot: set() for lot in LOTS} for photo in photos}
    words: dict[int, list[str]] = {photo.pk: [] for photo in photos}
    terms: list[FacetTerm] = []
    for facet in all_facets():
        values = facet.values(photos)
        terms += terms_of(facet, {value for own in values.values() for value in own})
        for pk, own in values.items():
            lots[pk][facet.lot].update(map(facet.term, own))
        for pk, texts in facet.words(photos).items():
            words[pk].extend(texts)
    return lots, words, terms


def _entry(photo: Photo, verdict: Verdict, lots: Lots, facet_words: list[str]) -> SearchEntry:
    dating = shown_dating(photo)
    codes = [code.verbatim for code in photo.codes.all() if code.is_standing()]
    terms = (term for own in lots.values() for term in sorted(own))
    return SearchEntry(
        photo_id=photo.pk,
        public_from=_moment(verdict.since(Exposure.WORDS)),
        small_from=_moment(verdict.since(Exposure.SMALL)),
        full_from=_moment(verdict.since(Exposure.FULL)),
        number_key=order_key(photo.number),
        earliest=dating.earliest if dating else None,
        latest=dating.latest if dating else None,
        terms=vector(_sections(photo, codes, facet_words), [*terms, *map(code_lexeme, map(code_key, codes))]),
    )


def _sections(photo: Photo, codes: list[str], facet_words: list[str]) -> dict[str, list[str]]:
    """The texts of a photograph by weight: code and title first, then names, then the caption."""
    return {
        "A": [photo.title, photo.number, *codes],
        "B": [*names_of(photo), *facet_words],
        "C": [photo.description, *(row.text for row in visible_writings(photo))],
    }


def _moment(day: date) -> datetime | None:
    """The first moment of a day in the museum's time zone; None for what was always so."""
    if day == NEVER:
        return _NEVER
    return None if day == ALWAYS else timezone.make_aware(datetime.combine(day, time.min))
