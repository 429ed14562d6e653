"""A photograph's words as the literal of a PostgreSQL ``tsvector``: folded by us, weighted and in their places.

Beside the words stand lexemes that no text can hold, so that the index alone answers every question: facet terms
(``p/33``), words of titles and names (``=ferry``), codes (``#07041430b``) and neighbours (``~ferry boat``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from archive.reading.folding import placed_words

EVERY = "*"
"""The lexeme that every photograph carries."""

HEADINGS = ("A", "B")
"""The weights of what stands at the head of a photograph: titles, numbers and codes, then names."""

_LAST_POSITION = 16_383
_MOST_POSITIONS = 255
_GAP = 10


def vector(sections: Mapping[str, Iterable[str]], bare: Iterable[str]) -> str:
    """The literal of a tsvector. `sections` maps a weight (A to D) to texts; `bare` lexemes have no place in it.

    Texts are kept apart by a gap, so that a phrase never runs from one into the next.
    """
    places: defaultdict[str, list[str]] = defaultdict(list, {lexeme: [] for lexeme in (EVERY, *bare)})
    start = 1
    for weight, texts in sections.items():
        for text in texts:
            placed = placed_words(text)
            for place, word in placed:
                places[word].append(f"{min(start + place, _LAST_POSITION)}{weight}")
                if weight in HEADINGS:
                    places.setdefault(in_heading(word), [])
            at = _by_place(placed)
            for lexeme in _neighbours(at):
                places.setdefault(lexeme, [])
            start += max(at, default=0) + _GAP
    return " ".join([_entry(word, where) for word, where in places.items()])


def _by_place(placed: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    at: dict[int, list[str]] = {}
    for place, word in placed:
        at.setdefault(place, []).append(word)
    return at


def _neighbours(at: Mapping[int, list[str]]) -> Iterator[str]:
    for place, here in at.items():
        for other in at.get(place + 1, ()):
            for one in here:
                yield neighbours(one, other)


def in_heading(word: str) -> str:
    """The lexeme of a word that stands in a title, number, code or name."""
    return f"={word}"


def code_lexeme(key: str) -> str:
    """The lexeme of a provenance code or number, given its digits and letters; its beginnings find it too."""
    return f"#{key}"


def neighbours(first: str, second: str) -> str:
    """The lexeme of one word right before another: a phrase of two words is found without reading any text."""
    return f"~{first} {second}"


def quote(lexeme: str) -> str:
    """A lexeme as it stands in the literal of a tsvector or tsquery."""
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'"


def _entry(word: str, where: list[str]) -> str:
    return quote(word) + (":" + ",".join(where[:_MOST_POSITIONS]) if where else "")
