"""Which photographs harvesters are told of: those open now, and those that were, in the order of their stamps.

One gate: what the public may not see now and never saw is in none of these.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Exists, Model, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import TruncSecond

from archive.interop.oai_asked import Wanted
from archive.models import Card, Collection, Tombstone
from archive.models.openness import open_now

AT_ONCE = 100
_Row = TypeVar("_Row", bound=Model)

_NOW = """
    SELECT date_trunc('second', least(statement_timestamp(), min(xact_start))) FROM pg_stat_activity
    WHERE backend_xid IS NOT NULL AND datname = current_database() AND pid <> pg_backend_pid()
"""


@dataclass(frozen=True)
class Listed:
    """One photograph as it is told: with its card, or as deleted without one. `collection` is a public one or empty."""

    stamp: datetime
    pk: int
    number: str
    collection: str
    card: Card | None = None

    @property
    def key(self) -> tuple[datetime, int]:
        """By this lists are in order."""
        return self.stamp, self.pk


def asked_at() -> datetime:
    """Now; or, while somebody is changing records, when that began: their stamps are older than they can be seen.

    A harvester comes back with this moment as its “from”, and so misses nothing.
    """
    with connection.cursor() as cursor:
        cursor.execute(_NOW)
        moment: datetime = cursor.fetchone()[0]
    return moment


def page(of: Wanted, count: int) -> tuple[list[Listed], bool]:
    """The next so many of a list, and whether there are more. Two queries."""
    live = [_live(card) for card in _behind(_cards(), of, "stamp")[: count + 1]]
    gone = [_gone(grave) for grave in _behind(_graves(), of, "since")[: count + 1]]
    both = sorted([*live, *gone], key=lambda one: one.key)
    return both[:count], len(both) > count


def one(number: str) -> Listed | None:
    """The photograph of this number as it is told; None for all that are unknown to the public."""
    card = _cards().filter(entry__photo__number=number).first()
    if card is not None:
        return _live(card)
    grave = _graves().filter(number=number).first()
    return _gone(grave) if grave is not None else None


def collections() -> QuerySet[Collection]:
    """Those with a photograph that is public now."""
    return Collection.objects.filter(Exists(_cards().filter(collection=OuterRef("slug")))).order_by("slug")


def _cards() -> QuerySet[Card]:
    return Card.objects.filter(open_now("entry__"))


def _graves() -> QuerySet[Tombstone]:
    of_set = collections().filter(pk=OuterRef("photo__accession__collection")).values("slug")
    moment = TruncSecond("since", tzinfo=UTC)
    return Tombstone.objects.standing().annotate(stamp=moment, collection=Subquery(of_set))


def _behind(rows: QuerySet[_Row], of: Wanted, column: str) -> QuerySet[_Row]:
    """The wanted ones in their order; `column` is the indexed one that bears the stamp."""
    if of.start:
        rows = rows.filter(**{f"{column}__gte": of.start})
    if of.end:
        rows = rows.filter(**{f"{column}__lt": of.end})
    if of.after:
        stamp, pk = of.after
        rows = rows.filter(Q(stamp__gt=stamp) | Q(stamp=stamp, pk__gt=pk), **{f"{column}__gte": stamp})
    if of.of_set:
        rows = rows.filter(collection=of.of_set)
    return rows.order_by("stamp", "pk")


def _live(card: Card) -> Listed:
    return Listed(card.stamp, card.pk, card.number, card.collection, card)


def _gone(grave: Any) -> Listed:
    return Listed(grave.stamp, grave.pk, grave.number, grave.collection or "")
