"""What a visitor types, taken apart: words, “phrases”, and what is to be -left out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.reading.folding import APOSTROPHES, bare

_MOST_WORDS = 20
_BETWEEN = r"\s,，、;；!！?？。()（）\[\]{}「」『』【】《》〈〉"
"""What parts words. Full stops and colons do not: they stand in numbers and codes."""

_PIECE = re.compile(
    rf"(?P<minus>(?<![^{_BETWEEN}])-(?=[\w\"“]))?(?:[\"“](?P<phrase>[^\"“”]*)[\"”]?|(?P<word>[^{_BETWEEN}\"“]+))"
)
_POSSESSIVE = re.compile(rf"[{APOSTROPHES}][sS]$")


@dataclass(frozen=True)
class Asked:
    """The plain words in their order, the phrases, and the words and phrases to leave out."""

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


def take_apart(text: str) -> Asked:
    """Read what was typed. Any text will do: a quotation mark left open runs to the end, a lone dash is nothing."""
    words, phrases, without = [], [], []
    for piece in list(_PIECE.finditer(text))[:_MOST_WORDS]:
        said = _plain(piece["word"]) if piece["word"] else piece["phrase"] or ""
        if piece["minus"]:
            without.append(said)
        elif piece["word"]:
            words.append(said)
        else:
            phrases.append(said)
    return Asked(tuple(filter(None, words)), tuple(phrases), tuple(without))


def without_each(text: str) -> list[tuple[str, str]]:
    """Each piece of what was typed, as it stands there, with what is left when it goes."""
    pieces = list(_PIECE.finditer(text))[:_MOST_WORDS]
    return [(piece.group(), f"{text[: piece.start()]} {text[piece.end() :]}".strip()) for piece in pieces]


def with_another(text: str, word: str, other: str) -> str:
    """What was typed, with another word in place of a plain one."""
    return _PIECE.sub(lambda piece: other if _is(piece, word) else piece.group(), text)


def _is(piece: re.Match[str], word: str) -> bool:
    """Whether the piece is this plain word, as `take_apart` gives it."""
    return bool(piece["word"]) and _plain(piece["word"]) == word and not piece["minus"]


def _plain(word: str) -> str:
    """The word without a full stop or a possessive at its end: a name is looked up as it is."""
    return _POSSESSIVE.sub("", bare(word))
