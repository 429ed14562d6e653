"""How many photographs answer, and how many of them carry each value of each facet.

A facet's values are counted under the other filters, as if nothing were chosen in it: so many there would be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from archive.models.search import LOTS
from archive.search.counting import totals
from archive.search.everywhere import MOST_OFFERED, Called, Everywhere
from archive.search.facets import Facet, all_facets, facet_with
from archive.search.filters import PhotoFilter
from archive.search.lexemes import EVERY
from archive.search.matching import Matched
from archive.search.terms import sums_of

_FEWEST_OFFERED = 8
_TIMED = "timed"


class FacetValue(NamedTuple):
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
    """For every term of every facet, the number of public photographs that carry it. Two queries."""
    return {term: number for term, number in totals().items() if term != EVERY}


def count_of(facet_key: str) -> dict[str, int]:
    """For each value of one facet that occurs, the number of public photographs that carry it. Two queries."""
    prefix = facet_with(facet_key).term("")
    numbers = counts_of_terms()
    return {term.removeprefix(prefix): number for term, number in numbers.items() if term.startswith(prefix)}


def counts_of(asked: PhotoFilter, found: Mapping[str, Matched], timed: Matched, everywhere: Everywhere) -> Counts:
    """Count what was found: the photographs that answer under "", and under the key of each chosen facet those that do
    without it. What is not there is everything. `timed` are the public photographs that the clock has opened."""
    chosen = asked.question.chosen
    terms = [facet_with(key).term(value) for key, values in chosen.items() for value in values]
    counted = {key: (found[key], _lots(key, chosen)) for key in ("", *chosen) if key in found}
    summed = sums_of({**counted, _TIMED: (timed, LOTS)})
    opened = summed.pop(_TIMED).all() | {EVERY: timed.total}
    sums: dict[str, Mapping[str, int]] = {
        key: own.most_frequent(MOST_OFFERED, also=terms) for key, own in summed.items()
    }
    missing = [term for term in terms if not any(term in own for own in sums.values())]
    uncounted = {"", *chosen} - set(sums)
    frequent = everywhere.frequent(opened, also=terms if uncounted else missing)
    sums |= dict.fromkeys(uncounted, frequent)
    called = everywhere.called({term for own in (*sums.values(), frequent) for term in own})
    lettered = {key: _by_letter(own) for key, own in sums.items()}
    ways = {facet: lettered[facet.key if facet.key in chosen else ""] for facet in all_facets()}
    values = {facet: _values(facet, own.get(facet.letter, ()), called) for facet, own in ways.items()}
    if "" in found:
        _add_those_gone(values, terms, _by_letter(frequent), called)
    total = found[""].total if "" in found else frequent.get(EVERY, 0)
    return Counts(total, tuple(FacetCounts(facet, tuple(_nested(facet, own))) for facet, own in values.items()))


def _lots(key: str, chosen: Mapping[str, Sequence[str]]) -> list[str]:
    """The lots to count when the facet `key` is left out: its own; when none is, those of all that are not chosen."""
    return sorted({facet.lot for facet in all_facets() if facet.key == key or (not key and facet.key not in chosen)})


def _by_letter(numbers: Mapping[str, int]) -> dict[str, list[tuple[str, int]]]:
    """Terms and their numbers by the letter of their facet."""
    found: dict[str, list[tuple[str, int]]] = {}
    for one in numbers.items():
        found.setdefault(one[0].partition("/")[0], []).append(one)
    return found


def _values(facet: Facet, numbers: Iterable[tuple[str, int]], called: Mapping[str, Called]) -> dict[str, FacetValue]:
    """The values of a facet, by value; what has no name on a page is left out."""
    prefix, values = facet.term(""), {}
    for term, number in numbers:
        value, (label, within) = term.removeprefix(prefix), called[term]
        if said := facet.said(value, label):
            values[value] = FacetValue(value, said, number, within=within.removeprefix(prefix))
    return values


def _add_those_gone(
    values: Mapping[Facet, dict[str, FacetValue]],
    chosen: Sequence[str],
    frequent: Mapping[str, Sequence[tuple[str, int]]],
    called: Mapping[str, Called],
) -> None:
    """Add, with no photograph, what is chosen or frequent elsewhere, to facets that have little to offer here."""
    for facet, own in values.items():
        room, is_chosen = max(0, _FEWEST_OFFERED - len(own)), any(term.startswith(facet.term("")) for term in chosen)
        everywhere = _values(facet, frequent.get(facet.letter, ()), called) if room or is_chosen else {}
        gone = [value for value in everywhere if value not in own]
        kept = [value for value in gone if facet.term(value) in chosen] + gone[:room]
        own |= {value: everywhere[value]._replace(number=0) for value in kept}


def _nested(facet: Facet, values: Mapping[str, FacetValue]) -> Iterator[FacetValue]:
    """Each value after the one it lies in, most frequent first, or in the order of the values."""
    below: dict[str, list[FacetValue]] = {}
    for one in values.values():
        below.setdefault(one.within if one.within in values else "", []).append(one)
    for own in below.values():
        own.sort(key=(lambda one: one.value) if facet.in_order else (lambda one: (-one.number, one.label)))

    def walk(within: str, depth: int) -> Iterator[FacetValue]:
        for one in below.get(within, ()):
            yield FacetValue(one.value, one.label, one.number, depth, one.within)
            yield from walk(one.value, depth + 1)

    yield from walk("", 0)
