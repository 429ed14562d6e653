"""Wade–Giles from pinyin, by its standard tables, without the circumflex, as maps and the Army wrote it."""

from __future__ import annotations

from archive.reading.romanization.syllables import PARTS

_INITIALS = {
    "b": "p",
    "p": "p'",
    "d": "t",
    "t": "t'",
    "g": "k",
    "k": "k'",
    "r": "j",
    "j": "ch",
    "q": "ch'",
    "x": "hs",
    "zh": "ch",
    "ch": "ch'",
    "z": "ts",
    "c": "ts'",
}
_FINALS = {"ian": "ien", "ie": "ieh", "ong": "ung", "iong": "iung", "uo": "o", "üe": "üeh"}
_AFTER_PALATAL = {"u": "ü", "uan": "üan", "ue": "üeh", "un": "ün"}
_AFTER_VELAR = {"e": "o", "ui": "uei", "uo": "uo"}
_WHOLE = {
    "zhi": "chih",
    "chi": "ch'ih",
    "shi": "shih",
    "ri": "jih",
    "zi": "tzu",
    "ci": "tz'u",
    "si": "ssu",
    "yi": "i",
    "you": "yu",
    "yu": "yü",
    "yue": "yüeh",
    "yuan": "yüan",
    "yun": "yün",
    "ye": "yeh",
    "yan": "yen",
    "yong": "yung",
    "er": "erh",
    "e": "o",
    "he": "ho",
    "hui": "hui",
    "huo": "huo",
    "shuo": "shuo",
}


def wade_giles(syllable: str) -> str:
    """One pinyin syllable in Wade–Giles, with its apostrophe and its ``ü``: ``quan`` is ``ch'üan``."""
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    initial, final = PARTS[syllable]
    return _INITIALS.get(initial, initial) + _final(initial, final)


def _final(initial: str, final: str) -> str:
    if initial in ("j", "q", "x") and final in _AFTER_PALATAL:
        return _AFTER_PALATAL[final]
    if initial in ("g", "k") and final in _AFTER_VELAR:
        return _AFTER_VELAR[final]
    return _FINALS.get(final, final)
