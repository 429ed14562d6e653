"""How many photographs carry each term, kept in the transaction that changes it, for the counts that everybody asks.

A photograph whose embargo has a day is not among them: the clock opens it, not a change, so it is counted when asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import connection

from archive.models import FacetSet, SearchEntry, Tally
from archive.models.search import LOTS
from archive.search.lexemes import EVERY
from archive.search.sets import EMPTY

COLUMNS = tuple(f"{lot}_set" for lot in LOTS)
_SETTLED_AT = 5_000

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
        cursor.execute(f"DELETE FROM {Tally._meta.db_table}")
        cursor.execute(_insert(f"SELECT '{EVERY}', NULL::bigint, count(*) FROM {_untimed()}"))
        for column in COLUMNS:
            cursor.execute(_insert(_pairs(column)))


def lacks_counts() -> bool:
    """Whether there are entries that no tally knows of, as after an upgrade from a version without tallies."""
    return SearchEntry.objects.filter(public_from__isnull=True).exists() and not Tally.objects.exists()


def settle() -> None:
    """Make one row of those that were added since the last time, once they are many."""
    added = Tally.objects.filter(is_settled=False)
    if added.order_by()[:_SETTLED_AT].count() < _SETTLED_AT:
        return
    table = Tally._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH touched AS (SELECT DISTINCT term, facet_set FROM {table} WHERE NOT is_settled),"
            f" gone AS (DELETE FROM {table} t USING touched u"
            "  WHERE t.term = u.term AND t.facet_set IS NOT DISTINCT FROM u.facet_set RETURNING t.*)"
            f" INSERT INTO {table} (term, facet_set, number, is_settled)"
            "  SELECT term, facet_set, sum(number), true FROM gone GROUP BY 1, 2 HAVING sum(number) <> 0"
        )


def _sets_of(ids: list[int]) -> Counter[Sets]:
    rows = SearchEntry.objects.filter(pk__in=ids, public_from__isnull=True).values_list(*COLUMNS)
    return Counter(tuple(row) for row in rows)


def _add(changes: dict[Sets, int]) -> None:
    if not changes:
        return
    ids = {one for sets in changes for one in sets}
    keys = dict(FacetSet.objects.filter(pk__in=ids).values_list("pk", "key"))
    numbers: Counter[tuple[str, int | None]] = Counter()
    for sets, number in changes.items():
        terms = [term for one in sets for term in keys.get(one, "").split()]
        numbers[EVERY, None] += number
        for term in terms:
            numbers[term, None] += number
            for one in set(sets) - {EMPTY}:
                numbers[term, one] += number
    rows = [Tally(term=term, facet_set=one, number=number) for (term, one), number in numbers.items() if number]
    Tally.objects.bulk_create(rows, batch_size=2_000)
    settle()


def _untimed() -> str:
    return f"{SearchEntry._meta.db_table} WHERE public_from IS NULL"


def _insert(select: str) -> str:
    return (
        f"INSERT INTO {Tally._meta.db_table} (term, facet_set, number, is_settled)"
        f" SELECT term, facet_set, number, true FROM ({select}) AS made (term, facet_set, number)"
    )


def _pairs(column: str) -> str:
    """Each term of one lot, in all and together with each set of every lot."""
    others = [other for other in COLUMNS if other != column]
    groups = ", ".join(f"({column}, {other})" for other in others)
    counted = (
        f"SELECT {column} AS own, coalesce({', '.join(others)}) AS other, count(*) AS number"
        f" FROM {_untimed()} GROUP BY GROUPING SETS (({column}), {groups})"
    )
    terms = f"{FacetSet._meta.db_table} AS s CROSS JOIN unnest(string_to_array(s.key, ' ')) AS t (term)"
    with_terms = f"({counted}) AS c JOIN {terms} ON s.id = c.own"
    return (
        f"SELECT t.term, c.other, sum(c.number) FROM {with_terms} WHERE c.other IS DISTINCT FROM {EMPTY} GROUP BY 1, 2"
        f" UNION ALL SELECT t.term, c.own, sum(c.number) FROM {with_terms} WHERE c.other IS NULL GROUP BY 1, 2"
    )
