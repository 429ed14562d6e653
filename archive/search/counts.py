"""How many photographs answer, and how many of them carry each value of each facet: one query for all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import CharField, Count, F, Func, QuerySet

from archive.models import SearchEntry
from archive.search.facets import Facet, all_facets
from archive.search.lexemes import EVERY

_MOST_OFFERED = 60


class _Unnested(Func):
    function = "unnest"
    set_returning = True
    output_field = CharField()


@dataclass(frozen=True)
class FacetCounts:
    """A facet and its values that occur: value, label and number of photographs."""

    facet: Facet
    values: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class Counts:
    """The number of photographs and the counts of the facets."""

    total: int
    facets: tuple[FacetCounts, ...]


def counts_of_terms() -> dict[str, int]:
    """For every term of every facet, the number of public photographs that carry it. One query."""
    return _numbers(SearchEntry.objects.open())


def count_of(facet_key: str) -> dict[str, int]:
    """For each value of one facet that occurs, the number of public photographs that carry it. One query."""
    prefix = next(facet for facet in all_facets() if facet.key == facet_key).term("")
    numbers = counts_of_terms()
    return {term.removeprefix(prefix): number for term, number in numbers.items() if term.startswith(prefix)}


def count(entries: QuerySet[SearchEntry], *, chosen: Mapping[str, Sequence[str]]) -> Counts:
    """Count these entries. One query, and one for the labels of each facet that has to look them up.

    Values that are `chosen`, by the facet's key, are among those counted even where nothing carries them.
    """
    numbers = _numbers(entries)
    total = numbers.pop(EVERY, 0)
    return Counts(total, tuple(_counts(facet, numbers, chosen) for facet in all_facets()))


def _numbers(entries: QuerySet[SearchEntry]) -> dict[str, int]:
    terms = entries.order_by().values(term=_Unnested(F("facets"))).annotate(number=Count("*"))
    return {row["term"]: row["number"] for row in terms}


def _counts(facet: Facet, numbers: Mapping[str, int], chosen: Mapping[str, Sequence[str]]) -> FacetCounts:
    prefix = facet.term("")
    own = dict.fromkeys(chosen.get(facet.key, ()), 0)
    own |= {term.removeprefix(prefix): number for term, number in numbers.items() if term.startswith(prefix)}
    offered = _offered(own, chosen.get(facet.key, ())) if facet.most_first else own
    labels = facet.labels(offered) if offered else {}
    values = [(value, label, own[value]) for value, label in labels.items()]
    if facet.most_first:
        values.sort(key=lambda one: -one[2])
    return FacetCounts(facet, tuple(values))


def _offered(own: Mapping[str, int], chosen: Sequence[str]) -> set[str]:
    """The values worth a label: the most frequent, for nobody reads thousands, and those that are chosen."""
    return {*sorted(own, key=lambda value: -own[value])[:_MOST_OFFERED], *chosen}
