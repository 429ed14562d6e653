"""How many photographs carry each term: of those that answer, by their sets of terms; of all, by the tallies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import QuerySet, Sum

from archive.models import FacetTerm, SearchEntry, Tally
from archive.models.search import LOTS
from archive.search.lexemes import EVERY, quote
from archive.search.matching import matched
from archive.search.query import Matches
from archive.search.terms import sums_of

_TERMS, _TALLIES = FacetTerm._meta.db_table, Tally._meta.db_table

_LABELS = f"""
    SELECT '', n.term, 0, coalesce(label, ''), coalesce(within, '')
    FROM unnest(%s::text[]) AS n (term) LEFT JOIN {_TERMS} USING (term)
"""
_FREQUENT = f"""
    SELECT 'all', n.term, number::bigint, coalesce(label, ''), coalesce(within, '') FROM (
        SELECT *, row_number() OVER (PARTITION BY split_part(term, '/', 1) ORDER BY number DESC, term) AS place FROM (
            SELECT term, sum(number) AS number FROM (
                SELECT term, number FROM {_TALLIES} UNION ALL SELECT * FROM unnest(%s::text[], %s::bigint[])
            ) AS counted (term, number) WHERE term = ANY(%s) OR split_part(term, '/', 1) = ANY(%s)
            GROUP BY term HAVING sum(number) > 0
        ) AS summed
    ) AS n LEFT JOIN {_TERMS} AS t USING (term) WHERE n.term = ANY(%s) OR place <= %s
"""


@dataclass(frozen=True)
class Row:
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


def timed() -> QuerySet[SearchEntry]:
    """What the tallies leave out: photographs that the clock has opened."""
    return SearchEntry.objects.open().filter(public_from__isnull=False)


def totals() -> dict[str, int]:
    """For every term the number of public photographs that carry it. Two queries."""
    numbers: Counter[str] = Counter(dict(_tallied(Tally.objects.all())))
    found = matched({EVERY: timed()})[EVERY]
    numbers.update(sums_of({EVERY: (found, LOTS)})[EVERY].all() if found.total else {})
    return {term: number for term, number in numbers.items() if number}


def numbers_of(terms: Iterable[str]) -> dict[str, int]:
    """The number of public photographs that carry each of these terms, for those that occur. At most two queries."""
    wanted = list(terms)
    if not wanted:
        return {}
    numbers = dict(_tallied(Tally.objects.filter(term__in=wanted)))
    opened = timed()
    for term in wanted if opened.exists() else ():
        numbers[term] = numbers.get(term, 0) + opened.filter(Matches(quote(term))).count()
    return {term: number for term, number in numbers.items() if number}


def look_up(named: Iterable[str], wanted: Wanted, opened: Mapping[str, int]) -> tuple[dict[str, Row], list[Row]]:
    """What the terms in `named` are called, with no number; and the rows of what is wanted among all photographs.

    `opened` has what the tallies leave out. One query.
    """
    statements: list[str] = [_LABELS]
    params: list[Any] = [list(named)]
    if wanted.letters or wanted.also:
        statements.append(_FREQUENT)
        also = list(wanted.also)
        params += [list(opened), list(opened.values()), also, list(wanted.letters), also, wanted.most]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(statements), params)
        rows = cursor.fetchall()
    labels = {term: Row(term, 0, label, within) for of, term, _number, label, within in rows if not of}
    frequent = [Row(term, number, label, within) for of, term, number, label, within in rows if of]
    return labels, sorted(frequent, key=lambda row: (-row.number, row.term))


def _tallied(rows: QuerySet[Tally]) -> QuerySet[Tally, tuple[str, int]]:
    return rows.order_by().values_list("term").annotate(Sum("number"))
