"""A visitor's search made into one PostgreSQL ``tsquery``, in which words, names and facets meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from django.contrib.postgres.search import SearchQueryField
from django.db.models import BooleanField, F, Func, Value

from archive.models.codes import code_key
from archive.reading.finding import Sought
from archive.reading.folding import phrase_words, query_words
from archive.search.asking import Asked, take_apart
from archive.search.facets import all_facets
from archive.search.lexemes import EVERY, code_lexeme, in_heading, neighbours, quote
from archive.search.names import Named, Slip, places_named_in

_PLACE_LETTER = "p"
_LEAST_OF_A_CODE = 4
_ANY_END = "*"
_PAIR = 2


@dataclass(frozen=True)
class Question:
    """What a visitor asks: words, the chosen values of each facet, and the words that are to be taken alone."""

    words: str = ""
    chosen: Mapping[str, Sequence[str]] = field(default_factory=dict)
    alone: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Demand:
    """Tsqueries that an entry must answer, all of them, and such that it may not."""

    parts: tuple[str, ...]
    without: tuple[str, ...] = ()

    @property
    def tsquery(self) -> str:
        """All of it as one tsquery; empty for “everything”."""
        everything = [quote(EVERY)] if self.without and not self.parts else []
        return " & ".join([*(self.parts or everything), *(f"!({one})" for one in self.without)])


@dataclass(frozen=True)
class Reading:
    """How a question was understood.

    `parts` are the demands of the words, each a tsquery, `without` what may not be there. Those answers that meet
    `headings` as well have the words in title, code or names, or were taken at the place. `facets` holds one for each
    facet that is chosen.
    """

    parts: tuple[str, ...]
    without: tuple[str, ...]
    headings: tuple[str, ...]
    facets: Mapping[str, str]
    named: tuple[Named, ...]
    slips: tuple[Slip, ...]
    sought: Sought

    @property
    def words(self) -> str:
        """The words as one tsquery; empty where there are none."""
        return Demand(self.parts, self.without).tsquery

    def demand(self, *, without: str = "") -> Demand:
        """Words and facets together, leaving out one facet."""
        facets = (one for key, one in self.facets.items() if key != without)
        return Demand((*self.parts, *facets), self.without)

    def headed(self) -> Demand | None:
        """Headings and facets together; None where no words are asked for."""
        return Demand((*self.headings, *self.facets.values())) if self.headings else None


@dataclass(frozen=True)
class _Part:
    """One demand of the words: as a tsquery, and as one over headings."""

    plain: str
    heading: str


def read(question: Question) -> Reading:
    """Understand a question. At most one query, for the names in its words."""
    asked = take_apart(question.words)
    found = places_named_in(list(asked.words))
    named = tuple(one for one in found.named if one.key not in question.alone)
    parts = [*_of_words(asked.words, named), *map(_of_phrase, filter(_has_words, asked.phrases))]
    return Reading(
        parts=tuple(part.plain for part in parts),
        without=tuple(_phrase(text) for text in asked.without if _has_words(text)),
        headings=tuple(part.heading for part in parts),
        facets=_of_facets(question.chosen),
        named=named,
        slips=found.slips,
        sought=_sought(asked, named),
    )


class Matches(Func):
    """Whether an entry answers a tsquery."""

    template = "%(expressions)s"
    arg_joiner = " @@ "
    output_field = BooleanField()

    def __init__(self, tsquery: str) -> None:
        super().__init__(F("terms"), _Literal(tsquery))


class _Literal(Func):
    """A tsquery of our own making, passed as a parameter."""

    template = "%(expressions)s::tsquery"
    output_field = SearchQueryField()

    def __init__(self, tsquery: str) -> None:
        super().__init__(Value(tsquery))


def _of_words(words: Sequence[str], named: Sequence[Named]) -> Iterator[_Part]:
    at = 0
    for one in named:
        yield from _all_of(words[at : one.start])
        yield _any_of(one)
        at = one.end
    yield from _all_of(words[at:])


def _all_of(words: Iterable[str]) -> Iterator[_Part]:
    """Each word: a word with an asterisk by its beginning, digits also as the beginning of a code."""
    for word in words:
        lexemes = query_words(word)
        for place, lexeme in enumerate(lexemes, 1):
            is_open = word.endswith(_ANY_END) and place == len(lexemes)
            yield _Part(_lexeme(lexeme, is_open), _lexeme(in_heading(lexeme), is_open))


def _lexeme(lexeme: str, is_open: bool) -> str:
    if is_open:
        return f"{quote(lexeme)}:*"
    bare = lexeme.removeprefix(in_heading(""))
    if len(bare) >= _LEAST_OF_A_CODE and bare.isascii() and any(char.isdigit() for char in bare):
        return f"({quote(lexeme)} | {quote(code_lexeme(code_key(bare)))}:*)"
    return quote(lexeme)


def _has_words(text: str) -> bool:
    return bool(query_words(text))


def _of_phrase(text: str) -> _Part:
    return _Part(f"({_phrase(text)})", " & ".join(quote(in_heading(word)) for word in query_words(text)))


def _phrase(text: str) -> str:
    """These words one after the other, of which there must be one."""
    return " | ".join(f"({_in_a_row(words)})" for words in phrase_words(text))


def _in_a_row(words: Sequence[str]) -> str:
    """By their neighbours; for more than two words the few photographs that have all of these are read."""
    pairs = sorted({quote(neighbours(one, other)) for one, other in pairwise(words)})
    return " & ".join(pairs if len(words) == _PAIR else [*pairs, f"({' <-> '.join(map(quote, words))})"])


def _any_of(named: Named) -> _Part:
    """The places that the words name, or any of their names in a text: whichever was typed, the same is found."""
    places = [quote(f"{_PLACE_LETTER}/{place.pk}") for place, _ in named.places]
    spellings = sorted(filter(_has_words, _spellings(named)))
    phrases = sorted({f"({_phrase(text)})" for text in spellings})
    headings = sorted({f"({_of_phrase(text).heading})" for text in spellings})
    return _Part(f"({' | '.join([*places, *phrases])})", f"({' | '.join([*places, *headings])})")


def _spellings(named: Named) -> set[str]:
    return {name.text for _, names in named.places for name in names if name.is_spelling()} | {named.typed}


def _of_facets(chosen: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """For each facet any of its chosen values."""
    facets = {facet.key: facet for facet in all_facets()}
    return {
        key: f"({' | '.join(quote(facets[key].term(value)) for value in values)})" for key, values in chosen.items()
    }


def _sought(asked: Asked, named: Sequence[Named]) -> Sought:
    whole = {word for word in asked.words if not word.endswith(_ANY_END)}
    texts = [*whole, *asked.phrases, *(text for one in named for text in _spellings(one))]
    beginnings = [word for one in asked.words if one.endswith(_ANY_END) for word in query_words(one)[-1:]]
    return Sought(frozenset(word for text in texts for word in query_words(text)), tuple(beginnings))
