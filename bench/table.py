"""The tables of the search, with their bars."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection

from bench.bare import BareSql
from bench.collection import REBUILT_AT_MOST, Times
from bench.home import COUNT
from bench.measuring import Measured, median, p95
from bench.rival import Found
from bench.tantivy_engine import TantivyEngine, size

BIG = 1_000_000
MOST_BARE, MOST_TANTIVY = 1.5, 6.0
MOST_REBUILDING = 180
_LEAST = 0.01  # milliseconds that a clock can tell
_BARE, _TANTIVY = BareSql.name, TantivyEngine.name

_TIMES = f"""
Time, in milliseconds. “Database” is the sum of a request's queries; “response” is the whole of it through the
production server. “Same” says how many of the photographs on the page bare SQL has on its page too. “First” is the
response to the first visitor of all, before the process that answers has met the words.

{"":26s}{"found":>9s}{"same":>7s}{"queries":>9s}{"first":>8s}{"database":>10s}{"response":>10s}{"p95":>8s}   bar
"""
_PROCESSOR = f"""
Processor time, in milliseconds, of all processes that have a part: the “whole” response; the “search”, which is all
but drawing the page and HTTP; of that, “finding”: PostgreSQL's own, and what the process spends on what it keeps of the
index. Bars: finding at most {MOST_BARE} of bare SQL's, and {MOST_TANTIVY:.0f} of Tantivy's. They are asked for total,
counts and ids, and neither draws a page.

{"":26s}{"whole":>8s}{"search":>8s}{"finding":>10s}{"bare":>8s}{"Tantivy":>9s}   {"finding/":>10s}{"whole/":>8s}\
   {"finding/":>10s}{"whole/":>8s}
{"":61s}   {"bare":>10s}{"bare":>8s}   {"Tantivy":>10s}{"Tantivy":>8s}   bar
"""
_SIZES = """
    SELECT relname, pg_table_size(oid), pg_indexes_size(oid) FROM pg_class
    WHERE relkind = 'r' AND relname ~ '^archive_(searchentry|card|facet|tally|placename)'
    ORDER BY pg_total_relation_size(oid) DESC
"""
_MEMORY = """
    SELECT (
            SELECT sum(pg_relation_size(pg_class.oid))::bigint FROM pg_class JOIN pg_am ON pg_am.oid = relam
            WHERE amname = 'gin'
        ),
        pg_database_size(current_database()),
        (SELECT setting::bigint * 8192 FROM pg_settings WHERE name = 'shared_buffers')
"""


def show_times(times: Times) -> None:
    """Print how long the collection took to build, and whether `rebuild_search` keeps its bar."""
    steps = (f"{step} {took:.0f} s (processor {spent:.0f} s)" for step, (took, spent) in times.items())
    print("Built: " + ", ".join(steps) + ".")
    if "rebuild_search" in times and COUNT == REBUILT_AT_MOST:
        verdict = "kept" if times["rebuild_search"][0] < MOST_REBUILDING else "over it"
        print(f"The bar for rebuild_search is {MOST_REBUILDING} s: {verdict}.")


def show(rows: Sequence[Measured]) -> None:
    """Print both tables and what lies on disk."""
    print(_TIMES, end="")
    for row in rows:
        print(_times(row))
    print(_PROCESSOR, end="")
    for row in rows:
        print(_processor(row))
    print("\nOn disk and in memory")
    for line in _sizes():
        print(f"  {line}")


def _times(row: Measured) -> str:
    """One line, with every bar that is missed and every answer that differs."""
    middle, high = median(row.responses), p95(row.responses)
    most, most_high = _bars(row)
    missed = [f"median over {most:.0f}"] * (middle > most) + [f"p95 over {most_high:.0f}"] * (high > most_high)
    missed += [f"{name} finds {found.total:,}" for name, found in _differing(row)]
    same = f"{len(set(row.found.ids) & set(row.rivals_found[_BARE].ids))}/{len(row.found.ids)}"
    figures = f"{same:>7s}{row.queries:>9d}{row.first:>8.0f}{median(row.database):>10.1f}{middle:>10.1f}{high:>8.1f}"
    return f"{row.question.name:26s}{row.found.total:>9,}{figures}   {'; '.join(missed) or 'kept'}"


def _bars(row: Measured) -> tuple[float, float]:
    """The most that median and 95th percentile may take."""
    if COUNT < BIG:
        return 40, 80
    return (450 if row.question.is_heavy else 120), float("inf")


def _differing(row: Measured) -> list[tuple[str, Found]]:
    others = [] if row.question.is_suggestion else list(row.rivals_found.items())
    return [(name, found) for name, found in others if found.total != row.found.total]


def _processor(row: Measured) -> str:
    whole, search = (median([spent.all for spent in figures]) for figures in (row.whole, row.undrawn))
    finding = median([spent.database for spent in row.undrawn]) + median(row.recalling)
    bare = max(_LEAST, median([spent.database for spent in row.rivals[_BARE]]))
    tantivy = max(_LEAST, median([spent.all for spent in row.rivals[_TANTIVY]]))
    missed = [f"over {MOST_BARE} × bare SQL"] * (finding > MOST_BARE * bare)
    missed += [f"over {MOST_TANTIVY:.0f} × Tantivy"] * (finding > MOST_TANTIVY * tantivy)
    figures = f"{whole:>8.1f}{search:>8.1f}{finding:>10.1f}{bare:>8.1f}{tantivy:>9.2f}"
    to_bare = f"{finding / bare:>10.1f}{whole / bare:>8.1f}"
    to_tantivy = f"{finding / tantivy:>10.1f}{whole / tantivy:>8.1f}"
    return f"{row.question.name:26s}{figures}   {to_bare}   {to_tantivy}   {'; '.join(missed) or 'kept'}"


def _sizes() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(_SIZES)
        lines = [f"{name}: table {_mb(table)}, indexes {_mb(indexes)}" for name, table, indexes in cursor.fetchall()]
        cursor.execute(_MEMORY)
        words, everything, shared = cursor.fetchone()
    lines += [f"of which the index of words and facet terms: {_mb(words)}", f"the whole database: {_mb(everything)}"]
    return [*lines, f"PostgreSQL's shared memory: {_mb(shared)}", f"Tantivy's index: {_mb(size())}"]


def _mb(number: int) -> str:
    return f"{number / 1e6:,.1f} MB"
