"""Keeps the search entries equal to what the records say: every verb that changes a record calls it as it does so.

``with reindexed(place): place.save()`` is the usual way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from django.db import models, transaction

from archive.models import Photo, SearchEntry, Tombstone
from archive.search.drafting import Draft, draft
from archive.search.labels import keep_terms
from archive.search.sets import keep_sets
from archive.search.tallies import tallied
from archive.search.told import photos_told_by
from archive.search.writing import write

AT_ONCE = 500
"""So many photographs are indexed together."""


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
    for start in range(0, len(wanted), AT_ONCE):
        with transaction.atomic():
            some = wanted[start : start + AT_ONCE]
            lock(some)
            with tallied(some):
                set_down(draft(some))


def lock(ids: list[int]) -> None:
    """Make two editors of one photograph index one after the other, so that the later sees both changes."""
    list(Photo.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk").values_list("pk"))


def set_down(made: Draft) -> None:
    """Write what was drafted of photographs that the caller holds by `lock`. In the caller's transaction."""
    numbers = keep_sets(key for own in made.sets for key in own.values())
    for entry, own in zip(made.entries, made.sets, strict=True):
        for lot, key in own.items():
            setattr(entry, f"{lot}_set", numbers[key])
    keep_terms(made.terms)
    with _graves_kept(made.ids):
        SearchEntry.objects.filter(pk__in=set(made.ids) - {entry.pk for entry in made.entries}).delete()
        write(made.entries)
        write(made.cards)


@contextmanager
def _graves_kept(ids: Sequence[int]) -> Iterator[None]:
    """Whatever of these the public saw before and does not after gets a tombstone; what it sees again loses it."""
    before = set(SearchEntry.objects.open().filter(pk__in=ids).values_list("pk", flat=True))
    yield
    after = set(SearchEntry.objects.open().filter(pk__in=ids).values_list("pk", flat=True))
    Tombstone.objects.raise_over(before - after)
    Tombstone.objects.filter(pk__in=after).delete()
