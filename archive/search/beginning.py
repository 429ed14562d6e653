"""The values of facets whose names begin with some letters, and how many photographs carry them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from archive.models import Tally
from archive.models.prepared import prepared_cursor
from archive.reading.folding import name_key
from archive.search.counting import opened
from archive.search.facets import Facet, all_facets

_BEHIND_ALL = "\U0010ffff"
_OWN = "SELECT %s::text || value, key, text FROM ({names}) AS own (value, key, text) WHERE key ~>=~ %s AND key ~<~ %s"
_NUMBERED = """
    SELECT term, text, coalesce((SELECT sum(number) FROM {tallies} WHERE {tallies}.term = named.term), 0)
    FROM ({own}) AS named (term, key, text) ORDER BY key, text
"""


class Beginning(NamedTuple):
    """A name that begins so, of a value that so many photographs carry."""

    text: str
    number: int


def beginning_with(typed: str) -> dict[Facet, list[Beginning]]:
    """For each facet its values with a name that begins with these letters, in any spelling. Each goes by the first of
    such names, or of those that begin to the letter as it was typed.

    Two queries, and a third one for sets of terms that were never met before.
    """
    key, letter_for_letter = name_key(typed), typed.casefold()
    sql, params = _question(tuple(all_facets()))
    bounds = {_FROM: key, _TO: key + _BEHIND_ALL}
    with prepared_cursor() as cursor:
        cursor.execute(sql, [bounds.get(one, one) for one in params])
        rows = sorted(cursor.fetchall(), key=lambda row: not row[1].casefold().startswith(letter_for_letter))
    first: dict[str, Beginning] = {}
    for term, text, number in rows:
        first.setdefault(term, Beginning(text, int(number)))
    by_the_clock = opened()
    found: dict[Facet, list[Beginning]] = {facet: [] for facet in all_facets()}
    letters = {facet.letter: facet for facet in all_facets()}
    for term, one in first.items():
        number = one.number + by_the_clock.get(term, 0)
        if number:
            found[letters[term.partition("/")[0]]].append(one._replace(number=number))
    return found


_FROM, _TO = "from this key", "to this key"


@cache
def _question(facets: Sequence[Facet]) -> tuple[str, tuple[Any, ...]]:
    """All names of all facets in one statement, put together once, with two words for the bounds."""
    parts, params = [], []
    for facet in facets:
        names = facet.names()
        if names is not None:
            sql, own = names.query.sql_with_params()
            parts.append(_OWN.format(names=sql))
            params += [facet.term(""), *own, _FROM, _TO]
    return _NUMBERED.format(tallies=Tally._meta.db_table, own=" UNION ALL ".join(parts)), tuple(params)
