"""What a word may have been meant for that no photograph has: words that some have, and that differ by one letter."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping, Sequence

from archive.reading.folding import query_words
from archive.search.answering import totals_of

_LETTERS = string.ascii_lowercase
_LENGTHS = range(4, 21)
"""Of shorter words too many are one letter apart; longer ones are seldom typed."""

_MOST_TRIED = 3
"""So many unknown words at most: each asks the index for hundreds of others."""


def respelled(words: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """For those of the words, as typed, that no public photograph has: others that some have, frequent ones first.

    Words of four to twenty Latin letters alone. Two queries at most.
    """
    plain = {word: found[0] for word in words if len(found := query_words(word)) == 1 and _can_be_tried(found[0])}
    known = totals_of(plain.values())
    unknown = [word for word, folded in plain.items() if not known[folded]][:_MOST_TRIED]
    near = {word: _a_letter_apart(plain[word]) for word in unknown}
    totals = totals_of({other for others in near.values() for other in others})
    has = {word: [other for other in others if totals[other]] for word, others in near.items()}
    return {word: sorted(others, key=lambda other: (-totals[other], other)) for word, others in has.items()}


def _can_be_tried(word: str) -> bool:
    return word.isascii() and word.isalpha() and len(word) in _LENGTHS


def _a_letter_apart(word: str) -> set[str]:
    """With a letter less, with another letter, with one more, or with two that have changed places."""
    parted = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    less = {start + end[1:] for start, end in parted if end}
    turned = {start + end[1] + end[0] + end[2:] for start, end in parted if len(end) > 1}
    other = {start + letter + end[1:] for start, end in parted if end for letter in _LETTERS}
    more = {start + letter + end for start, end in parted for letter in _LETTERS}
    return (less | turned | other | more) - {word}
