"""One code read by itself: which scheme it belongs to, whether it conforms, its parts, and what might be inferred.

The layers are kept apart: what is written, what it parses to, suggestions for one that does not conform, and
inferences, which are hypotheses about the caption and are never written into a date of the photograph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from archive.reading.schemes import claims, settled
from archive.vocabulary.codes import SCHEMES, CodeScheme
from archive.vocabulary.dates import EdtfDate
from archive.vocabulary.errors import VocabularyError

PRO = "14af_pro_code"
_PRO_PARTS = re.compile(r"(?P<base>\d{8})/(?P<item>[A-Z])")
_NEAR_PRO = re.compile(r"(?P<figures>[\dOIl]{8})\s?[-/\\.| ]?\s?(?P<rest>[A-Za-z0-9]?)")
_YEAR_OF_RELEASE = 1945
_LETTERS_FOR_FIGURES = str.maketrans("OIl", "011")
_FIGURES_FOR_LETTERS = {
    "0": ("O", "D", "G", "Q"),
    "1": ("I", "J", "L"),
    "8": ("B",),
    "6": ("G",),
    "5": ("S",),
    "2": ("Z",),
}
_WORDY = frozenset({"other", "collection_seq", "owi_serial", "naid", "awm", "usmc", "iwm", "museum_accession"})
"""Schemes whose shape says nothing without the words round it."""


@dataclass(frozen=True)
class Inference:
    """A hypothesis: what it would date, the EDTF it would give, which hypothesis says so, and its weight (0 to 1)."""

    about: str
    edtf: str
    hypothesis: str
    weight: float


@dataclass(frozen=True)
class CodeReading:
    """A code as written, and, apart from it, what is made of it."""

    verbatim: str
    scheme: str | None
    conforms: bool
    why_not: str = ""
    parsed: tuple[tuple[str, str], ...] = ()
    suggestions: tuple[str, ...] = ()
    inferred: tuple[Inference, ...] = ()
    flags: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The reading as JSON holds it."""
        return asdict(self) | {
            "parsed": dict(self.parsed) or None,
            "suggestions": list(self.suggestions),
            "inferred": [asdict(one) for one in self.inferred],
            "flags": list(self.flags),
        }


def read_code(text: str, *, siblings: Sequence[str] = ()) -> CodeReading:
    """Read one code. `siblings` are other codes of its release set, against which a slip may show.

    A bare number belongs to no scheme: what it counts cannot be told without its label.
    """
    code = text.strip()
    bare = re.sub(r"^(?i:code)(?i:\s+(?:number|no\.?))?\s*[:#.]?\s*(?=\d)", "", code)
    if match := _PRO_PARTS.fullmatch(bare):
        return _read_pro(text, match, siblings)
    if near := _read_near_pro(text, bare):
        return near
    for scheme in SCHEMES:
        if scheme.key not in _WORDY and scheme.key != PRO and re.fullmatch(scheme.shape, code):
            return CodeReading(text, scheme.key, True, parsed=_parts(scheme, code), flags=_doubts(scheme, code))
    return _in_its_words(text, code) or _unknown(text, code)


def normalized(scheme: CodeScheme, code: str) -> str:
    """The code as its own agency writes it; what is on the print stays as it is."""
    squeezed = " ".join(code.split())
    if scheme.key == "sc":
        return re.sub(r"^SC[ -]?", "SC ", squeezed)
    if scheme.key == "usaaf_print":
        return re.sub(r"[ -]?A\.?C\.?$", " AC", squeezed)
    return squeezed


def _read_pro(text: str, match: re.Match[str], siblings: Sequence[str]) -> CodeReading:
    base, item = match["base"], match["item"]
    flags = ("sibling_mismatch",) if _differs_from_siblings(base, siblings) else ()
    return CodeReading(text, PRO, True, parsed=(("base", base), ("item", item)), inferred=_filed(base), flags=flags)


def _filed(base: str) -> tuple[Inference, ...]:
    """Month, day, hour and minute, if all are in range: the day the caption was filed, in the year of the release."""
    month, day, hour, minute = (int(base[place : place + 2]) for place in (0, 2, 4, 6))
    if hour > 23 or minute > 59:
        return ()
    try:
        EdtfDate.parse(edtf := f"{_YEAR_OF_RELEASE}-{month:02}-{day:02}?")
    except VocabularyError:
        return ()
    return (Inference("caption filed", edtf, "H1", 0.6),)


def _differs_from_siblings(base: str, siblings: Sequence[str]) -> bool:
    others = [match["base"] for match in map(_PRO_PARTS.fullmatch, siblings) if match]
    return len(others) > 1 and base not in others


def _read_near_pro(text: str, code: str) -> CodeReading | None:
    """A code of the office with one thing wrong: its readings are offered, none is taken."""
    match = _NEAR_PRO.fullmatch(code)
    if match is None or not _filed(match["figures"].translate(_LETTERS_FOR_FIGURES)):
        return None
    if code.isdigit() and len(code) == 8:
        return None
    base, rest = match["figures"].translate(_LETTERS_FOR_FIGURES), match["rest"].upper()
    letters = (rest,) if rest.isalpha() else _FIGURES_FOR_LETTERS.get(rest, ())
    why = "expected eight figures, a slash and a capital letter"
    suggestions = tuple(f"{base}/{letter}" for letter in letters)
    return CodeReading(
        text, PRO, False, why, suggestions=suggestions, flags=("nonconforming", "suspected_transcription")
    )


def _parts(scheme: CodeScheme, code: str) -> tuple[tuple[str, str], ...]:
    """The named parts of the schemes that have them."""
    if scheme.key in ("cbi_negative", "theatre_negative"):
        *theater, year, number = code.split("-")
        return (("theatre", "-".join(theater)), ("year", f"19{year}"), ("number", number))
    if scheme.key == "nara_local":
        group, series, item = code.split("-", 2)
        return (("record_group", group), ("series", series), ("item", item))
    if scheme.key == "sc":
        return (("number", re.sub(r"\D", "", code)),)
    return ()


def _doubts(scheme: CodeScheme, code: str) -> tuple[str, ...]:
    number = re.fullmatch(r"111-SC-(\d+)", code)
    if number and int(number[1]) < 110_000 and scheme.key == "nara_local":
        return ("precedes_this_war",)
    return ()


def _in_its_words(text: str, code: str) -> CodeReading | None:
    """A code given together with its label or credit: “© IWM (H 1637)”, “Accession Number SEA0033”."""
    found = settled(claims(code), len(code))
    if len(found) != 1:
        return None
    scheme, start, end = found[0]
    return CodeReading(text, scheme.key, True, parsed=_parts(scheme, code[start:end]))


def _unknown(text: str, code: str) -> CodeReading:
    if re.fullmatch(r"SC[ -]?\d+(?:-S)?", code):
        why = "a Signal Corps number has five or six figures"
        return CodeReading(text, "sc", False, why, flags=("nonconforming",))
    if re.fullmatch(r"[\d,. ]+", code):
        return CodeReading(text, None, False, "a bare number: it needs its label to be an identifier")
    return CodeReading(text, None, False, "of no scheme we know")
