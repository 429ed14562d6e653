"""How many photographs carry each term, kept in the transaction that changes it, for the counts that everybody asks.

A photograph whose embargo has a day is not among them: the clock opens it, not a change, so it is counted when asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import connection

from archive.models import FacetSet, Photo, SearchEntry, Tally
from archive.models.search import LOTS
from archive.search.changes import forget_old
from archive.search.lexemes import EVERY
from archive.search.sets import keys_of

COLUMNS = tuple(f"{lot}_set" for lot in LOTS)
_SETTLED_AT = 1_000
_ONE_AT_A_TIME = 5_290_218
"""The number of PostgreSQL's advisory lock under which rows are settled: a term has one settled row at most."""

Sets = tuple[int, ...]


@contextmanager
def tallied(ids: Iterable[int]) -> Iterator[None]:
    """Keep the tallies right while the entries of these photographs, which the caller has locked, are written."""
    wanted = list(ids)
    before = _sets_of(wanted)
    yield
    changes = Counter(_sets_of(wanted))
    changes.subtract(before)
    _add({sets: number for sets, number in changes.items() if number})


def rebuild_tallies() -> None:
    """Make all tallies anew from the entries."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ONE_AT_A_TIME])
        cursor.execute(f"DELETE FROM {Tally._meta.db_table}")
        cursor.execute(_insert(f"SELECT '{EVERY}', count(*) FROM {_untimed()}"))
        for column in COLUMNS:
            cursor.execute(_insert(_terms_of(column)))


def lacks_counts() -> bool:
    """Whether the public photographs are not in the index, as after an upgrade that empties it."""
    return not Tally.objects.exists() and Photo.objects.filter(state=Photo.State.PUBLIC).exists()


def settle() -> None:
    """Make one row of those that were added since the last time, once they are many. In a transaction.

    Whoever finds somebody else at it leaves it to them.
    """
    added = Tally.objects.filter(is_settled=False)
    if added.order_by()[:_SETTLED_AT].count() < _SETTLED_AT:
        return
    table = Tally._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_ONE_AT_A_TIME])
        if not cursor.fetchone()[0]:
            return
        forget_old()
        cursor.execute(
            f"WITH touched AS (SELECT DISTINCT term FROM {table} WHERE NOT is_settled),"
            f" gone AS (DELETE FROM {table} WHERE term IN (SELECT term FROM touched) RETURNING *)"
            f" INSERT INTO {table} (term, number, is_settled)"
            "  SELECT term, sum(number), true FROM gone GROUP BY term HAVING sum(number) <> 0"
        )


def _sets_of(ids: list[int]) -> Counter[Sets]:
    rows = SearchEntry.objects.filter(pk__in=ids, public_from__isnull=True).values_list(*COLUMNS)
    return Counter(tuple(row) for row in rows)


def _add(changes: dict[Sets, int]) -> None:
    if not changes:
        return
    keys = keys_of({one for sets in changes for one in sets})
    numbers: Counter[str] = Counter()
    for sets, number in changes.items():
        numbers[EVERY] += number
        for one in sets:
            for term in keys[one].split():
                numbers[term] += number
    rows = [Tally(term=term, number=number) for term, number in numbers.items() if number]
    Tally.objects.bulk_create(rows, batch_size=2_000)
    settle()


def _untimed() -> str:
    return f"{SearchEntry._meta.db_table} WHERE public_from IS NULL"


def _insert(select: str) -> str:
    return (
        f"INSERT INTO {Tally._meta.db_table} (term, number, is_settled)"
        f" SELECT term, number, true FROM ({select}) AS made (term, number)"
    )


def _terms_of(column: str) -> str:
    """Each term of one lot with how many entries carry it."""
    counted = f"SELECT {column} AS id, count(*) AS number FROM {_untimed()} GROUP BY {column}"
    return (
        f"SELECT t.term, sum(c.number) FROM ({counted}) AS c JOIN {FacetSet._meta.db_table} AS s USING (id)"
        " CROSS JOIN unnest(string_to_array(s.key, ' ')) AS t (term) GROUP BY t.term"
    )
