"""Two texts side by side: which runs of words they share, and which only one of them has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|\w+|[^\w\s]", re.UNICODE)
_MOST = 4000
"""Letters. Longer texts are shown whole and unmarked: comparing words takes time in proportion to their square."""


@dataclass(frozen=True)
class Run:
    """A run of a text; `own` when the other text does not have it."""

    text: str
    own: bool


def marked(old: str, new: str) -> tuple[list[Run], list[Run]]:
    """The runs of both texts. Put together again they are the texts, letter for letter."""
    if len(old) + len(new) > _MOST:
        return [Run(old, True)], [Run(new, True)]
    left, right = _WORDS.findall(old), _WORDS.findall(new)
    matches = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    return (
        _runs((left[a:b], kind != "equal") for kind, a, b, _c, _d in matches),
        _runs((right[c:d], kind != "equal") for kind, _a, _b, c, d in matches),
    )


def _runs(pieces: Iterable[tuple[list[str], bool]]) -> list[Run]:
    return [Run("".join(words), own) for words, own in pieces if words]
