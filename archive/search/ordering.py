"""The entries that answer, in the order asked for, at a cost that does not grow with the page."""

from __future__ import annotations

from django.db.models import Case, DateField, F, IntegerField, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Coalesce, Concat

from archive.models import SearchEntry
from archive.search.filters import PhotoFilter
from archive.search.query import Matches, Rank

MOST_RANKED = 2_000
"""So many are weighed against each other for “best first”: those with the words in title or names, then others."""

MOST_WALKED = 10_000
"""So many can be paged through in the other orders."""


def depth(asked: PhotoFilter, total: int) -> int:
    """How many of the entries found can be paged through in the order asked for."""
    return min(total, MOST_RANKED if _is_ranked(asked) else MOST_WALKED)


def page_of(asked: PhotoFilter, *, first: int, count: int, total: int) -> QuerySet[SearchEntry]:
    """So many of the `total` entries that answer, from the one at `first`, in the order asked for."""
    if _is_ranked(asked):
        return _best_first(asked)[first : first + count]
    near_the_front = (first + count) * _FRONT < total
    orders = _BY_INDEX if near_the_front or not asked.reading().tsquery() else _BY_SORTING
    return asked.matching().order_by(*orders[asked.sequence])[first : first + count]


def _is_ranked(asked: PhotoFilter) -> bool:
    return asked.sequence == "relevance"


_FRONT = 50
"""In the first fiftieth of what answers, so many entries are dense enough to walk an index for."""

_BY_INDEX = {
    "number": ("number_key",),
    "date": ("earliest", "number_key"),
    "newest": ("-photo_id",),
}

# Sorted by an expression that no index has: else PostgreSQL, asked for the first few of a rare word by date, may walk
# the index of dates and read the words of nearly every photograph. Near the front of a long list that walk is short.
_NUMBER = Concat("number_key", Value(""), output_field=TextField())
_NO_DAY_LAST = Coalesce("earliest", Cast(Value("infinity"), DateField()))
_BY_SORTING = {
    "number": (_NUMBER,),
    "date": (_NO_DAY_LAST, _NUMBER),
    "newest": ((F("photo_id") + Value(0, output_field=IntegerField())).desc(),),
}


def _best_first(asked: PhotoFilter) -> QuerySet[SearchEntry]:
    """Ranking reads the words of each candidate, so the candidates are bounded."""
    found, words = asked.matching(), asked.reading()
    headed = Matches(words.in_headings)
    candidates = found.filter(headed).values("pk")[:MOST_RANKED].union(found.values("pk")[:MOST_RANKED])
    return (
        SearchEntry.objects.filter(pk__in=candidates)
        .annotate(is_headed=Case(When(headed, then=Value(0)), default=Value(1)))
        .order_by("is_headed", Rank(words.words).desc(), "number_key")[:MOST_RANKED]
    )
