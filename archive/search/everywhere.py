"""What facet terms are called, and which of them most of all public photographs carry.

Every list asks for both, and hardly anything of it changes between two lists: each is read once and kept for as long as
the index stays as it is (`memory`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from archive.models import FacetTerm, Tally
from archive.models.prepared import prepared_cursor
from archive.search.facets import all_facets
from archive.search.lexemes import EVERY

MOST_OFFERED = 30
"""So many values of each facet at most, the more frequent ones, can be chosen on a page."""

_TERMS, _TALLIES = FacetTerm._meta.db_table, Tally._meta.db_table

_CALLED = f"SELECT term, label, within FROM {_TERMS} WHERE term = ANY(%s)"
_FREQUENT = f"""
    SELECT n.term, number, coalesce(label, ''), coalesce(within, '') FROM (
        WITH changed AS MATERIALIZED (
            SELECT term, sum(number) AS number FROM (
                SELECT term, number FROM {_TALLIES} WHERE NOT is_settled
                UNION ALL SELECT * FROM unnest(%s::text[], %s::int[])
                UNION ALL SELECT unnest(%s::text[]), 0
            ) AS one (term, number) GROUP BY term
        )
        SELECT settled.term, number FROM unnest(%s::text[]) AS wanted (letter), LATERAL (
            SELECT term, number FROM {_TALLIES}
            WHERE is_settled AND split_part(term, '/', 1) = letter AND term NOT IN (SELECT term FROM changed)
            ORDER BY number DESC, term LIMIT %s
        ) AS settled
        UNION ALL
        SELECT term, number + coalesce((SELECT sum(s.number) FROM {_TALLIES} s WHERE s.term = c.term AND is_settled), 0)
        FROM changed c WHERE term = ANY(%s) OR split_part(term, '/', 1) = ANY(%s)
    ) AS n LEFT JOIN {_TERMS} USING (term) WHERE number > 0
"""
"""The most frequent of those whose tally is settled, by an index; and all whose number is another one than that."""


class Called(NamedTuple):
    """What the records call a term, and the term it lies within; both may be empty."""

    label: str = ""
    within: str = ""


class Everywhere:
    """All public photographs, as far as their terms go, at one standing of the index."""

    def __init__(self) -> None:
        self._called: dict[str, Called] = {}
        self._frequent: dict[int, dict[str, int]] = {}

    def called(self, terms: Iterable[str]) -> Mapping[str, Called]:
        """What these terms, which photographs carry, are called; and others. One query, for terms never asked for."""
        new = [term for term in terms if term not in self._called]
        if new:
            rows = {term: Called(label, within) for term, label, within in _fetched(_CALLED, [new])}
            self._called |= dict.fromkeys(new, Called()) | rows
        return self._called

    def frequent(self, opened: Mapping[str, int], also: Collection[str]) -> Mapping[str, int]:
        """The most frequent terms of each letter with their numbers, the more frequent first; then those in `also`.

        `opened` has what the tallies leave out: how many photographs that the clock has opened carry each term, and
        under `EVERY` how many they are. One query, for what was never asked; one more for terms that few carry.
        """
        frequent = self._frequent.get(opened[EVERY])
        if frequent is None:
            # While the index stays as it is, the clock only opens more: their number says which they are.
            letters = [facet.letter for facet in all_facets()]
            frequent = _most_frequent(self._numbers(opened, letters, [EVERY]))
            self._frequent = {opened[EVERY]: frequent}
        rare = [term for term in also if term not in frequent]
        return frequent | self._numbers(opened, [], rare) if rare else frequent

    def _numbers(self, opened: Mapping[str, int], letters: Sequence[str], also: Sequence[str]) -> dict[str, int]:
        """The most frequent terms of these letters, and some others that are carried by any. One query."""
        params = [list(opened), list(opened.values()), also, letters, MOST_OFFERED, also, letters]
        rows = _fetched(_FREQUENT, params)
        self._called |= {term: Called(label, within) for term, _number, label, within in rows}
        return {term: int(number) for term, number, _label, _within in rows}


def _most_frequent(numbers: Mapping[str, int]) -> dict[str, int]:
    """So many of each letter, in order."""
    places: Counter[str] = Counter()
    kept = {}
    for term, number in sorted(numbers.items(), key=lambda one: (-one[1], one[0])):
        letter = term.partition("/")[0]
        places[letter] += 1
        if places[letter] <= MOST_OFFERED:
            kept[term] = number
    return kept


def _fetched(sql: str, params: list[Any]) -> list[tuple[Any, ...]]:
    with prepared_cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()
