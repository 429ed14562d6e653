"""How like two spellings are: for “did you mean”, never for taking one name for another.

A score from 0 to 1 with the rule that explains it. What typists confuse (e and i, o and u, n and ng, a doubled letter,
a lost h) costs less than an accident; the first letter is seldom wrong and costs more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

THRESHOLD = 0.7
"""Under this two spellings are not called alike."""

_ACCIDENT = 1.0
_VOWEL = 0.7
_SOUND = 0.5
_SLIGHT = 0.3
_AT_THE_START = 0.5
_STEEPNESS = 1.5
_VOWELS = frozenset("aeiou")
_NEAR = frozenset(map(frozenset, ("ei", "ou", "uw", "iy", "kg", "td", "pb", "sz", "jr", "lr")))


@dataclass(frozen=True, order=True)
class Likeness:
    """How like two spellings are, from 0 to 1, and why: ``same``, ``sound``, ``letters`` or ``unlike``."""

    score: float
    rule: str

    def is_likely(self) -> bool:
        """Whether one may be a slip for the other."""
        return self.score >= THRESHOLD


def likeness(typed: str, name: str) -> Likeness:
    """How like a typed spelling is to a name. Both are match keys, as `archive.reading.folding.name_key` makes them."""
    if typed == name:
        return Likeness(1.0, "same")
    if not typed or not name:
        return Likeness(0.0, "unlike")
    cost, is_sound = _distance(typed, name)
    score = round(max(0.0, 1 - _STEEPNESS * cost / max(len(typed), len(name))), 3)
    if score < THRESHOLD:
        return Likeness(score, "unlike")
    return Likeness(score, "sound" if is_sound else "letters")


def _distance(typed: str, name: str) -> tuple[float, bool]:
    """The least cost of making one into the other, and whether only sounds that are often confused differ."""
    above: Sequence[tuple[float, bool]] = ()
    row = _first_row(name)
    for line in range(1, len(typed) + 1):
        before, above, row = above, row, [_plus(row[0], _single(typed, line - 1))]
        for column in range(1, len(name) + 1):
            row.append(_cheapest(typed, name, (line, column), (before, above, row)))
    return row[-1]


def _first_row(name: str) -> list[tuple[float, bool]]:
    row = [(0.0, True)]
    for column in range(len(name)):
        row.append(_plus(row[-1], _single(name, column)))
    return row


def _cheapest(
    typed: str, name: str, at: tuple[int, int], rows: tuple[Sequence[tuple[float, bool]], ...]
) -> tuple[float, bool]:
    (line, column), (before, above, row) = at, rows
    ways = [
        _plus(above[column - 1], _swap(typed[line - 1], name[column - 1], is_first=line == column == 1)),
        _plus(above[column], _single(typed, line - 1)),
        _plus(row[column - 1], _single(name, column - 1)),
    ]
    if line > 1 and column > 1 and typed[line - 2 : line] == name[column - 1] + name[column - 2]:
        ways.append(_plus(before[column - 2], _VOWEL))
    return min(ways, key=lambda way: way[0])


def _plus(way: tuple[float, bool], cost: float) -> tuple[float, bool]:
    return way[0] + cost, way[1] and cost <= _VOWEL


@cache
def _swap(one: str, other: str, *, is_first: bool) -> float:
    if one == other:
        return 0.0
    extra = _AT_THE_START if is_first else 0.0
    if frozenset((one, other)) in _NEAR:
        return extra + _SOUND
    return extra + (_VOWEL if {one, other} <= _VOWELS else _ACCIDENT)


def _single(word: str, place: int) -> float:
    """What a letter costs that only one of the two has."""
    letter, before = word[place], word[place - 1] if place else ""
    if letter == before:
        return _SLIGHT
    if (letter == "h" and place) or (letter == "g" and before == "n"):
        return _SOUND
    return _ACCIDENT + (0.0 if place else _AT_THE_START)
