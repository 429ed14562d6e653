"""An old spelling read back: which pinyin it may stand for, syllable by syllable.

English spellings were mixed freely (Kueichow is half of each); a French one is French from end to end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice

from archive.reading.folding import fold, name_key
from archive.reading.romanization.french import french
from archive.reading.romanization.postal import postal
from archive.reading.romanization.syllables import PARTS
from archive.reading.romanization.wade_giles import wade_giles

Readings = Mapping[str, str]
"""Match keys of names in pinyin, each with the rule that leads there."""

RULES = ("pinyin", "wade_giles", "postal", "careless", "french")
"""The rules, surest first; a spelling that needs several is as sure as the least sure of them."""

Spellings = Mapping[str, Mapping[str, int]]
"""For every spelling of a syllable the syllables in pinyin it may stand for, each with the rank of the rule."""

_LONGEST_SYLLABLE = 7
_MOST_SYLLABLES = 4
_MOST_READINGS = 400
_HABITS = [
    (re.compile(pattern), written)
    for pattern, written in (
        (r"ou$", "ow"),
        (r"^ssu$", "su"),
        (r"^ssu$", "sz"),
        (r"^ssu$", "szu"),
        (r"^tzu$", "tze"),
        (r"^tzu$", "tsz"),
        (r"^i$", "yi"),
        (r"^i", "yi"),
        (r"^erh$", "er"),
        (r"h$", ""),
        (r"ien$", "in"),
        (r"ien$", "ian"),
        (r"^yen$", "ien"),
        (r"^hs", "sh"),
        (r"^hs", "s"),
        (r"^hs(?=[iu])", "h"),
        (r"^ch(?=[iu])", "k"),
        (r"^ch(?=i)", "ts"),
        (r"ung$", "ong"),
        (r"ueh$", "ioh"),
        (r"ueh$", "o"),
        (r"u(?=[ae])", "w"),
        (r"uei$", "ui"),
        (r"u$", "oo"),
        (r"u$", "uh"),
        (r"u$", "ow"),
        (r"e$", "eh"),
        (r"o$", "oh"),
        (r"ei$", "eh"),
        (r"ai$", "eh"),
        (r"^le$", "lo"),
        (r"^j(?=[eua])", "r"),
        (r"^j(?=[eua])", "y"),
    )
]


def readings(name: str) -> Readings:
    """The pinyin that a name in Latin letters may stand for, as match keys, with the rule: ``Tsinan`` may be jinan.

    Empty for what cannot be a name of two to four Mandarin syllables.
    """
    found: dict[str, str] = {}
    key = name_key(name)
    if not key.isascii() or len(key) > _LONGEST_SYLLABLE * _MOST_SYLLABLES:
        return found
    for table in (_spellings(), _french_spellings()):
        for pinyin, rank in islice(_read(key, table, _MOST_SYLLABLES), _MOST_READINGS):
            if pinyin not in found or rank < RULES.index(found[pinyin]):
                found[pinyin] = RULES[rank]
    return found


def least_syllables(name: str) -> int:
    """The fewest syllables that some spelling takes the name to have; 0 when it cannot be read."""
    return _least(name_key(name))


def _least(key: str) -> int:
    counts = [0] + [0] * len(key)
    for end in range(1, len(key) + 1):
        starts = range(max(0, end - _LONGEST_SYLLABLE), end)
        fits = [counts[at] + 1 for at in starts if (at == 0 or counts[at]) and key[at:end] in _spellings()]
        counts[end] = min(fits, default=0)
    return counts[-1]


def _read(key: str, table: Spellings, most: int) -> Iterator[tuple[str, int]]:
    """The ways to read a key that is not empty as at most so many syllables, each with the rank of its rule."""
    for length in range(min(_LONGEST_SYLLABLE, len(key)), 0, -1):
        if meant := table.get(key[:length]):
            rests = _rests(key[length:], table, most - 1)
            yield from (
                (syllable + rest, max(rank, other)) for syllable, rank in meant.items() for rest, other in rests
            )


def _rests(key: str, table: Spellings, most: int) -> list[tuple[str, int]]:
    if not key:
        return [("", 0)]
    return list(_read(key, table, most)) if most else []


@cache
def _spellings() -> Spellings:
    return _inverted((syllable, spelling, rank) for syllable in PARTS for spelling, rank in _ways(syllable))


@cache
def _french_spellings() -> Spellings:
    rank = RULES.index("french")
    return _inverted((syllable, spelling, rank) for syllable in PARTS for spelling in french(syllable))


def _inverted(ways: Iterable[tuple[str, str, int]]) -> Spellings:
    table: dict[str, dict[str, int]] = {}
    for syllable, spelling, rank in ways:
        meant = table.setdefault(spelling, {})
        meant[fold(syllable)] = min(rank, meant.get(fold(syllable), rank))
    return table


def _ways(syllable: str) -> Iterator[tuple[str, int]]:
    plain = fold(wade_giles(syllable))
    yield fold(syllable), RULES.index("pinyin")
    yield plain, RULES.index("wade_giles")
    yield from ((spelling, RULES.index("postal")) for spelling in postal(syllable))
    yield from ((pattern.sub(written, plain), RULES.index("careless")) for pattern, written in _HABITS)
