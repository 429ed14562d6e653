"""A photograph's words as the literal of a PostgreSQL ``tsvector``: folded by us, weighted and in their places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from archive.reading.folding import words

EVERY = "all"
"""The term that every entry carries, so that one count of terms counts the photographs too."""

_LAST_POSITION = 16_383
_MOST_POSITIONS = 255
_GAP = 10


def vector(sections: Mapping[str, Iterable[str]], terms: Iterable[str]) -> str:
    """The literal of a tsvector. `sections` maps a weight (A to D) to texts; `terms` stand in it without a place.

    Texts are kept apart by a gap, so that a phrase never runs from one into the next.
    """
    places: dict[str, list[str]] = {term: [] for term in terms}
    position = 0
    for weight, texts in sections.items():
        for text in texts:
            for word in words(text):
                position = min(position + 1, _LAST_POSITION)
                places.setdefault(word, []).append(f"{position}{weight}")
            position += _GAP
    return " ".join(_entry(word, where) for word, where in places.items())


def quote(lexeme: str) -> str:
    """A lexeme as it stands in the literal of a tsvector or tsquery."""
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'"


def _entry(word: str, where: list[str]) -> str:
    return quote(word) + (":" + ",".join(where[:_MOST_POSITIONS]) if where else "")
