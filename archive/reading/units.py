"""Military units: numbered ones, lettered companies and detachments, and fleets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.reading.pieces import Kind, Piece, Unit

_TENS = "Twent(?:y|ieth)|Thirt(?:y|ieth)|Fort(?:y|ieth)|Fift(?:y|ieth)"
_NUMBER = (
    r"(?:\d{1,4}(?:st|nd|rd|d|th|ST|ND|RD|TH|Th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth"
    r"|Ninth|Tenth|Eleventh"
    r"|Twelfth|Thirteenth|Fourteenth|Fifteenth|Sixteenth|Seventeenth|Eighteenth|Nineteenth"
    rf"|(?:{_TENS})(?:-[A-Z]?[a-z]+)?)"
)
_HEAD = (
    r"(?:Air Force|Army Group|Army|Squadron|Sqdn?\.?|Group|Gp\.?|Grp\.?|Wing|Division|Div\.?|Regiment|Regt\.?"
    r"|Battalion|Bn\.?|Company|Co\b\.?|Corps"
    r"|Detachment|Det\.?|Brigade|Fleet|Flight|Unit|Hospital|Command|Force|Platoon|Battery|Section|Team"
    r"|Depot|Battalions|Flotilla|Commando)"
)
_MIDDLE = r"(?:[A-Z][\w.'’/&-]*|U\.S\.|\([A-Z][\w ]{1,12}\))"
_MORE = (
    rf"(?: \([A-Z]{{2,6}}\))?(?: [A-Z][a-z]+){{0,2}} {_HEAD}(?! (?:Leader|Commander|Officer|Surgeon"
    r"|Engineer|Chief|Clerk)\b)"
)
_NUMBERED = re.compile(
    rf"(?<![\w-])(?:(?:U\.? ?S\.?|US|New|Royal) )?{_NUMBER}(?: {_MIDDLE}){{0,5}}? {_HEAD}(?![\w-])"
    rf"(?:{_MORE}(?![\w-])){{0,2}}"
    r"(?: (?:RAF|RAAF|RNZAF|USAAF|AAF)\b)?(?:, (?:Det|Detachment)\.? [\"“]?[A-Z]\b[\"”]?)?"
)
_BARE_NUMBER = re.compile(
    r"(?<![\w-])\d{2,4} (?:[A-Z][a-z]+\.? ){1,4}(?:Co|Company|Bn|Battalion|Sqdn?|Squadron|Gp|Group|Div|Regt)\b\.?"
    r"(?:, (?:Det|Detachment)\.? [\"“]?[A-Z]\b[\"”]?)?"
)
_BRITISH = re.compile(
    r"\bNo\.? ?\d{1,3} (?:[A-Z][a-z]+ ){0,2}(?:Squadron|Wing|Group|Flight)(?: (?:RAF|RAAF|RNZAF|RCAF|SAAF))?"
)
_LETTERED = re.compile(r"\b(?:Company|Battery|Troop|Detachment|Det\.) (?:[\"“][A-Z][\"”]|[A-Z](?![\w.]))")
_FLEET = re.compile(r"\b(?:[A-Z][\w.]+ ){1,3}Fleet\b")
_NOT_UNITS = re.compile(r"(?i)\b(?:convoy|world war|lieutenant|army nurse|class|trip|time)\b")


def find_units(text: str) -> Iterator[Piece]:
    """Every unit, the longest words that name it; names inside another's are left out."""
    taken = bytearray(len(text))
    for pattern, rule in (
        (_NUMBERED, "numbered unit"),
        (_BRITISH, "numbered squadron"),
        (_BARE_NUMBER, "numbered company"),
        (_FLEET, "fleet"),
        (_LETTERED, "lettered unit"),
    ):
        for match in pattern.finditer(text):
            start, end = match.start(), match.start() + len(match.group().rstrip(". ,"))
            if not any(taken[start:end]) and not _NOT_UNITS.search(match.group()):
                taken[start:end] = b"\1" * (end - start)
                yield Piece(Kind.UNIT, start, end, Unit(text[start:end]), rule, 0.9)
