"""The simplest SQL that finds what a page shows: total and counts of all facets, and the ids of the page.

The values of a chosen facet are counted under the other filters, as on the page. Of many matches only 144 are ranked,
as the list does too: to rank them all would make an easy rival.
"""

from __future__ import annotations

import os

import psycopg

from bench.questions import PER_PAGE, Question
from bench.rival import Found

_OPEN = "(public_from IS NULL OR public_from <= now())"
_SETS = "where_set, when_set, why_set, who_set, what_set"
_COUNTS = f"""
    WITH counted AS (
        SELECT coalesce({_SETS}) AS id, grouping({_SETS}) = 31 AS is_total, count(*) AS number
        FROM archive_searchentry WHERE {{where}}
        GROUP BY GROUPING SETS ((), (where_set), (when_set), (why_set), (who_set), (what_set))
    )
    SELECT 'all', number FROM counted WHERE is_total UNION ALL
    SELECT term, sum(number) FROM counted JOIN archive_facetset s USING (id), string_to_table(s.key, ' ') term
    GROUP BY term
"""
_COUNTS_OF_ONE = """
    SELECT term, sum(number) FROM (
        SELECT {sets} AS id, count(*) AS number FROM archive_searchentry WHERE {where} GROUP BY 1
    ) counted JOIN archive_facetset s USING (id), string_to_table(s.key, ' ') term
    GROUP BY term
"""
_SETS_OF = {"p": "where_set", "y": "when_set"}
_IDS = "SELECT photo_id FROM archive_searchentry WHERE {where} ORDER BY {order} LIMIT {limit} OFFSET {offset}"
_BEST_IDS = """
    SELECT photo_id FROM (SELECT * FROM archive_searchentry WHERE {where} LIMIT 144) candidate
    ORDER BY ts_rank(terms, %(tsquery)s::tsquery) DESC, number_key LIMIT {limit}
"""
_ORDERS = {"number": "number_key", "date": "earliest, number_key"}
_NAMED = """
    SELECT term, number FROM (
        SELECT DISTINCT '{letter}/' || {owner} AS term FROM {names} WHERE key LIKE %(letters)s || '%%'
    ) named, LATERAL (
        SELECT count(*) AS number FROM archive_searchentry WHERE {where} AND terms @@ quote_literal(term)::tsquery
    ) carried
    WHERE number > 0 ORDER BY number DESC LIMIT 5
"""
_OWNERS = (
    ("p", "place_id", "(SELECT * FROM archive_placename WHERE NOT is_derived) own"),
    ("c", "campaign_id", "campaigns_campaignname"),
    *((letter, "id", "archive_agent") for letter in "am"),
    *((letter, "agent_id", "archive_agentname") for letter in "am"),
)
_TITLES = """
    SELECT title_key, count(*) FROM archive_card JOIN archive_searchentry ON photo_id = entry_id
    WHERE {where} AND title_key LIKE %(letters)s || '%%' GROUP BY 1 ORDER BY 2 DESC LIMIT 5
"""
_CODES = "SELECT verbatim FROM archive_codereading WHERE key LIKE %(letters)s || '%%' ORDER BY key LIMIT 5"


class BareSql:
    """Asks the same database, without anything of Verso."""

    name = "bare SQL"

    def __init__(self) -> None:
        self._connection = psycopg.connect(os.environ["DATABASE_URL"], autocommit=True, prepare_threshold=None)

    def find(self, question: Question) -> Found:
        """What the page of this question shows."""
        return self._suggest(question.letters) if question.is_suggestion else self._list(question)

    def _list(self, question: Question) -> Found:
        tsquery = question.asked.tsquery()
        where = f"{_OPEN} AND terms @@ %(tsquery)s::tsquery" if tsquery else _OPEN
        counts = dict(self._ask(_COUNTS.format(where=where), tsquery=tsquery))
        for letter, asked in question.ways:
            self._count_one(letter, asked.tsquery())
        statement = _BEST_IDS if question.order == "rank" else _IDS
        order = _ORDERS.get(question.order, "")
        page = statement.format(where=where, order=order, limit=PER_PAGE, offset=question.offset)
        return Found(counts.get("all", 0), [pk for (pk,) in self._ask(page, tsquery=tsquery)])

    def _count_one(self, letter: str, tsquery: str) -> None:
        where = f"{_OPEN} AND terms @@ %(tsquery)s::tsquery" if tsquery else _OPEN
        self._ask(_COUNTS_OF_ONE.format(sets=_SETS_OF[letter], where=where), tsquery=tsquery)

    def _suggest(self, letters: str) -> Found:
        named = [
            _NAMED.format(letter=letter, owner=owner, names=names, where=_OPEN) for letter, owner, names in _OWNERS
        ]
        found = [self._ask(one, letters=letters) for one in (*named, _TITLES.format(where=_OPEN), _CODES)]
        return Found(sum(map(len, found)), [])

    def _ask(self, statement: str, **params: str) -> list[tuple]:
        return self._connection.execute(statement, params).fetchall()
