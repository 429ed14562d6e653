"""Tantivy, an embedded search engine, with the same words and facet terms of the same photographs.

Words lie in one field with their places, facet terms in a column each kind, order keys in columns. Total and counts of
facets are one aggregation; the page is a search that may skip what cannot come into it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from hashlib import sha256
from heapq import nlargest
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import tantivy
from django.db import connection, transaction
from tantivy import Query

from bench.asked import AllOf, AnyOf, Asked, Phrase, Prefix, Word
from bench.home import COUNT, HOME
from bench.questions import PER_PAGE, Question
from bench.rival import Found

PATH = HOME / f"tantivy-{COUNT}"
_AT_ONCE = 2_000
_MOST_VALUES = 10_000
_EVERY = "all"
_IS_TERM = "positions IS NULL AND lexeme ~ '^[a-z]/'"
_LETTERS = f"SELECT DISTINCT left(lexeme, 1) FROM archive_searchentry, unnest(terms) WHERE {_IS_TERM}"
_ENTRIES = f"""
    SELECT photo_id, row_number() OVER (ORDER BY number_key), coalesce(earliest - '1900-01-01', 1000000),
        ARRAY(SELECT lexeme FROM unnest(terms) WHERE {_IS_TERM}), word.places, word.lexemes
    FROM archive_searchentry, LATERAL (
        SELECT array_agg(place ORDER BY place) AS places, array_agg(lexeme ORDER BY place) AS lexemes
        FROM unnest(terms), unnest(positions) place
    ) word
    WHERE public_from IS NULL OR public_from <= now()
"""
_NAMES = {
    "place": "SELECT 'p/' || place_id, array_agg(key) FROM archive_placename WHERE NOT is_derived GROUP BY 1",
    "campaign": "SELECT 'c/' || campaign_id, array_agg(key) FROM campaigns_campaignname GROUP BY 1",
    "agent": """
        SELECT letter || '/' || agent, array_agg(key) FROM unnest(ARRAY['a', 'm']) letter, (
            SELECT id AS agent, key FROM archive_agent UNION ALL SELECT agent_id, key FROM archive_agentname
        ) AS named GROUP BY 1
    """,
    "title": "SELECT entry_id::text, array_agg(title_key) FROM archive_card GROUP BY 1",
    "code": "SELECT photo_id::text, array_agg(key) FROM archive_codereading GROUP BY 1",
}
"""What suggestions come from: for each kind the names, by the term or photograph that has them."""


class TantivyEngine:
    """Asks the engine. The index is made when there is none of these entries."""

    name = "Tantivy"

    def __init__(self) -> None:
        self._letters = _facet_letters()
        self._schema = _schema(self._letters)
        if not _is_current():
            _make(self._schema)
        self._searcher = tantivy.Index(self._schema, str(PATH)).searcher()
        terms = {"terms": {"size": _MOST_VALUES}}
        self._counts = {letter: {"terms": terms["terms"] | {"field": f"facet_{letter}"}} for letter in self._letters}

    def find(self, question: Question) -> Found:
        """What the page of this question shows."""
        if question.is_suggestion:
            named = [self._searcher.terms_with_prefix(field, question.letters) for field in _NAMES]
            return Found(sum(len(nlargest(5, own, key=itemgetter(1))) for own in named), [])
        query = self._query(question.asked)
        counts = self._searcher.aggregate(query, self._counts)
        for letter, asked in question.ways:
            self._searcher.aggregate(self._query(asked), {letter: self._counts[letter]})
        page = self._page(query, question)
        ids = self._searcher.fast_field_values("photo", [address for _score, address in page.hits])
        return Found(sum(one["doc_count"] for one in counts[_EVERY]["buckets"]), [int(pk or 0) for pk in ids])

    def _page(self, query: Query, question: Question) -> tantivy.SearchResult:
        order = None if question.order == "rank" else question.order
        return self._searcher.search(
            query, PER_PAGE, count=False, offset=question.offset, order_by_field=order, order=tantivy.Order.Asc
        )

    def _query(self, asked: Asked) -> Query:
        match asked:
            case Word(lexeme, is_term):
                field = f"facet_{_letter(lexeme)}" if is_term else "text"
                return Query.term_query(self._schema, field, lexeme, "basic" if is_term else "freq")
            case Prefix(letters):
                return Query.regex_query(self._schema, "text", f"{letters}.*")
            case Phrase(lexemes) if len(lexemes) == 1:
                return Query.term_query(self._schema, "text", lexemes[0], "freq")
            case Phrase(lexemes):
                return Query.phrase_query(self._schema, "text", list(lexemes))
            case AnyOf(parts):
                return Query.boolean_query([(tantivy.Occur.Should, self._query(part)) for part in parts])
            case AllOf(parts) if parts:
                return Query.boolean_query([(tantivy.Occur.Must, self._query(part)) for part in parts])
        return Query.all_query()


def size() -> int:
    """Bytes on disk."""
    return sum(file.stat().st_size for file in PATH.iterdir())


def _schema(letters: Iterable[str]) -> tantivy.Schema:
    builder = tantivy.SchemaBuilder().add_text_field("text", tokenizer_name="whitespace", index_option="position")
    for letter in letters:
        builder = builder.add_text_field(f"facet_{letter}", tokenizer_name="raw", fast=True, index_option="basic")
    for field in _NAMES:
        builder = builder.add_text_field(field, tokenizer_name="raw", index_option="basic")
    for key in ("photo", "number", "date"):
        builder = builder.add_integer_field(key, fast=True)
    return builder.build()


def _letter(term: str) -> str:
    return term.partition("/")[0]


def _facet_letters() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(_LETTERS)
        return [_EVERY, *sorted(letter for (letter,) in cursor.fetchall())]


def _is_current() -> bool:
    note = PATH / "made_from"
    return note.exists() and note.read_text() == _made_from()


def _made_from() -> str:
    """Changes when the table of entries is filled anew, and with this module."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_relation_filepath('archive_searchentry')")
        return f"{cursor.fetchone()[0]} {sha256(Path(__file__).read_bytes()).hexdigest()}"


def _make(schema: tantivy.Schema) -> None:
    shutil.rmtree(PATH, ignore_errors=True)
    PATH.mkdir(parents=True)
    index = tantivy.Index(schema, str(PATH))
    writer = index.writer(heap_size=256_000_000, num_threads=1)
    for document in _documents():
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    (PATH / "made_from").write_text(_made_from())


def _documents() -> Iterator[tantivy.Document]:
    names = {kind: _asked(statement) for kind, statement in _NAMES.items()}
    with transaction.atomic(), connection.chunked_cursor() as cursor:
        cursor.execute(_ENTRIES)
        while rows := cursor.fetchmany(_AT_ONCE):
            for row in rows:
                yield _document(names, *row)


def _asked(statement: str) -> dict[str, list[str]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return dict(cursor.fetchall())


def _document(
    names: dict[str, dict[str, list[str]]],
    pk: int,
    number: int,
    day: int,
    facets: list[str],
    places: list[int],
    words: list[str],
) -> tantivy.Document:
    document = tantivy.Document(photo=pk, number=number, date=day)
    for text in _runs(zip(places or (), words or (), strict=True)):
        document.add_text("text", text)
    for one in (_EVERY, *facets):
        document.add_text(f"facet_{_letter(one)}", one)
    for kind, own in names.items():
        for key in {key for one in (*facets, str(pk)) for key in own.get(one, ())}:
            document.add_text(kind, key)
    return document


def _runs(words: Iterable[tuple[int, str]]) -> Iterator[str]:
    """Words that stand one after the other, together: so that a phrase never runs from one text into the next."""
    for _gap, run in groupby(enumerate(words), key=lambda one: one[1][0] - one[0]):
        yield " ".join(lexeme for _turn, (_place, lexeme) in run)
