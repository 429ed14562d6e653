"""The dates of a caption with their roles. A date in the text need not be the day of the picture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive.reading.dates import FoundDate, find_dates
from archive.reading.frames import Frame
from archive.reading.pieces import Dated, Dateline, Kind, Piece
from archive.reading.sentences import Sentences

_LEAD = re.compile(r"\b(?:sometime |some time )?(?:in|during|In|During)(?: the)? $")
_ROLES = (
    (re.compile(r"\b(?:release(?:d)?|for publication|issued|published)\b[^.\n]{0,25}$", re.IGNORECASE), "release"),
    (
        re.compile(r"\b(?:rec['’]?d|received|print received|acquired|accessioned)\b[^.\n]{0,25}$", re.IGNORECASE),
        "receipt",
    ),
    (
        re.compile(
            r"\b(?:radioed|radiophoto|radiotelephoto|wirephoto|transmitted|sent by radio)\b[^.\n]{0,25}$", re.IGNORECASE
        ),
        "radioed",
    ),
    (re.compile(r"\b(?:catalogu?ed|digiti[sz]ed|scan(?:ned)?|uploaded)\b[^.\n]{0,25}$", re.IGNORECASE), "cataloguer"),
)
_HAPPENED = re.compile(
    r"\b(?:fell|fallen|was|were|will be|had been|has been|is to be|began|ended|started|opened"
    r"|surrendered|captured|crashed|died|left|arrived"
    r"|retreated|evacuated|attacked|entered|born|declared|signed|reached)\b"
)
_GREAT_EVENT = re.compile(
    r"\b(?:fell|lost|(?:re)?captured|(?:re)?occupied|(?:was|were) (?:re)?taken|evacuated|surrendered"
    r"|abandoned|liberated|launched|sunk|destroyed|crashed|killed"
    r"|bombed|opened|signed|shot down|declared|invaded|born|died|ended|began|started)\b"
)
_PICTURED = re.compile(r"\b(?:photo(?:graph)?(?:ed)?|picture|image|shot|snapshot)\b(?! of)", re.IGNORECASE)
_ASIDE = re.compile(r"\b(?:after|before|since|until|following|when|where|which|that)\b")
_ON = re.compile(r"\b(?:on|since|until|by|before|after|from) (?:the (?:night|morning|afternoon) of )?$", re.IGNORECASE)
_LOOK_BACK, _LONGEST_CLAUSE = 60, 400


def find_datings(
    text: str, frame: Frame, furniture: Sequence[Piece], sentences: Sentences, locale: str | None
) -> Iterator[Piece]:
    """Every date outside the header, with its role; one without a year takes that of the dateline, and is flagged."""
    taken = bytearray(len(text))
    for piece in furniture:
        if piece.kind in (Kind.IDENTIFIER, Kind.DATE, Kind.DATELINE):
            taken[piece.start : piece.end] = b"\1" * (piece.end - piece.start)
    for found in find_dates(text, locale=locale, year=_year_of_dateline(furniture)):
        if any(taken[found.start : found.end]):
            continue
        start = _with_lead(text, found)
        role = _role(text, replace(found, start=start), frame, sentences)
        if role and found.reading.edtf:
            yield Piece(Kind.DATE, start, found.end, Dated(found.reading, role), f"date: {role}", 0.9)


def _year_of_dateline(furniture: Sequence[Piece]) -> int | None:
    for piece in furniture:
        if isinstance(piece.value, Dateline) and piece.value.date and piece.value.date.earliest:
            return piece.value.date.earliest.year
    return None


def _with_lead(text: str, found: FoundDate) -> int:
    """“in the fall of 1944” is quoted with its preposition; “on May 27” without."""
    if "relative" in found.reading.flags:
        return found.start
    lead = _LEAD.search(text, max(0, found.start - 24), found.start)
    return lead.start() if lead else found.start


def _role(text: str, found: FoundDate, frame: Frame, sentences: Sentences) -> str | None:
    if not frame.start <= found.start < frame.end:
        return (
            None
            if any(piece.rule == "fields of an export" and piece.start <= found.start for piece in frame.pieces)
            else "cataloguer"
        )
    before = text[max(0, found.start - _LOOK_BACK) : found.start]
    for pattern, role in _ROLES:
        if pattern.search(before):
            return role
    said = text[max(sentences.bounds_at(found.start)[0], found.start - _LONGEST_CLAUSE) : found.start]
    first = sentences.number_at(found.start) == sentences.number_at(frame.start)
    if not said.strip(" \n.,;:()[]-–—"):
        return "depicted"
    if _PICTURED.search(said):
        return "depicted"
    if _GREAT_EVENT.search(said) and (not first or _ASIDE.search(said)):
        return "event"
    if not first and _ON.search(said) and _HAPPENED.search(said):
        return "event"
    return "depicted"
