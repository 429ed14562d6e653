"""The photographs of a campaign counted by month, place and phase, in one pass over the search index."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property

import numpy as np
from django.db.models import QuerySet

from archive.models import Place, SearchEntry
from archive.models.search import NO_DAY
from archive.search.facets import Facet, all_facets
from archive.search.filters import entries_with
from archive.search.lexemes import quote
from archive.search.matching import Matched, matched, select
from archive.search.query import Matches
from archive.search.sets import keys_of
from campaigns.asking import Asked, Stretch
from campaigns.models import Campaign

Months = tuple[date | None, date | None]
"""The first days of the first and the last month that a date allows; None where it is open or unknown."""

_DAY_ZERO = date(2000, 1, 1)


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
    either side of each, and under these by their months. `found` are they themselves, `held` the terms of their sets.
    """

    months: Counter[Months]
    kinds: Mapping[str, Sequence[tuple[Months, int]]]
    found: Matched
    held: Mapping[int, str]

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
        term = _term_of(campaign)
        return sum([count for terms, count in self.totals.items() if term in terms])

    def first_of(self, campaign: Campaign, count: int) -> list[int]:
        """The first photographs of one of its phases, by number."""
        term, why = _term_of(campaign), self.found.sets("why")
        own = np.flatnonzero(np.isin(why, [number for number, terms in self.held.items() if term in terms]))
        first = np.argsort(self.found.numbers[own], kind="stable")[:count]
        return [int(photo) for photo in self.found.photos[own[first]]]

    def agents(self, *facets: str) -> Counter[int]:
        """How many photographs carry each agent in one of these facets."""
        counts: Counter[int] = Counter()
        prefixes = tuple(_facet(key).term("") for key in facets)
        for number, count in Counter(self.found.sets("who").tolist()).items():
            own = {int(term.partition("/")[2]) for term in self.held[number].split() if term.startswith(prefixes)}
            counts.update(dict.fromkeys(own, count))
        return counts

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
    """Count a campaign's photographs. Two queries: the photographs as numbers, and what their sets of terms hold."""
    found = matched({"": select(entries_with("campaign", str(campaign.pk)))})[""]
    where, why = found.sets("where").tolist(), found.sets("why").tolist()
    held = {number: f" {terms} " for number, terms in keys_of({*where, *why, *found.sets("who").tolist()}).items()}
    when = zip(map(_month, found.earliest.tolist()), map(_month, found.latest.tolist()), strict=True)
    months: Counter[Months] = Counter()
    kinds: dict[str, list[tuple[Months, int]]] = defaultdict(list)
    for (places, campaigns, month), number in Counter(zip(where, why, when, strict=True)).items():
        months[month] += number
        kinds[held[places] + held[campaigns]].append((month, number))
    return Tally(months, kinds, found, held)


@cache
def _month(day: int) -> date | None:
    """The first day of the month of a packed day."""
    return None if day == NO_DAY else (_DAY_ZERO + timedelta(day)).replace(day=1)


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


def _term_of(campaign: Campaign) -> str:
    """Its facet term as it stands in `Tally.kinds`."""
    return f" {_facet('campaign').term(str(campaign.pk))} "


def _place(pk: int) -> str:
    return _facet("place").term(str(pk))


def _facet(key: str) -> Facet:
    return next(facet for facet in all_facets() if facet.key == key)
