"""How many photographs carry each term: of all of them, by the tallies; and what the terms are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from django.db.models import QuerySet, Sum
from django.db.models.functions import Now

from archive.models import FacetTerm, SearchEntry, Tally
from archive.models.prepared import prepared_cursor
from archive.models.search import LOTS
from archive.search.lexemes import EVERY
from archive.search.matching import Select, matched, select
from archive.search.terms import sums_of

_TERMS, _TALLIES = FacetTerm._meta.db_table, Tally._meta.db_table

_LABELS = f"""
    SELECT '', n.term, 0::bigint, coalesce(label, ''), coalesce(within, '')
    FROM unnest(%s::text[]) AS n (term) LEFT JOIN {_TERMS} USING (term)
"""
_FREQUENT = f"""
    SELECT 'all', n.term, number, coalesce(label, ''), coalesce(within, '') FROM (
        WITH changed AS MATERIALIZED (
            SELECT term, sum(number) AS number FROM (
                SELECT term, number FROM {_TALLIES} WHERE NOT is_settled
                UNION ALL SELECT * FROM unnest(%s::text[], %s::int[])
                UNION ALL SELECT unnest(%s::text[]), 0
            ) AS one (term, number) GROUP BY term
        )
        SELECT settled.term, number FROM unnest(%s::text[]) AS wanted (letter), LATERAL (
            SELECT term, number FROM {_TALLIES}
            WHERE is_settled AND split_part(term, '/', 1) = letter AND term NOT IN (SELECT term FROM changed)
            ORDER BY number DESC, term LIMIT %s
        ) AS settled
        UNION ALL
        SELECT term, number + coalesce((SELECT sum(s.number) FROM {_TALLIES} s WHERE s.term = c.term AND is_settled), 0)
        FROM changed c WHERE term = ANY(%s) OR split_part(term, '/', 1) = ANY(%s)
    ) AS n LEFT JOIN {_TERMS} AS t USING (term) WHERE number > 0
"""
"""The most frequent of those whose tally is settled, by an index; and all whose number is another one than that."""


class Row(NamedTuple):
    """A term, how many photographs carry it, what the records call it and what it lies within."""

    term: str
    number: int
    label: str
    within: str


@dataclass(frozen=True)
class Wanted:
    """Terms to look up: the most frequent of these letters among all photographs, and those named in `also`."""

    letters: Sequence[str] = ()
    also: Sequence[str] = ()
    most: int = 0


@cache
def timed_rows() -> Select:
    """How to fetch what the tallies leave out: photographs that the clock has opened. Put together once."""
    return select(SearchEntry.objects.filter(public_from__lte=Now()))


def totals() -> dict[str, int]:
    """For every term the number of public photographs that carry it. Two queries."""
    numbers: Counter[str] = Counter(dict(_tallied(Tally.objects.all())))
    numbers.update(opened())
    return {term: number for term, number in numbers.items() if number}


def opened() -> dict[str, int]:
    """How many photographs that the clock has opened carry each term: the tallies lack them. One query, or two."""
    found = matched({EVERY: timed_rows()})[EVERY]
    return sums_of({EVERY: (found, LOTS)})[EVERY].all() if found.total else {}


def look_up(named: Iterable[str], wanted: Wanted, opened: Mapping[str, int]) -> tuple[dict[str, Row], list[Row]]:
    """What the terms in `named` are called, with no number; and the rows of what is wanted among all photographs.

    `opened` has what the tallies leave out. One query.
    """
    statements: list[str] = [_LABELS]
    params: list[Any] = [list(named)]
    if wanted.letters or wanted.also:
        statements.append(_FREQUENT)
        also, letters = list(wanted.also), list(wanted.letters)
        params += [list(opened), list(opened.values()), also, letters, wanted.most, also, letters]
    with prepared_cursor() as cursor:
        cursor.execute(" UNION ALL ".join(statements), params)
        rows = cursor.fetchall()
    labels = {term: Row(term, 0, label, within) for of, term, _number, label, within in rows if not of}
    frequent = (Row(term, int(number), label, within) for of, term, number, label, within in rows if of)
    return labels, _most_frequent(sorted(frequent, key=lambda row: (-row.number, row.term)), wanted)


def _most_frequent(rows: Sequence[Row], wanted: Wanted) -> list[Row]:
    """So many of each letter, and those named besides."""
    places: Counter[str] = Counter()
    kept = []
    for row in rows:
        letter = row.term.partition("/")[0]
        places[letter] += 1
        if places[letter] <= wanted.most or row.term in wanted.also:
            kept.append(row)
    return kept


def _tallied(rows: QuerySet[Tally]) -> QuerySet[Tally, tuple[str, int]]:
    return rows.order_by().values_list("term").annotate(Sum("number"))
