"""What kind of place a name says it is: city, hsien, 市, 江. One of two names may have such an ending, the other not.

It is dropped or added on the typed side only, so that two names never meet by both losing an ending, as 衡州 and 衡陽
would.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from archive.reading.folding import fold, name_key
from archive.reading.romanization.reading_back import least_syllables

_SETTLEMENTS = frozenset({"city", "county", "town", "district"})
_PROVINCES = frozenset({"province", "region"})
_RIVERS = frozenset({"river"})
_MOUNTAINS = frozenset({"mountain"})
_LAKES = frozenset({"lake"})
FACILITIES = frozenset({"airfield", "railway_station"})
"""Kinds that take the name of the town they serve."""

_WORDS = {
    **dict.fromkeys(("city", "county", "town", "district", "hsien", "fu", "shih", "chen", "xian", "shi"), _SETTLEMENTS),
    **dict.fromkeys(("province", "sheng"), _PROVINCES),
    **dict.fromkeys(("river", "kiang", "chiang", "jiang", "ho", "he"), _RIVERS),
    **dict.fromkeys(("mountain", "mountains", "shan"), _MOUNTAINS),
    **dict.fromkeys(("lake", "hu"), _LAKES),
    **dict.fromkeys(("airfield", "airport", "air base", "aerodrome"), frozenset({"airfield"})),
    **dict.fromkeys(("station", "railway station", "railroad station"), frozenset({"railway_station"})),
}
_JOINED = {"hsien": _SETTLEMENTS, "fu": _SETTLEMENTS, "shih": _SETTLEMENTS, "chow": _SETTLEMENTS, "chou": _SETTLEMENTS}
_HAN = {
    **dict.fromkeys("市縣鎮區", _SETTLEMENTS),
    **dict.fromkeys("江河", _RIVERS),
    **dict.fromkeys("省", _PROVINCES),
    **dict.fromkeys("山", _MOUNTAINS),
    **dict.fromkeys("湖", _LAKES),
    **dict.fromkeys(("機場", "飛機場"), frozenset({"airfield"})),
    **dict.fromkeys(("站", "車站", "火車站"), frozenset({"railway_station"})),
}
_ADDED = {
    **dict.fromkeys(("river", "kiang", "chiang", "jiang", "ho", "he", "江", "河"), _RIVERS),
    **dict.fromkeys(("shan", "山"), _MOUNTAINS),
    **dict.fromkeys(("lake", "hu", "湖"), _LAKES),
    **dict.fromkeys(("hsien", "fu", "city", "市", "縣", "鎮"), _SETTLEMENTS),
    **dict.fromkeys(("province", "省"), _PROVINCES),
}
_LEAST_HAN = 2
_LEAST_SYLLABLES = 2
_LEAST_LETTERS = 4


@dataclass(frozen=True)
class Variant:
    """A name without its ending, or with one more: its match key, the ending, and the kinds of place it may be of."""

    key: str
    suffix: str
    kinds: frozenset[str]


def shorter_forms(name: str) -> list[Variant]:
    """The name without its ending: ``Kweilin City``, ``桂林市``, ``Chengtufu``. Never so short that it says nothing."""
    return [form for form in _shorter(name) if _says_enough(form.key)]


def longer_forms(name: str) -> list[Variant]:
    """The name with an ending that a gazetteer may have: ``Mogan`` may be listed as Moganshan."""
    key = name_key(name)
    if not _says_enough(key):
        return []
    return [Variant(key + name_key(suffix), suffix, kinds) for suffix, kinds in _ADDED.items() if _agree(key, suffix)]


def _shorter(name: str) -> Iterator[Variant]:
    key, spaced = name_key(name), fold(name.replace("-", " "))
    for suffix, kinds in _HAN.items():
        if key.endswith(name_key(suffix)):
            yield Variant(key.removesuffix(name_key(suffix)), suffix, kinds)
    for suffix, kinds in _WORDS.items():
        if spaced.endswith(f" {suffix}"):
            yield Variant(name_key(spaced.removesuffix(suffix)), suffix, kinds)
    for suffix, kinds in _JOINED.items():
        if key.endswith(suffix) and least_syllables(key.removesuffix(suffix)) >= _LEAST_SYLLABLES:
            yield Variant(key.removesuffix(suffix), suffix, kinds)


def _says_enough(key: str) -> bool:
    return len(key) >= (_LEAST_LETTERS if key.isascii() else _LEAST_HAN)


def _agree(key: str, suffix: str) -> bool:
    return key.isascii() == suffix.isascii()
