"""French spellings of a syllable (those of the École française d'Extrême-Orient), as on maps made from Indochina."""

from __future__ import annotations

from archive.reading.romanization.syllables import PARTS

_INITIALS: dict[str, tuple[str, ...]] = {"b": ("p",), "d": ("t",), "g": ("k",), "r": ("j",)}
_INITIALS |= {"zh": ("tch",), "ch": ("tch",), "sh": ("ch",), "z": ("ts",), "c": ("ts",)}
_INITIALS |= {"j": ("k", "ts"), "q": ("k", "ts"), "x": ("h", "s")}
_FINALS = {"u": "ou", "ua": "oua", "uai": "ouai", "uan": "ouan", "uang": "ouang", "ui": "ouei", "un": "ouen"}
_FINALS |= {"uo": "o", "ou": "eou", "iu": "ieou", "ian": "ien", "üe": "iue"}
_AFTER_PALATAL = {"u": "iu", "ue": "iue", "uan": "iuan", "un": "iun"}
_BUZZING = {"zh": "e", "ch": "e", "sh": "e", "r": "e", "z": "eu", "c": "eu", "s": "eu"}
_WHOLE = {
    "si": "sseu",
    "er": "eul",
    "an": "ngan",
    "wu": "wou",
    "you": "yeou",
    "yan": "yen",
    "guo": "kouo",
    "huo": "houo",
}


def french(syllable: str) -> tuple[str, ...]:
    """How French maps may spell one pinyin syllable, without the mark of aspiration: ``zhou`` is ``tcheou``."""
    if syllable in _WHOLE:
        return (_WHOLE[syllable],)
    initial, final = PARTS[syllable]
    return tuple(start + _final(initial, final) for start in _INITIALS.get(initial, (initial,)))


def _final(initial: str, final: str) -> str:
    if final == "i" and initial in _BUZZING:
        return _BUZZING[initial]
    if initial in ("j", "q", "x") and final in _AFTER_PALATAL:
        return _AFTER_PALATAL[final]
    return _FINALS.get(final, final.replace("ü", "iu"))
