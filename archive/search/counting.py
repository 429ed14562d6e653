"""The SQL that counts: sets of terms by ``GROUPING SETS`` in one reading of the entries, or sums of the tallies.

Every part of the statement gives rows of (way, set, number); the sets are taken apart into terms once, at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet, Sum

from archive.models import FacetSet, FacetTerm, SearchEntry, Tally
from archive.models.search import LOTS
from archive.search.lexemes import EVERY, quote
from archive.search.query import Matches

_SETS, _TERMS, _TALLIES = FacetSet._meta.db_table, FacetTerm._meta.db_table, Tally._meta.db_table

Part = tuple[str, list[Any]]


@dataclass(frozen=True)
class Way:
    """One way to count: its name, the entries, and the lots whose terms are wanted.

    `term` is the one term that all these entries are known by, so that the tallies will do; empty where there is none.
    """

    name: str
    entries: QuerySet[SearchEntry]
    term: str
    lots: Sequence[str]


@dataclass(frozen=True)
class Row:
    """A term, how many photographs carry it, what the records call it and what it lies within."""

    term: str
    number: int
    label: str
    within: str


def count_terms(ways: Sequence[Way], *, also: Sequence[str], most: int) -> dict[str, list[Row]]:
    """For each way, by name, the most frequent terms of each letter, and those named in `also`. One query.

    The term `EVERY` has the number of photographs.
    """
    parts = [part for way in ways for part in _parts(way)]
    plain = [_totals_of(way.name) for way in ways if way.term == EVERY]
    sql, params = _statement(parts, plain)
    numbered = (
        f"SELECT *, row_number() OVER (PARTITION BY way, split_part(term, '/', 1) ORDER BY number DESC, term) AS place"
        f" FROM ({sql}) AS summed"
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT way, n.term, number, coalesce(label, ''), coalesce(within, '') FROM ({numbered}) AS n"
            f" LEFT JOIN {_TERMS} AS t USING (term) WHERE place <= %s OR n.term = ANY(%s) ORDER BY number DESC, n.term",
            [*params, most, list(also)],
        )
        found: dict[str, list[Row]] = {way.name: [] for way in ways}
        for way, term, number, label, within in cursor.fetchall():
            found[way].append(Row(term, int(number), label, within))
    return found


def totals() -> dict[str, int]:
    """For every term the number of public photographs that carry it. One query."""
    sql, params = _statement(list(_timed("", SearchEntry.objects.open(), LOTS)), [_totals_of("")])
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT term, number FROM ({sql}) AS summed", params)
        return {term: int(number) for term, number in cursor.fetchall()}


def numbers_of(terms: Iterable[str]) -> dict[str, int]:
    """The number of public photographs that carry each of these terms, for those that occur. At most two queries."""
    wanted = list(terms)
    if not wanted:
        return {}
    rows = Tally.objects.filter(term__in=wanted, facet_set__isnull=True).values_list("term")
    numbers = dict(rows.annotate(Sum("number")).order_by())
    timed = SearchEntry.objects.open().filter(public_from__isnull=False)
    for term in wanted if timed.exists() else ():
        numbers[term] = numbers.get(term, 0) + timed.filter(Matches(quote(term))).count()
    return {term: number for term, number in numbers.items() if number}


def known_terms(letters: Sequence[str], *, also: Sequence[str], most: int) -> list[Row]:
    """The most frequent terms that begin with each of these letters, and those named in `also`. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT n.term, number, coalesce(label, ''), coalesce(within, '') FROM (SELECT *, row_number() OVER"
            f"  (PARTITION BY split_part(term, '/', 1) ORDER BY number DESC, term) AS place FROM"
            f"   (SELECT term, sum(number) AS number FROM {_TALLIES} WHERE facet_set IS NULL GROUP BY term"
            f"    HAVING sum(number) > 0) AS summed) AS n"
            f" LEFT JOIN {_TERMS} AS t USING (term)"
            f" WHERE n.term = ANY(%s) OR place <= %s AND split_part(n.term, '/', 1) = ANY(%s)"
            f" ORDER BY number DESC, n.term",
            [list(also), most, list(letters)],
        )
        return [Row(term, int(number), label, within) for term, number, label, within in cursor.fetchall()]


def _parts(way: Way) -> Iterator[Part]:
    if not way.term:
        yield from _grouped(way.name, way.entries, way.lots)
        return
    yield from _timed(way.name, way.entries, way.lots)
    if way.term != EVERY:
        yield (
            f"SELECT %s, facet_set, sum(number) FROM {_TALLIES} WHERE term = %s GROUP BY facet_set",
            [way.name, way.term],
        )


def _timed(name: str, entries: QuerySet[SearchEntry], lots: Sequence[str]) -> Iterator[Part]:
    """What the tallies leave out: photographs that the clock has opened."""
    yield from _grouped(name, entries.filter(public_from__isnull=False), lots)


def _grouped(name: str, entries: QuerySet[SearchEntry], lots: Sequence[str]) -> Iterator[Part]:
    columns = [f"{lot}_set" for lot in lots]
    compiled = _compiled(entries.order_by().values_list(*columns))
    if compiled:
        sql, params = compiled
        groups = ", ".join(["()", *(f"({column})" for column in columns)])
        yield (
            f"SELECT %s, coalesce({', '.join(columns)}), count(*) FROM ({sql}) AS e GROUP BY GROUPING SETS ({groups})",
            [name, *params],
        )


def _compiled(entries: QuerySet[Any]) -> Part | None:
    """The SQL of a queryset; None when Django sees that nothing can answer."""
    try:
        sql, params = entries.query.sql_with_params()
    except EmptyResultSet:
        return None
    return sql, list(params)


def _totals_of(name: str) -> Part:
    return f"SELECT %s, term, sum(number) FROM {_TALLIES} WHERE facet_set IS NULL GROUP BY term", [name]


def _statement(parts: Sequence[Part], plain: Sequence[Part]) -> Part:
    """Rows of (way, term, number): the terms of the sets that `parts` give, those that `plain` give, and the totals."""
    nothing: Part = ("SELECT '', NULL::bigint, 0::numeric WHERE false", [])
    sets = " UNION ALL ".join(sql for sql, _params in (*parts, nothing))
    terms = " UNION ALL ".join(
        [
            f"SELECT way, u.term, number FROM sets JOIN {_SETS} AS s ON s.id = sets.facet_set"
            "  CROSS JOIN unnest(string_to_array(s.key, ' ')) AS u (term)",
            f"SELECT way, '{EVERY}', number FROM sets WHERE facet_set IS NULL",
            *(sql for sql, _params in plain),
        ]
    )
    return (
        f"WITH sets (way, facet_set, number) AS ({sets}), terms (way, term, number) AS ({terms})"
        f" SELECT way, term, sum(number) AS number FROM terms GROUP BY way, term HAVING sum(number) > 0",
        [param for _sql, own in (*parts, *plain) for param in own],
    )
