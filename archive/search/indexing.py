"""Keeps the search entries equal to what the records say: every verb that changes a record calls it as it does so.

``with reindexed(place): place.save()`` is the usual way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, time

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from archive.models import Card, Photo, SearchEntry, Tombstone
from archive.models.codes import code_key
from archive.models.search import LOTS
from archive.search.cards import card, names_of
from archive.search.facets import all_facets
from archive.search.labels import keep_terms
from archive.search.lexemes import code_lexeme, vector
from archive.search.sets import keep_sets, set_key
from archive.search.showing import shown_dating, visible_writings
from archive.search.tallies import rebuild_tallies, tallied
from archive.search.told import photos_told_by
from archive.search.writing import write
from archive.vocabulary.exposure import Exposure
from archive.vocabulary.gate import ALWAYS, NEVER
from archive.vocabulary.numbers import order_key

_AT_ONCE = 500
_NEVER = datetime(9999, 1, 1, tzinfo=UTC)


@contextmanager
def reindexed(*records: models.Model) -> Iterator[None]:
    """Index again the photographs that these records told of before the change made inside, and those after it."""
    with transaction.atomic():
        before = told_ids(*records)
        yield
        index_photos(before | told_ids(*records))


def told_ids(*records: models.Model) -> set[int]:
    """The photographs that these records, as the database has them, tell something of."""
    return {pk for record in records if record.pk for pk in photos_told_by(record).values_list("pk", flat=True)}


def index_photos(ids: Iterable[int]) -> None:
    """Write, renew or remove the entries of these photographs, as the gate says. In the caller's transaction."""
    wanted = sorted(ids)
    for start in range(0, len(wanted), _AT_ONCE):
        with transaction.atomic():
            some = wanted[start : start + _AT_ONCE]
            _lock(some)
            with tallied(some):
                _index_some(some)


def rebuild(progress: Callable[[int], None] = lambda done: None) -> int:
    """Make every entry anew, in one transaction. Calls `progress` with the number done; returns it."""
    with transaction.atomic():
        wanted = Photo.objects.filter(Q(state=Photo.State.PUBLIC) | Q(entry__isnull=False))
        ids = list(wanted.order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            _lock(some)
            _index_some(some)
            progress(min(start + _AT_ONCE, len(ids)))
        rebuild_tallies()
    return len(ids)


def _lock(ids: list[int]) -> None:
    """Make two editors of one photograph index one after the other, so that the later sees both changes."""
    list(Photo.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk").values_list("pk"))


def _index_some(ids: list[int]) -> None:
    with _graves_kept(ids):
        _renew(ids)


@contextmanager
def _graves_kept(ids: list[int]) -> Iterator[None]:
    """Whatever of these the public saw before and does not after gets a tombstone; what it sees again loses it."""
    before = set(SearchEntry.objects.open().filter(pk__in=ids).values_list("pk", flat=True))
    yield
    after = set(SearchEntry.objects.open().filter(pk__in=ids).values_list("pk", flat=True))
    Tombstone.objects.raise_over(before - after)
    Tombstone.objects.filter(pk__in=after).delete()


def _renew(ids: list[int]) -> None:
    photos = list(_fetched(ids))
    open_ones = [photo for photo in photos if photo.verdict().allowed]
    SearchEntry.objects.filter(pk__in=set(ids) - {photo.pk for photo in open_ones}).delete()
    entries = _entries(open_ones)
    write(entries)
    write([_card(entry) for entry in entries])


def _card(entry: SearchEntry) -> Card:
    made = card(entry.photo)
    made.open_from = entry.public_from
    return made


def _fetched(ids: list[int]) -> models.QuerySet[Photo]:
    return (
        Photo.objects.with_gate_facts()
        .select_related("accession__collection")
        .filter(pk__in=ids)
        .prefetch_related("datings", "place_mentions__place", "codes", "subjects__agent__names")
        .prefetch_related("images", "transcriptions")
        .order_by("pk")
    )


def _entries(photos: list[Photo]) -> list[SearchEntry]:
    lots: dict[int, dict[str, set[str]]] = {photo.pk: {lot: set() for lot in LOTS} for photo in photos}
    words: dict[int, list[str]] = {photo.pk: [] for photo in photos}
    for facet in all_facets():
        values = facet.values(photos)
        keep_terms(facet, {value for own in values.values() for value in own})
        for pk, own in values.items():
            lots[pk][facet.lot].update(map(facet.term, own))
        for pk, texts in facet.words(photos).items():
            words[pk].extend(texts)
    sets = keep_sets(set_key(terms) for own in lots.values() for terms in own.values())
    return [_entry(photo, lots[photo.pk], sets, words[photo.pk]) for photo in photos]


def _entry(photo: Photo, lots: Mapping[str, set[str]], sets: Mapping[str, int], facet_words: list[str]) -> SearchEntry:
    dating, verdict = shown_dating(photo), photo.verdict()
    codes = [code.verbatim for code in photo.codes.all() if code.is_standing()]
    terms = (term for own in lots.values() for term in sorted(own))
    return SearchEntry(
        photo=photo,
        public_from=_moment(verdict.since(Exposure.WORDS)),
        small_from=_moment(verdict.since(Exposure.SMALL)),
        full_from=_moment(verdict.since(Exposure.FULL)),
        number_key=order_key(photo.number),
        earliest=dating.earliest if dating else None,
        latest=dating.latest if dating else None,
        terms=vector(_sections(photo, codes, facet_words), [*terms, *map(code_lexeme, map(code_key, codes))]),
        **{f"{lot}_set": sets[set_key(terms)] for lot, terms in lots.items()},
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
