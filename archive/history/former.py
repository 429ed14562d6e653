"""What statements said before: the states they were in, from the record of every change, with what ended each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.db import models
from django.db.models import Q, prefetch_related_objects

from archive.history.tables import instance
from archive.models import Accession, Change, DeedOfGift, Photo, Rights, Statement
from archive.models.history import ChangeQuerySet, State

_NAMES = ("agent", "campaign__parent", "place")
"""What statements are called after."""


@dataclass(frozen=True)
class Former:
    """A state a statement was in: a record as it was, not to be saved; until when, and the change that ended it."""

    statement: Statement
    until: datetime
    ended_by: int

    def said(self) -> tuple[str, str]:
        """What visitors could read of it: what it says, and how surely."""
        return self.statement.in_words(), self.statement.certainty


def former_states(statements: Collection[Statement]) -> dict[str, list[Former]]:
    """By the slug of each statement, the states it was in before, the oldest first.

    One query for the changes and one for each kind of record that the states refer to.
    """
    rows = {(one._meta.db_table, str(one.pk)): one for one in statements}
    states = [
        (rows[of], former)
        for of, changes in groupby(_changes(rows), lambda change: (change.table, change.record))
        for former in _states(rows[of], list(changes))
    ]
    _fetch_names([former.statement for _now, former in states])
    found: dict[str, list[Former]] = {one.slug: [] for one in statements}
    for now, former in states:
        found[now.slug].append(former)
    return found


def _changes(keys: Iterable[tuple[str, str]]) -> ChangeQuerySet:
    of = Q(pk__in=[])
    for table, record in keys:
        of |= Q(table=table, record=record)
    return Change.objects.filter(of).select_related("act").order_by("table", "record", "pk")


def _states(now: Statement, changes: Sequence[Change]) -> Iterator[Former]:
    for change in changes:
        if change.kind == Change.Kind.CHANGED:
            yield Former(_as_it_was(now, change.before or {}), change.act.at, change.pk)


def _as_it_was(now: Statement, state: State) -> Statement:
    then: Statement = instance(type(now), state)
    # What it is about does not change, and is fetched already.
    if then.photo_id == now.photo_id and "photo" in now._state.fields_cache:
        then.photo = now.photo
    return then


def _fetch_names(statements: Sequence[Statement]) -> None:
    for _kind, rows in groupby(sorted(statements, key=_kind_of), _kind_of):
        same = list(rows)
        fields = {field.name for field in same[0]._meta.fields if field.is_relation}
        prefetch_related_objects(same, *(name for name in _NAMES if name.split("__")[0] in fields))


def _kind_of(statement: models.Model) -> str:
    return statement._meta.db_table


_ASKED = ("state", "lifted", "sensitivity", "living", "accession_id")


def last_at_the_gate(photo: Photo) -> int:
    """The number of the last change of anything the gate asks about; 0 when nothing of it has changed.

    What a statement said after that the public could read, as far as it may read the photograph today. Changes are told
    apart by their numbers, not by the time of their act: an act may last.
    """
    changes = Change.objects.filter(_of_gate(photo)).order_by("-pk")
    return next((change.pk for change in changes.iterator() if _asked(change)), 0)


def _of_gate(photo: Photo) -> Q:
    gift, tables = photo.accession_id, [Rights._meta.db_table, DeedOfGift._meta.db_table]
    papers = [*photo.rights_records(), getattr(photo.accession, "deed_of_gift", None)]
    of_gift = Q(table=Accession._meta.db_table, record=str(gift))
    for paper in filter(None, papers):
        of_gift |= Q(table=paper._meta.db_table, record=str(paper.pk))
    gone = Q(table__in=tables, kind=Change.Kind.DELETED, before__accession_id=gift)
    own = Q(photo=photo.pk, table__in=[Photo._meta.db_table, Rights._meta.db_table])
    return own | of_gift | gone


def _asked(change: Change) -> bool:
    """Whether a change altered what the gate asks about. A photograph has more columns than that."""
    if change.table == Photo._meta.db_table:
        return bool({*change.columns()} & {*_ASKED})
    if change.table == Accession._meta.db_table:
        return "is_open" in change.columns()
    return True
