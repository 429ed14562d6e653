"""How many public photographs carry each term: by the tallies, and those that the clock has opened."""

from __future__ import annotations

from collections import Counter
from functools import cache

from django.db.models import QuerySet, Sum
from django.db.models.functions import Now

from archive.models import SearchEntry, Tally
from archive.models.search import LOTS
from archive.search.lexemes import EVERY
from archive.search.matching import Select, matched, select
from archive.search.terms import sums_of


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


def _tallied(rows: QuerySet[Tally]) -> QuerySet[Tally, tuple[str, int]]:
    return rows.order_by().values_list("term").annotate(Sum("number"))
