"""A photograph's words as the literal of a PostgreSQL ``tsvector``: folded by us, weighted and in their places.

Beside the words stand lexemes that no text can hold, so that the index alone answers every question: facet terms
(``p/33``), words of titles and names (``=ferry``), codes (``#07041430b``) and neighbours (``~ferry boat``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

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
    places: defaultdict[str, list[str]] = defaultdict(list)
    placeless = {EVERY, *bare}
    start = 1
    for weight, texts in sections.items():
        for text in texts:
            placed = placed_words(text)
            for place, here in enumerate(placed, start):
                at = f"{place if place < _LAST_POSITION else _LAST_POSITION}{weight}"
                for word in here:
                    places[word].append(at)
            if weight in HEADINGS:
                placeless.update([in_heading(word) for here in placed for word in here])
            placeless.update(
                [neighbours(one, other) for here, after in pairwise(placed) for one in here for other in after]
            )
            start += max(len(placed) - 1, 0) + _GAP
    entries = [f"{quote(word)}:{','.join(where[:_MOST_POSITIONS])}" for word, where in places.items()]
    return " ".join([*map(quote, placeless), *entries])


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
