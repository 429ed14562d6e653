"""Postal spellings of a syllable by the habits of the Chinese post office: habits, not rules; a list is better.

Before i and ü the post office kept a difference that Mandarin has lost (Kiangsi, Tsinan; Hingan, Sian), so that pinyin
alone leaves a choice there.
"""

from __future__ import annotations

from archive.reading.folding import fold
from archive.reading.romanization.syllables import PARTS
from archive.reading.romanization.wade_giles import wade_giles

_WHOLE = {
    "si": "sze",
    "zi": "tze",
    "ci": "tze",
    "de": "teh",
    "te": "teh",
    "ze": "tseh",
    "ce": "tseh",
    "se": "seh",
    "le": "lo",
    "yue": "yo",
    "shuo": "so",
    "chuan": "chwan",
    "zhuang": "chwang",
    "shuang": "shwang",
}
_CHOICES = {"j": ("k", "ts"), "q": ("k", "ts"), "x": ("s", "h")}
_CHOICES_BEFORE_U = {"j": ("k", "ch"), "q": ("k", "ch"), "x": ("s", "hs")}
_ONLY = {"xi": ("si", "sih", "ki"), "jiang": ("kiang",), "xian": ("sien", "hsien", "sian")}
_W_BEFORE = ("a", "e", "o")


def postal(syllable: str) -> tuple[str, ...]:
    """The spellings the post office may have used for one pinyin syllable, likeliest first."""
    if syllable in _ONLY:
        return _ONLY[syllable]
    if syllable in _WHOLE:
        return (_WHOLE[syllable],)
    plain = fold(wade_giles(syllable))
    initial, final = PARTS[syllable]
    if initial in _CHOICES:
        choices = _CHOICES_BEFORE_U if final.startswith("u") else _CHOICES
        return tuple(start + plain.removeprefix("ch").removeprefix("hs") for start in choices[initial])
    return (_with_w(initial, plain),)


def _with_w(initial: str, plain: str) -> str:
    """``hua`` is written hwa, ``kuei`` kwei and ``kuo`` kwo; ``chou`` chow, and so every -ou; ``hui`` is hwei."""
    if plain.endswith("ou"):
        return plain[:-1] + "w"
    if plain == "hui":
        return "hwei"
    if initial in ("g", "k", "h") and plain[1] == "u" and plain[2:3] in _W_BEFORE:
        return f"{plain[0]}w{plain[2:]}"
    return plain
