"""The lines that let a caption out: who cleared or passed it, and when it might be used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.reading.names import NAME, RANK
from archive.reading.pieces import Clearance, Kind, Person, Piece, Release

_OFFICE = r"[A-Z]{2,8}(?:-[A-Z]{2,8})?\b(?!-)"
_BODY = (
    r"(?:[Aa]ppropriate [Mm]ilitary [Aa]uthorit(?:y|ies)"
    r"|(?:the )?(?:[A-Z][\w.]+ ){0,4}(?:Censors?(?:hip)?|Board|Authority|Bureau|Department|Dept\.?"
    r"|Command|Office|Division|Section|G-2|Headquarters|HQ)\b)"
)
_CLEARED = re.compile(
    r"\b(?P<word>(?:Cleared|CLEARED)(?: for (?:publication|release))?)(?: by| BY"
    rf"|:)? (?:(?P<rank>{RANK}) )?(?:(?P<censor>{NAME}),? "
    rf"(?P<authority>{_OFFICE})|(?P<body>{_BODY})|(?P<alone>{NAME}))"
)
_CLEARED_FOR = re.compile(r"\b(?P<word>(?:Cleared|CLEARED) for (?:publication|release))\b")
_PASSED = re.compile(
    rf"\b(?P<word>(?:Passed|PASSED)(?: for (?:publication|release)| FOR (?:PUBLICATION|RELEASE))?)"
    rf"(?:(?: by| BY|:)? (?:(?P<body>{_BODY}|CENSORS?)|(?:(?P<rank>{RANK}) )?(?P<censor>{NAME})(?:,? "
    rf"(?P<authority>{_OFFICE}))?))?"
)
_APPROVED = re.compile(
    rf"\b(?P<word>Approved|APPROVED)(?: for (?:release|publication))? by (?:(?P<body>{_BODY})"
    rf"|(?:(?P<rank>{RANK}) )?(?P<censor>{NAME})(?:,? (?P<authority>{_OFFICE}))?)"
)
_RESTRICTED = re.compile(
    r"(?:^|(?<=[\n.(] ))(?P<word>RESTRICTED|CONFIDENTIAL|SECRET|TOP SECRET)\b(?=[\s.)]|$)", re.MULTILINE
)
_RECEIPT = r"(?:rcpt\.?|receipt)"
_RELEASES = (
    (re.compile(rf"\bReleased? (?:up)?on {_RECEIPT}", re.IGNORECASE), "on_receipt"),
    (
        re.compile(
            r"\b(?:For )?Immediate Release\b|\bRelease:? Immediate(?:ly)?\b|\bRelease at (?:once|will)\b", re.IGNORECASE
        ),
        "immediate",
    ),
    (re.compile(r"\b(?:[A-Z] (?:and [A-Z] )?list out)\b|\blist [A-Z]\b(?= out| only)"), "distribution_list"),
    (
        re.compile(
            r"\bNot (?:for release|to be released)\b[^.\n]{0,40}|\bHold for release\b[^.\n]{0,40}"
            r"|\bRelease (?:date )?on \d[^.\n]{2,20}",
            re.IGNORECASE,
        ),
        "embargo",
    ),
)


def find_clearances(text: str) -> Iterator[Piece]:
    """Clearances, and their censors as people."""
    for pattern, kind in (
        (_CLEARED, "cleared"),
        (_CLEARED_FOR, "cleared"),
        (_PASSED, "passed"),
        (_APPROVED, "approved"),
        (_RESTRICTED, "restricted"),
    ):
        for match in pattern.finditer(text):
            yield from _clearance(text, match, kind)


def find_releases(text: str) -> Iterator[Piece]:
    """Release lines, by what they allow."""
    for pattern, meaning in _RELEASES:
        for match in pattern.finditer(text):
            if meaning == "distribution_list":
                letter = re.search(r"\b[A-Z]\b", match.group())
                value = Release(f"distribution_list_{letter.group() if letter else ''}")
            else:
                value = Release(meaning)
            yield Piece(Kind.RELEASE, match.start(), match.end(), value, "release line", 0.95)


def _clearance(text: str, match: re.Match[str], kind: str) -> Iterator[Piece]:
    found = match.groupdict()
    censor = found.get("censor") or found.get("alone")
    if kind == "passed" and not (censor or found.get("body")) and not _is_cut_off(text, match):
        return
    end = match.end()
    if kind == "passed" and not censor and not found["body"] and text.startswith("...", end):
        end += 3
    name_end = match.start() + len(match.group().rstrip(". "))
    authority = found.get("authority") or (
        found.get("body") if "appropriate" not in (found.get("body") or "") else None
    )
    value = Clearance(kind, censor.rstrip(".") if censor else None, authority)
    yield Piece(
        Kind.CLEARANCE,
        match.start(),
        end if text.startswith("...", end - 3) else name_end,
        value,
        "clearance line",
        0.95,
    )
    if censor:
        start = match.start("censor") if found.get("censor") else match.start("alone")
        person = Person(censor.rstrip("."), "censor", found.get("rank"))
        yield Piece(Kind.PERSON, start, start + len(person.name), person, "clearance line", 0.95)


def _is_cut_off(text: str, match: re.Match[str]) -> bool:
    """“Passed...” at the cut of a teaser, or “Passed for publication”."""
    return text.startswith(("...", "…"), match.end()) or " " in match["word"]
