"""The photographs of a campaign counted by month, place and phase, in one pass over the search index."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

from django.db import connection
from django.db.models import Count, Func, IntegerField, QuerySet, TextField

from archive.models import Place, SearchEntry
from archive.search.facets import Facet, all_facets
from archive.search.filters import entries_with
from archive.search.lexemes import quote
from archive.search.query import Matches
from campaigns.asking import Asked, Stretch
from campaigns.models import Campaign

Months = tuple[date | None, date | None]
"""The first days of the first and the last month that a date allows; None where it is open or unknown."""


@dataclass(frozen=True)
class Span:
    """How many photographs were taken in a stretch of time: surely, and possibly (their dates also allow others)."""

    surely: int = 0
    possibly: int = 0

    @property
    def total(self) -> int:
        """All that its date allows."""
        return self.surely + self.possibly


@dataclass(frozen=True)
class Tally:
    """The public photographs of one campaign, counted. Make one with `tally_of`.

    `months` counts them by the months of their dates; `kinds` by their facet terms, which are in order with a blank on
    either side of each, and under these by their months.
    """

    months: Counter[Months]
    kinds: Mapping[str, Sequence[tuple[Months, int]]]

    @cached_property
    def totals(self) -> Mapping[str, int]:
        """All of them by their terms alone."""
        return {terms: sum([count for _months, count in counts]) for terms, counts in self.kinds.items()}

    @property
    def total(self) -> int:
        """All of them."""
        return self.months.total()

    @property
    def undated(self) -> int:
        """Those nobody has dated."""
        return self.months[None, None]

    def before(self, day: date) -> int:
        """Those that were or may have been taken before this day."""
        return sum(count for (first, _last), count in self.months.items() if first and first < day)

    def after(self, day: date) -> int:
        """Those that were or may have been taken after the month of this day."""
        return sum(count for (_first, last), count in self.months.items() if last and last > day)

    def of(self, campaign: Campaign) -> int:
        """Those of one of its phases."""
        term = f" {_facet('campaign').term(str(campaign.pk))} "
        return sum([count for terms, count in self.totals.items() if term in terms])

    def within(self, stretch: Stretch) -> Span:
        """Those taken in this stretch. A photograph counts in every stretch that its date touches."""
        surely = sum(count for months, count in self.months.items() if stretch.holds(*months))
        return Span(surely, self.touching(stretch) - surely)

    def touching(self, stretch: Stretch | None) -> int:
        """Those that may have been taken then; all, for no stretch."""
        return sum(count for months, count in self.months.items() if _touches(stretch, months))

    def days(self) -> set[date]:
        """The months at the ends of its photographs' dates."""
        return {day for months in self.months for day in months if day}

    @cached_property
    def lines(self) -> Mapping[str, frozenset[int]]:
        """For each set of terms the places in it: where a photograph was taken, and all that those places lie in."""
        prefix = _facet("place").term("")
        together = re.compile(f"(?: {re.escape(prefix)}[0-9]+)+")
        runs = {terms: found[0] if (found := together.search(terms)) else "" for terms in self.kinds}
        # Ten thousand photographs were taken at some hundred places: each run of terms is taken apart once.
        places = {run: frozenset(int(term.removeprefix(prefix)) for term in run.split()) for run in set(runs.values())}
        return {terms: places[run] for terms, run in runs.items()}

    def places(self) -> set[int]:
        """Every place that one of them was taken at or in."""
        return set().union(*self.lines.values())

    def placeless(self, stretch: Stretch | None) -> int:
        """Those, perhaps of one stretch of time, that no statement places anywhere."""
        return sum([count for terms, count in self._counted(stretch) if not self.lines[terms]])

    def by_place(self, parents: Mapping[int, int | None], stretch: Stretch | None) -> Counter[int]:
        """How many were taken at each place and at no place within it, perhaps only those of a stretch of time.

        `parents` says of each place in which it lies.
        """
        counts: Counter[int] = Counter()
        for terms, count in self._counted(stretch):
            places = self.lines[terms]
            for place in places.difference([parents.get(one) for one in places]):
                counts[place] += count
        return counts

    def _counted(self, stretch: Stretch | None) -> Iterable[tuple[str, int]]:
        """For each set of terms, how many photographs carry it and may have been taken then."""
        return self.totals.items() if stretch is None else self._touching(stretch)

    def _touching(self, stretch: Stretch) -> Iterator[tuple[str, int]]:
        touching = {months for months in self.months if stretch.touched_by(*months)}
        for terms, counts in self.kinds.items():
            count = sum([number for months, number in counts if months in touching])
            if count:
                yield terms, count


def tally_of(campaign: Campaign) -> Tally:
    """Count a campaign's photographs. One query, of plain text and numbers: there may be ten thousand kinds."""
    rows = (
        entries_with("campaign", str(campaign.pk))
        .order_by()
        .annotate(carried=_Joined("facets"), first=_Month("earliest"), last=_Month("latest"))
        .values_list("carried", "first", "last")
        .annotate(number=Count("*"))
    )
    months: Counter[Months] = Counter()
    kinds: dict[str, list[tuple[Months, int]]] = defaultdict(list)
    for carried, first, last, number in _fetched(rows):
        when = _first_day(first), _first_day(last)
        months[when] += number
        kinds[carried].append((when, number))
    return Tally(months, kinds)


def _fetched(rows: QuerySet[Any, Any]) -> Sequence[Any]:
    """All rows as the driver gives them: for thousands of plain values the ORM's way takes longer than the database."""
    with connection.cursor() as cursor:
        cursor.execute(*rows.query.sql_with_params())
        return cursor.fetchall()


class _Joined(Func):
    """A list of terms as one text; a term has no blanks."""

    template = "' ' || array_to_string(%(expressions)s, ' ') || ' '"
    output_field = TextField()


class _Month(Func):
    """The number of a day's month, counted from year 0."""

    template = "(date_part('year', %(expressions)s) * 12 + date_part('month', %(expressions)s) - 1)::int"
    output_field = IntegerField()


@cache
def _first_day(month: int | None) -> date | None:
    return None if month is None else date(month // 12, month % 12 + 1, 1)


def _touches(stretch: Stretch | None, months: Months) -> bool:
    return stretch is None or stretch.touched_by(*months)


def entries_asked(campaign: Campaign, asked: Asked) -> QuerySet[SearchEntry]:
    """The campaign's public photographs of the month and at the place that are asked for, in no order.

    At a place means there and at no place within it, as `Tally.by_place` counts. One query, for what lies within it.
    """
    parts = [quote(_facet("campaign").term(str(campaign.pk)))]
    if asked.place:
        below = Place.objects.filter(parent=asked.place).values_list("pk", flat=True)
        parts += [quote(_place(asked.place)), *(f"!{quote(_place(pk))}" for pk in below)]
    entries = SearchEntry.objects.open().filter(Matches(" & ".join(parts)))
    return _touching(entries, asked.stretch) if asked.stretch else entries


def _touching(entries: QuerySet[SearchEntry], stretch: Stretch) -> QuerySet[SearchEntry]:
    """Those whose date touches the stretch: the twin of `Stretch.touched_by`."""
    open_ends = entries.exclude(earliest__isnull=True, latest__isnull=True)
    return open_ends.exclude(earliest__gt=stretch.last).exclude(latest__lt=stretch.first)


def _place(pk: int) -> str:
    return _facet("place").term(str(pk))


def _facet(key: str) -> Facet:
    return next(facet for facet in all_facets() if facet.key == key)
