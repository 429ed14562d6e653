"""A visitor's search made into one PostgreSQL ``tsquery``, in which words, names and facets meet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.contrib.postgres.search import SearchQueryField
from django.db.models import BooleanField, F, FloatField, Func, Value

from archive.reading.folding import query_words
from archive.search.asking import Asked, take_apart
from archive.search.facets import Facet, all_facets
from archive.search.lexemes import EVERY, quote
from archive.search.names import Named, places_named_in

_PLACE_LETTER = "p"


@dataclass(frozen=True)
class Question:
    """What a visitor asks: words, the chosen values of each facet, and the words that are to be taken alone."""

    words: str = ""
    chosen: Mapping[str, Sequence[str]] = field(default_factory=dict)
    alone: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Reading:
    """How a question was understood: its tsquery, empty for “everything”, and the place names found in it."""

    tsquery: str
    named: tuple[Named, ...]


def read(question: Question) -> Reading:
    """Understand a question. At most one query, for the names in its words."""
    asked = take_apart(question.words)
    words = list(asked.words)
    named = tuple(one for one in places_named_in(words) if one.key not in question.alone)
    parts = [*_of_words(words, named), *_of_phrases(asked), *_of_facets(question.chosen)]
    return Reading(" & ".join(parts), named)


class Matches(Func):
    """Whether an entry answers a tsquery."""

    template = "%(expressions)s"
    arg_joiner = " @@ "
    output_field = BooleanField()

    def __init__(self, tsquery: str) -> None:
        super().__init__(F("terms"), _Literal(tsquery))


class Rank(Func):
    """How well an entry answers a tsquery: titles and codes weigh more than names, names more than captions."""

    function = "ts_rank"
    output_field = FloatField()

    def __init__(self, tsquery: str) -> None:
        super().__init__(F("terms"), _Literal(tsquery))


class _Literal(Func):
    """A tsquery of our own making, passed as a parameter."""

    template = "%(expressions)s::tsquery"
    output_field = SearchQueryField()

    def __init__(self, tsquery: str) -> None:
        super().__init__(Value(tsquery))


def _of_words(words: list[str], named: Sequence[Named]) -> Iterable[str]:
    at = 0
    for one in named:
        yield from _all_of(words[at : one.start])
        yield _any_of(one)
        at = one.end
    yield from _all_of(words[at:])


def _of_phrases(asked: Asked) -> Iterable[str]:
    """Phrases, and what is left out. What is only left out is left out of everything."""
    yield from (f"({phrase})" for phrase in map(_phrase, asked.phrases) if phrase)
    without = [phrase for phrase in map(_phrase, asked.without) if phrase]
    if without and not (asked.words or asked.phrases):
        yield quote(EVERY)
    yield from (f"!({phrase})" for phrase in without)


def _phrase(text: str) -> str:
    """These words one after the other; empty when there is no word in the text."""
    return " <-> ".join(_all_of([text]))


def _all_of(words: list[str]) -> Iterable[str]:
    return (quote(lexeme) for lexeme in query_words(" ".join(words)))


def _any_of(named: Named) -> str:
    """The places that the words name, or any of their names in a text: whichever was typed, the same is found."""
    places = [quote(f"{_PLACE_LETTER}/{place.pk}") for place, _ in named.places]
    spellings = {name.text for _, names in named.places for name in names if name.is_spelling()} | {named.typed}
    phrases = set(map(_phrase, spellings)) - {""}
    return "(" + " | ".join([*places, *(f"({phrase})" for phrase in sorted(phrases))]) + ")"


def _of_facets(chosen: Mapping[str, Sequence[str]]) -> Iterable[str]:
    facets: dict[str, Facet] = {facet.key: facet for facet in all_facets()}
    return (quote(facets[key].term(value)) for key, values in chosen.items() for value in values)
