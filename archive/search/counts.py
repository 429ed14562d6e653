"""How many photographs answer, and how many of them carry each value of each facet.

A facet's values are counted under the other filters, as if nothing were chosen in it: so many there would be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db import connection

from archive.models.search import LOTS
from archive.search.counting import Row, Wanted, look_up, timed_rows, totals
from archive.search.facets import Facet, all_facets, facet_with
from archive.search.filters import PhotoFilter
from archive.search.lexemes import EVERY
from archive.search.matching import NOTHING, Matched, Select, matched
from archive.search.memory import recall
from archive.search.terms import carrying, sums_of

_MOST_OFFERED = 30
_FEWEST_OFFERED = 8
_TIMED, _HEADED = "timed", "headed"


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


@dataclass(frozen=True)
class Answer:
    """What answers a question: the counts, and the photographs themselves.

    `found` has all of them, `headed` those that have the words in their titles, codes or names, and some that are not
    among `found`; both are None where nothing is asked, which is for every photograph there is.
    """

    counts: Counts
    found: Matched | None
    headed: Matched | None


def answer(asked: PhotoFilter) -> Answer:
    """Find and count what answers: by what this process keeps of the index, where the question allows it."""
    # Days are compared by the database; and what a transaction has changed is for it alone to see.
    is_for_the_database = asked.span or not asked.is_valid() or connection.in_atomic_block
    found = _fetched(asked) if is_for_the_database else _recalled(asked)
    return Answer(_count(asked, found), found.get(""), found.get(_HEADED))


def _recalled(asked: PhotoFilter) -> dict[str, Matched]:
    """Those that answer, and those that do without each of the chosen facets, as far as these are not all there are."""
    reading = asked.reading()
    demands = {
        key: reading.demand(without=key) for key in ("", *asked.question.chosen) if not asked.is_all(without=key)
    }
    headed = reading.headed() if asked.is_ranked() else None
    recalled = recall(demands | ({_HEADED: headed} if headed else {}))
    none = {_HEADED: NOTHING} if asked.is_ranked() else {}
    return {**none, **recalled.found, _TIMED: recalled.timed}


def _fetched(asked: PhotoFilter) -> dict[str, Matched]:
    """The same, asked of the database. One query."""
    ways = _ways(asked)
    headed = {_HEADED: asked.headed_rows()} if ways and asked.is_ranked() else {}
    found = matched({**ways, _TIMED: timed_rows(), **headed})
    if ways and "" not in ways:
        found[""] = _narrowed(asked, {key: found[key] for key in ways})
    return found


def _ways(asked: PhotoFilter) -> dict[str, Select]:
    """What to fetch: the entries that answer without each of the chosen facets; where that is all, those that do."""
    ways = {key: asked.rows(without=key) for key in asked.question.chosen if not asked.is_all(without=key)}
    return ways or ({} if asked.is_all() else {"": asked.rows()})


def _narrowed(asked: PhotoFilter, ways: Mapping[str, Matched]) -> Matched:
    """What answers: the least of the ways, and of that what has the facet which it leaves out."""
    key, found = min(ways.items(), key=lambda way: way[1].total)
    facet = facet_with(key)
    return carrying(found, facet.lot, [facet.term(value) for value in asked.question.chosen[key]])


def count(asked: PhotoFilter) -> Counts:
    """Count what answers."""
    return answer(asked).counts


def _count(asked: PhotoFilter, found: Mapping[str, Matched]) -> Counts:
    chosen = asked.question.chosen
    terms = [facet_with(key).term(value) for key, values in chosen.items() for value in values]
    lots = {key: _lots(key, chosen) for key in ("", *chosen) if key in found} | {_TIMED: LOTS}
    summed = sums_of({key: (found[key], own) for key, own in lots.items()})
    opened = summed.pop(_TIMED).all() | {EVERY: found[_TIMED].total}
    sums = {key: own.most_frequent(_MOST_OFFERED, also=terms) for key, own in summed.items()}
    rows = _named(sums, _wanted(sums, chosen, terms), opened)
    lettered = {key: _by_letter(own) for key, own in rows.items()}
    values = {facet: _values(facet, lettered[facet.key if facet.key in chosen else ""]) for facet in all_facets()}
    if "" in found:
        _add_those_gone(values, terms, rows[EVERY])
    return Counts(_total(found, rows[EVERY]), tuple(_boxes(values)))


def _by_letter(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """The rows by the letter of their facet."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.term.partition("/")[0], []).append(row)
    return found


def _boxes(values: Mapping[Facet, Mapping[str, FacetValue]]) -> Iterator[FacetCounts]:
    return (FacetCounts(facet, tuple(_nested(facet, own))) for facet, own in values.items())


def _total(found: Mapping[str, Matched], everywhere: Sequence[Row]) -> int:
    if "" in found:
        return found[""].total
    return next((row.number for row in everywhere if row.term == EVERY), 0)


def _wanted(sums: Mapping[str, Mapping[str, int]], chosen: Mapping[str, Sequence[str]], terms: Sequence[str]) -> Wanted:
    """What to look up among all photographs: everything where a facet is counted so, else what may be shown as gone."""
    free = ["" if facet.key not in chosen else facet.key for facet in all_facets()]
    if "" not in sums or any(key not in sums for key in free):
        return Wanted([facet.letter for facet in all_facets()], [EVERY, *terms], _MOST_OFFERED)
    offered = {key: Counter(term.partition("/")[0] for term in own) for key, own in sums.items()}
    letters = [facet.letter for facet in all_facets()]
    short = [letter for letter, key in zip(letters, free, strict=True) if offered[key][letter] < _FEWEST_OFFERED]
    missing = [term for term in terms if not any(term in own for own in sums.values())]
    return Wanted(short, missing, _FEWEST_OFFERED)


def _named(
    sums: Mapping[str, Mapping[str, int]], wanted: Wanted, opened: Mapping[str, int]
) -> dict[str, Sequence[Row]]:
    """The rows of each way to count, and of all photographs under `EVERY`; these stand in for ways without a count."""
    labels, everywhere = look_up({term for own in sums.values() for term in own}, wanted, opened)
    rows: dict[str, Sequence[Row]] = {
        key: [_counted(labels[term], number) for term, number in own.items()] for key, own in sums.items()
    }
    return {EVERY: everywhere, **{facet.key: everywhere for facet in all_facets()}, "": everywhere, **rows}


def _counted(row: Row, number: int) -> Row:
    return row._replace(number=number)


def _lots(key: str, chosen: Mapping[str, Sequence[str]]) -> list[str]:
    """The lots to count when the facet `key` is left out: its own; when none is, those of all that are not chosen."""
    return sorted({facet.lot for facet in all_facets() if facet.key == key or (not key and facet.key not in chosen)})


def _values(facet: Facet, rows: Mapping[str, Sequence[Row]]) -> dict[str, FacetValue]:
    """The values of a facet among these rows, by value; what has no name on a page is left out."""
    prefix, values = facet.term(""), {}
    for row in rows.get(facet.letter, ()):
        value = row.term.removeprefix(prefix)
        if label := facet.said(value, row.label):
            values[value] = FacetValue(value, label, row.number, within=row.within.removeprefix(prefix))
    return values


def _add_those_gone(
    values: Mapping[Facet, dict[str, FacetValue]], chosen: Sequence[str], everywhere: Sequence[Row]
) -> None:
    """Add, with no photograph, what is chosen or frequent elsewhere, to facets that have little to offer here."""
    none = _by_letter(_counted(row, 0) for row in everywhere)
    for facet, own in values.items():
        room = max(0, _FEWEST_OFFERED - len(own))
        gone = _values(facet, none) if room or any(term.startswith(facet.term("")) for term in chosen) else {}
        wanted = [value for value in gone if value not in own]
        kept = [value for value in wanted if facet.term(value) in chosen] + wanted[:room]
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
            yield FacetValue(one.value, one.label, one.number, depth, one.within)
            yield from walk(one.value, depth + 1)

    yield from walk("", 0)
