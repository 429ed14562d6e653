"""The syllables of Mandarin in pinyin, and a name taken apart into them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from archive.reading.folding import APOSTROPHES, HYPHENS

_INITIALS = {
    "": "a ai an ang ao e ei en eng er o ou",
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo ü üe",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo ü üe",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u ua uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
}
PARTS = {initial + final: (initial, final) for initial, finals in _INITIALS.items() for final in finals.split()}
"""Every syllable with its initial and its final, as pinyin writes them."""

_LONGEST = max(map(len, PARTS))
_DIAERESIS = "\u0308"
_BREAKS = re.compile(rf"[\s\d{APOSTROPHES}{HYPHENS}]+")


def syllables(pinyin: str) -> tuple[str, ...]:
    """The syllables of a name in pinyin: ``Xi'an`` is ``("xi", "an")``; empty when it is not made of such.

    Tones, as marks or figures, are passed over; spaces, hyphens and apostrophes part syllables. Where nothing parts
    them the rule of pinyin does, that inside a word no syllable begins with a vowel unless an apostrophe says so.
    """
    taken: list[str] = []
    for word in _BREAKS.split(_toneless(pinyin)):
        if not word:
            continue
        parted = min(_partings(word), key=_strangeness, default=())
        if not parted:
            return ()
        taken.extend(parted)
    return tuple(taken)


def _toneless(pinyin: str) -> str:
    decomposed = unicodedata.normalize("NFD", pinyin.casefold())
    kept = (char for char in decomposed if char == _DIAERESIS or not unicodedata.combining(char))
    plain = unicodedata.normalize("NFC", "".join(kept)).replace("v", "ü")
    return plain.replace("shaan", "shan")  # the second a of Shaanxi stands for a tone, to part it from Shanxi


def _partings(word: str) -> Iterator[tuple[str, ...]]:
    for length in range(min(_LONGEST, len(word)), 0, -1):
        first, rest = word[:length], word[length:]
        if first not in PARTS:
            continue
        if not rest:
            yield (first,)
        yield from ((first, *others) for others in _partings(rest))


def _strangeness(parting: tuple[str, ...]) -> tuple[int, int]:
    return (sum(syllable[0] in "aeo" for syllable in parting[1:]), len(parting))
