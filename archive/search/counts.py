"""How many photographs answer, and how many of them carry each value of each facet: one query for all.

A facet's values are counted under the other filters, as if nothing were chosen in it: so many there would be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from archive.search.counting import Row, Way, count_terms, known_terms, totals
from archive.search.facets import Facet, all_facets, facet_with
from archive.search.filters import PhotoFilter
from archive.search.lexemes import EVERY

_MOST_OFFERED = 30
_FEWEST_OFFERED = 8


@dataclass(frozen=True)
class FacetValue:
    """A value of a facet: what it is called, how many photographs carry it, how deep it lies within others."""

    value: str
    label: str
    number: int
    depth: int = 0
    within: str = ""


@dataclass(frozen=True)
class FacetCounts:
    """A facet and its values in the order to show them."""

    facet: Facet
    values: tuple[FacetValue, ...]


@dataclass(frozen=True)
class Counts:
    """The number of photographs and the counts of the facets."""

    total: int
    facets: tuple[FacetCounts, ...]


def counts_of_terms() -> dict[str, int]:
    """For every term of every facet, the number of public photographs that carry it. One query."""
    return {term: number for term, number in totals().items() if term != EVERY}


def count_of(facet_key: str) -> dict[str, int]:
    """For each value of one facet that occurs, the number of public photographs that carry it. One query."""
    prefix = facet_with(facet_key).term("")
    numbers = counts_of_terms()
    return {term.removeprefix(prefix): number for term, number in numbers.items() if term.startswith(prefix)}


def count(asked: PhotoFilter) -> Counts:
    """Count what answers. One query, and a second one where a facet has few values left, for those that were there."""
    chosen = asked.question.chosen
    terms = [facet_with(key).term(value) for key, values in chosen.items() for value in values]
    ways = [
        Way(key, asked.matching(without=key), asked.one_term(without=key), _lots(key, chosen)) for key in ("", *chosen)
    ]
    found = count_terms(ways, also=terms, most=_MOST_OFFERED)
    total = next((row.number for row in found[""] if row.term == EVERY), 0)
    values = {facet: _values(facet, found[facet.key if facet.key in chosen else ""]) for facet in all_facets()}
    if asked.one_term() != EVERY:
        _add_those_gone(values, terms)
    return Counts(total, tuple(FacetCounts(facet, tuple(_nested(facet, own))) for facet, own in values.items()))


def _lots(key: str, chosen: Mapping[str, Sequence[str]]) -> list[str]:
    """The lots to count when the facet `key` is left out: its own; when none is, those of all that are not chosen."""
    return sorted({facet.lot for facet in all_facets() if facet.key == key or (not key and facet.key not in chosen)})


def _values(facet: Facet, rows: Iterable[Row]) -> dict[str, FacetValue]:
    """The values of a facet among these rows, by value; what has no name on a page is left out."""
    prefix = facet.term("")
    own = [(row.term.removeprefix(prefix), row) for row in rows if row.term.startswith(prefix)]
    named = ((value, facet.said(value, row.label), row) for value, row in own)
    return {
        value: FacetValue(value, label, row.number, within=row.within.removeprefix(prefix))
        for value, label, row in named
        if label
    }


def _add_those_gone(values: Mapping[Facet, dict[str, FacetValue]], chosen: Sequence[str]) -> None:
    """Add, with no photograph, what is chosen or frequent elsewhere, to facets that have little to offer here."""
    short = [facet for facet, own in values.items() if len(own) < _FEWEST_OFFERED]
    shown = {facet.term(value) for facet, own in values.items() for value in own}
    missing = [term for term in chosen if term not in shown]
    if not short and not missing:
        return
    known = known_terms([facet.letter for facet in short], also=missing, most=_FEWEST_OFFERED)
    for facet, own in values.items():
        gone = _values(facet, (replace(row, number=0) for row in known))
        room = max(0, _FEWEST_OFFERED - len(own))
        wanted = [value for value in gone if value not in own]
        kept = [value for value in wanted if facet.term(value) in missing] + wanted[:room]
        own |= {value: gone[value] for value in kept}


def _nested(facet: Facet, values: Mapping[str, FacetValue]) -> Iterator[FacetValue]:
    """Each value after the one it lies in, most frequent first, or in the order of the values."""
    below: dict[str, list[FacetValue]] = {}
    for one in values.values():
        below.setdefault(one.within if one.within in values else "", []).append(one)
    for own in below.values():
        own.sort(key=(lambda one: one.value) if facet.in_order else (lambda one: (-one.number, one.label)))

    def walk(within: str, depth: int) -> Iterator[FacetValue]:
        for one in below.get(within, ()):
            yield replace(one, depth=depth)
            yield from walk(one.value, depth + 1)

    yield from walk("", 0)
