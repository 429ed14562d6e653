"""The photographs of a campaign counted by month, place and phase, in one pass over the search index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMonth

from archive.models import Place, SearchEntry
from archive.search.facets import Facet, all_facets
from archive.search.filters import entries_with
from archive.search.lexemes import quote
from archive.search.query import Matches
from campaigns.asking import Asked, Stretch
from campaigns.models import Campaign


@dataclass(frozen=True)
class Kind:
    """Photographs that are alike for counting: the same facet terms, the same months. And how many they are."""

    terms: frozenset[str]
    first: date | None
    last: date | None
    count: int

    def touches(self, stretch: Stretch | None) -> bool:
        """Whether they may have been taken then; everything touches no stretch at all."""
        return stretch is None or stretch.touched_by(self.first, self.last)


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
    """The public photographs of one campaign, by kind. Make one with `tally_of`."""

    kinds: Sequence[Kind]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(kind.count for kind in self.kinds)

    @property
    def undated(self) -> int:
        """Those nobody has dated."""
        return sum(kind.count for kind in self.kinds if kind.first is None and kind.last is None)

    def of(self, campaign: Campaign) -> int:
        """Those of one of its phases."""
        term = _facet("campaign").term(str(campaign.pk))
        return sum(kind.count for kind in self.kinds if term in kind.terms)

    def within(self, stretch: Stretch) -> Span:
        """Those taken in this stretch. A photograph counts in every stretch that its date touches."""
        surely = sum(kind.count for kind in self.kinds if _whole(stretch, kind))
        return Span(surely, sum(kind.count for kind in self.kinds if kind.touches(stretch)) - surely)

    def days(self) -> Iterable[date]:
        """The first days of the months at the ends of its photographs' dates."""
        return (day for kind in self.kinds for day in (kind.first, kind.last) if day)

    def places(self) -> set[int]:
        """Every place that one of them was taken at or in."""
        prefix = _facet("place").term("")
        return {int(term.removeprefix(prefix)) for kind in self.kinds for term in kind.terms if term.startswith(prefix)}

    def placeless(self, stretch: Stretch | None) -> int:
        """Those, perhaps of one stretch of time, that no statement places anywhere."""
        prefix = _facet("place").term("")
        return sum(
            kind.count
            for kind in self.kinds
            if kind.touches(stretch) and not any(term.startswith(prefix) for term in kind.terms)
        )

    def by_place(self, parents: Mapping[int, int | None], stretch: Stretch | None) -> Counter[int]:
        """How many were taken at each place and at no place within it, perhaps only those of a stretch of time.

        `parents` says of each place in which it lies.
        """
        prefix = _facet("place").term("")
        counts: Counter[int] = Counter()
        for kind in self.kinds:
            if kind.touches(stretch):
                places = {int(term.removeprefix(prefix)) for term in kind.terms if term.startswith(prefix)}
                for place in places - {parents.get(one) for one in places}:
                    counts[place] += kind.count
        return counts


def tally_of(campaign: Campaign) -> Tally:
    """Count a campaign's photographs. One query."""
    rows = (
        entries_with("campaign", str(campaign.pk))
        .order_by()
        .values_list("facets", TruncMonth("earliest"), TruncMonth("latest"))
        .annotate(number=Count("*"))
    )
    return Tally([Kind(frozenset(terms), first, last, number) for terms, first, last, number in rows])


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


def _whole(stretch: Stretch, kind: Kind) -> bool:
    """Whether all days of its first and its last month lie in the stretch."""
    return stretch.holds(kind.first, kind.last)


def _place(pk: int) -> str:
    return _facet("place").term(str(pk))


def _facet(key: str) -> Facet:
    return next(facet for facet in all_facets() if facet.key == key)
