"""Where the words of a search stand in a text, so that a page can mark them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from archive.reading.folding import HAN, words

_PIECE = re.compile(rf"([{HAN}]+)|[^\W_{HAN}]+(?:[^\s\w]?[^\W_{HAN}]+)*")
_AROUND = 60


@lru_cache(maxsize=20_000)
def _lexemes(piece: str) -> tuple[str, ...]:
    """The lexemes of a word of a text. A page of captions says the same few hundred words again and again."""
    return tuple(words(piece))


@dataclass(frozen=True)
class Sought:
    """What is looked for: lexemes as `archive.reading.folding.query_words` gives them, and beginnings of lexemes."""

    words: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()

    def is_nothing(self) -> bool:
        """Whether there is nothing to look for."""
        return not (self.words or self.beginnings)

    def is_in(self, lexemes: Sequence[str]) -> bool:
        """Whether one of these lexemes is looked for."""
        if not self.words.isdisjoint(lexemes):
            return True
        return bool(self.beginnings) and any(word.startswith(self.beginnings) for word in lexemes)


class Piece(NamedTuple):
    """A piece of a text, and whether it is what was looked for."""

    text: str
    is_found: bool = False


def marked(text: str, sought: Sought) -> list[Piece]:
    """The text in pieces, which joined are the text. With nothing found it is one piece."""
    pieces, at = [], 0
    for start, end in _found(text, sought):
        pieces += [Piece(text[at:start]), Piece(text[start:end], is_found=True)]
        at = end
    return [piece for piece in (*pieces, Piece(text[at:])) if piece.text]


def excerpt(text: str, sought: Sought) -> list[Piece]:
    """Some words around the first place where something is found, marked; nothing when nothing is."""
    first = next(_found(text, sought), None)
    if first is None:
        return []
    start, end = max(0, first[0] - _AROUND), min(len(text), first[1] + _AROUND)
    shown = text[start:end]
    before = "… " if start else ""
    if start:
        shown = shown.partition(" ")[2] if " " in shown[: first[0] - start] else shown
    if end < len(text):
        cut = shown.rfind(" ", first[1] - first[0])
        shown = f"{shown[:cut] if cut > len(shown) - _AROUND else shown} …"
    return marked(before + " ".join(shown.split()), sought)


def _found(text: str, sought: Sought) -> Iterator[tuple[int, int]]:
    for match in _PIECE.finditer(text):
        if match.lastindex:  # a run of Han characters
            yield from _found_in_han(match.group(), match.start(), sought)
        elif sought.is_in(_lexemes(match.group())):
            yield match.span()


def _found_in_han(run: str, start: int, sought: Sought) -> Iterator[tuple[int, int]]:
    """Han characters have no blanks between them: those that are looked for, singly or as one of a pair."""
    hits = {place for place, char in enumerate(run) if sought.is_in(_lexemes(char))}
    for place in range(len(run) - 1):
        if sought.is_in(_lexemes(run[place : place + 2])[2:]):
            hits |= {place, place + 1}
    first = None
    for place in range(len(run) + 1):
        if place in hits and first is None:
            first = place
        elif place not in hits and first is not None:
            yield start + first, start + place
            first = None
