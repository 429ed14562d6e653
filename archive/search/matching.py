"""The entries that answer, fetched at once as columns of numbers: what is counted and put in order afterwards.

One value of bytes for all of them costs the database a third of what grouping them would.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet

from archive.models import SearchEntry
from archive.models.prepared import prepared_cursor
from archive.models.search import LOTS
from archive.search.query import Matches

ROW = np.dtype(
    [("photo", ">i8"), ("number", ">i8"), ("earliest", ">i4"), ("latest", ">i4"), *((lot, ">i4") for lot in LOTS)]
)
"""One entry as `SearchEntry.packed` holds it."""

Columns = np.ndarray[Any, np.dtype[Any]] | Mapping[str, np.ndarray[Any, np.dtype[Any]]]
"""The numbers of entries, by the names of `ROW`."""


@dataclass(frozen=True)
class Matched:
    """Entries in no order: those at these places of the columns; without places, all of them.

    Days are counted from 2000-01-01; `archive.models.search.NO_DAY` stands for none.
    """

    columns: Columns
    places: np.ndarray[Any, np.dtype[np.int64]] | None = None

    def where(self, which: np.ndarray[Any, np.dtype[np.bool_]]) -> Matched:
        """Those of them for which `which` is true."""
        places = np.arange(self.total) if self.places is None else self.places
        return Matched(self.columns, places[which])

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.columns["photo"] if self.places is None else self.places)

    @property
    def photos(self) -> np.ndarray[Any, np.dtype[np.int64]]:
        """The keys of the photographs."""
        return self._column("photo")

    @property
    def numbers(self) -> np.ndarray[Any, np.dtype[np.int64]]:
        """What they are sorted by as their numbers are."""
        return self._column("number")

    @property
    def earliest(self) -> np.ndarray[Any, np.dtype[np.int64]]:
        """The first day on which each may have been taken."""
        return self._column("earliest")

    @property
    def latest(self) -> np.ndarray[Any, np.dtype[np.int64]]:
        """The last day on which each may have been taken."""
        return self._column("latest")

    def sets(self, lot: str) -> np.ndarray[Any, np.dtype[np.int64]]:
        """The number of each one's set of terms in this lot."""
        return self._column(lot)

    def _column(self, name: str) -> np.ndarray[Any, np.dtype[np.int64]]:
        column = self.columns[name]
        return (column if self.places is None else column[self.places]).astype(np.int64, copy=False)


NOTHING = Matched(np.empty(0, ROW))


Select = tuple[str, tuple[Any, ...]] | None
"""The SQL that finds packed rows, with its parameters; None when Django sees that nothing can answer."""

_BLANK = "a tsquery"


def select(entries: QuerySet[SearchEntry]) -> Select:
    """The SQL for the packed rows of a queryset."""
    try:
        sql, params = entries.order_by().values_list("packed").query.sql_with_params()
    except EmptyResultSet:
        return None
    return sql, tuple(params)


def select_by_words(tsquery: str) -> Select:
    """The SQL for all public entries that answer a tsquery, which is put together once: every list asks for some."""
    sql, params = _select_by_words()
    return sql, tuple(tsquery if one == _BLANK else one for one in params)


@cache
def _select_by_words() -> tuple[str, tuple[Any, ...]]:
    made = select(SearchEntry.objects.open().filter(Matches(_BLANK)))
    assert made is not None
    return made


def matched(asked: Mapping[str, Select]) -> dict[str, Matched]:
    """For each name the entries that its SQL finds. One query for all of them; none where nothing can answer."""
    parts = {name: part for name, part in asked.items() if part}
    if not parts:
        return dict.fromkeys(asked, NOTHING)
    sql = " UNION ALL ".join(
        f"SELECT %s::text, string_agg(packed, '') FROM ({part}) AS e" for part, _own in parts.values()
    )
    params = [param for name, (_part, own) in parts.items() for param in (name, *own)]
    with prepared_cursor(is_binary=True) as cursor:
        cursor.execute(sql, params)
        found = {name: _unpacked(packed) for name, packed in cursor.fetchall()}
    return {name: found.get(name, NOTHING) for name in asked}


def _unpacked(packed: bytes | None) -> Matched:
    return Matched(np.frombuffer(packed, ROW)) if packed else NOTHING
