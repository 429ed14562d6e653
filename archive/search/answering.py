"""What answers a question, found and counted: by what this process keeps of the index, or asked of the database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import connection

from archive.search.counting import timed_rows
from archive.search.counts import Counts, counts_of
from archive.search.everywhere import Everywhere
from archive.search.facets import facet_with
from archive.search.filters import PhotoFilter
from archive.search.lexemes import quote
from archive.search.matching import NOTHING, Matched, Select, matched, select_by_words
from archive.search.memory import Recalled, recall
from archive.search.query import Demand
from archive.search.terms import carrying

_TIMED, _HEADED = "timed", "headed"


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
    """Find and count what answers."""
    known = _fetched(asked) if _is_for_the_database(asked) else _recalled(asked)
    headed = (known.found.get(_HEADED) or NOTHING) if asked.is_ranked() else None
    counts = counts_of(asked, known.found, known.timed, known.everywhere)
    return Answer(counts, known.found.get(""), headed)


def total_of(asked: PhotoFilter) -> int:
    """How many photographs answer, and no more than that. Two queries."""
    if _is_for_the_database(asked):
        return asked.matching().count()
    return recall({"": asked.reading().demand()}).found[""].total


def totals_of(words: Iterable[str]) -> dict[str, int]:
    """How many public photographs have each of these words, which are folded as the index has them. One query."""
    demands = {word: Demand((quote(word),)) for word in words}
    if connection.in_atomic_block:
        found = matched({word: select_by_words(demand.tsquery) for word, demand in demands.items()})
    else:
        found = dict(recall(demands).found)
    return {word: one.total for word, one in found.items()}


def _is_for_the_database(asked: PhotoFilter) -> bool:
    """Days are compared by the database; and what a transaction has changed is for it alone to see."""
    return bool(asked.span) or not asked.is_valid() or connection.in_atomic_block


def _recalled(asked: PhotoFilter) -> Recalled:
    """Those that answer, and those that do without each of the chosen facets, as far as these are not all there are."""
    reading = asked.reading()
    demands = {
        key: reading.demand(without=key) for key in ("", *asked.question.chosen) if not asked.is_all(without=key)
    }
    headed = reading.headed() if asked.is_ranked() else None
    return recall(demands | ({_HEADED: headed} if headed else {}))


def _fetched(asked: PhotoFilter) -> Recalled:
    """The same, asked of the database. One query."""
    ways = _ways(asked)
    headed = {_HEADED: asked.headed_rows()} if ways and asked.is_ranked() else {}
    found = matched({**ways, _TIMED: timed_rows(), **headed})
    timed = found.pop(_TIMED)
    if ways and "" not in ways:
        found[""] = _narrowed(asked, {key: found[key] for key in ways})
    return Recalled(found, timed, Everywhere())


def _ways(asked: PhotoFilter) -> dict[str, Select]:
    """What to fetch: the entries that answer without each of the chosen facets; where that is all, those that do."""
    ways = {key: asked.rows(without=key) for key in asked.question.chosen if not asked.is_all(without=key)}
    return ways or ({} if asked.is_all() else {"": asked.rows()})


def _narrowed(asked: PhotoFilter, ways: Mapping[str, Matched]) -> Matched:
    """What answers: the least of the ways, and of that what has the facet which it leaves out."""
    key, found = min(ways.items(), key=lambda way: way[1].total)
    facet = facet_with(key)
    return carrying(found, facet.lot, [facet.term(value) for value in asked.question.chosen[key]])
