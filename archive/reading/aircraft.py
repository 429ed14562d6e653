"""Aircraft: the type, and where the caption says so the name it bore, the number it carried and its serial."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from archive.reading.pieces import Aircraft, Kind, Piece

_CODE = (
    r"(?:(?:B|P|C|A|F|L|O|PT|AT|BT|UC|CG|OA|YP|XB|PB|AC)-\d{1,3}(?:[A-Z](?:-\d+)?(?:-[A-Z]{2})?)?"
    r"|PB4?Y-?\d?[A-Z]?|F4[UF]-?\d?|F6F-?\d?|SB[D2]C?-?\d?|TBF-?\d?|SNJ-?\d?|L[345]\b)"
)
_NAMES = (
    r"(?:Tiger Moth|Stinson L-?5|Stinson Sentinel|Vultee Vengeance|Superfortress(?:es)?"
    r"|Flying Fortress(?:es)?|Liberators?|Mitchells?|Thunderbolts?"
    r"|Warhawks?|Kittyhawks?|Mustangs?|Skytrains?|Dakotas?|Spitfires?|Hurricanes?|Beaufighters?"
    r"|Mosquito(?:e?s)?|Catalinas?|Lysanders?"
    r"|Piper Cubs?|Mitsubishi \w+|Nakajima \w+|Tomahawks?|Sunderlands?|Wellingtons?|Blenheims?"
    r"|Commandos?(?= transport))"
)
_TYPE = re.compile(rf"(?<![\w-])(?P<type>{_CODE}|{_NAMES}(?![\w-]))(?P<plural>['’]?s\b)?(?![\w-])")
_NAME = re.compile(
    r"(?:\s+[A-Z]\w+)?(?:,? serial(?: number| no\.?)? [\d-]{5,10})?,?\s*(?:(?:nick)?named|called"
    r"|christened|dubbed)?\s*[\"“](?P<name>[^\"“”\n]{2,40})[\"”]"
)
_NUMBER = re.compile(
    r"(?i:\b(?:combat (?:id|number|no\.?)|(?:plane|aircraft|nose|tail|ship) (?:number|no\.?)|\bnumber"
    r"|#))\s*[:#]?\s*['\"‘“]?(?P<number>\d{1,4})\b(?!,\d|-\d)"
)
_SERIAL = re.compile(
    r"(?i:\b(?:serial(?: number| no\.?)?|s/n))\s*[:#]?\s*(?P<serial>(?:4\d|3\d)-?\d{3,6})\b"
    r"|\b(?P<bare>4[0-5]-\d{4,6})\b"
)
_NAME_BEFORE = re.compile(r"[\"“](?P<name>[^\"“”\n]{2,40})[\"”],? (?:an?|the|his|their) (?:[A-Z][a-z]+ )?$")
_NEAR, _LONGEST_NAME = 300, 70


def find_aircraft(text: str) -> Iterator[Piece]:
    """Every type named; a name, number or serial goes to the type named last before it, if that is near."""
    pieces = list(_types(text))
    for place, piece in enumerate(pieces):
        following = pieces[place + 1].start if place + 1 < len(pieces) else len(text)
        yield _described(text, piece, min(following, piece.end + _NEAR))


def _types(text: str) -> Iterator[Piece]:
    seen: set[str] = set()
    last = -2
    for match in _TYPE.finditer(text):
        kind = _singular(match["type"])
        is_nickname = match.start() == last + 1 and not any(char.isdigit() for char in kind)
        last = match.end()
        if kind not in seen and not is_nickname:
            seen.add(kind)
            yield Piece(Kind.AIRCRAFT, match.start(), match.end("type"), Aircraft(kind), "aircraft type", 0.9)


def _singular(kind: str) -> str:
    return (
        kind[:-1] if kind.endswith("s") and kind[0].isupper() and "-" not in kind and not kind.endswith("ss") else kind
    )


def _described(text: str, piece: Piece, until: int) -> Piece:
    value = piece.value
    assert isinstance(value, Aircraft)
    if (named := _NAME.match(text, piece.end, until)) or (
        named := _NAME_BEFORE.search(text[max(0, piece.start - _LONGEST_NAME) : piece.start])
    ):
        value = replace(value, name=named["name"].rstrip(",. "))
    if numbered := _NUMBER.search(text, piece.end, until):
        value = replace(value, number=numbered["number"])
    if serial := _SERIAL.search(text, piece.end, until):
        value = replace(value, serial=serial["serial"] or serial["bare"])
    return replace(piece, value=value)
