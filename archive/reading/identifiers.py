"""Identifiers in running text: a scheme's shape in the company it must keep."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from archive.reading.codes import normalized, read_code
from archive.reading.pieces import Identifier, Kind, Piece
from archive.vocabulary.codes import BY_KEY, SCHEMES, CodeScheme

_EDGE_BEFORE = r"(?<![\w.,/-])"
_EDGE_AFTER = r"(?![\w/]|[-.]\w)"
_NEAR = 250
_NEARLY_PRO = re.compile(r"\b(?i:code)(?i:\s+(?:number|no\.?))?\s*[:#.]?\s*(?P<code>[0-9OIl]{8}[-/\\ ]?[A-Za-z0-9]?)(?![\w/])")
_STATE_BEFORE = re.compile(r"[A-Za-z]\.?,\s?$")
_OTHER_OFFICE = re.compile(r"Public Relations Office[^\n]{0,60}|From:[^\n]{0,60}")
_FOURTEENTH = re.compile(r"Fourteenth|14th|14 ?AF")
_POSTAL = frozenset({"sc", "nhhc"})
_LOOKS_LIKE_YEAR = re.compile(r"1[89]\d\d ?A\.?C")

Code = tuple[CodeScheme, int, int]


def find_identifiers(text: str) -> Iterator[Piece]:
    """Every identifier, with its scheme; a code of the press office that does not conform is found by its label."""
    for scheme, start, end in find_codes(text):
        code = text[start:end]
        value = Identifier(scheme.key, normalized(scheme, code), ())
        yield Piece(Kind.IDENTIFIER, start, end, value, f"scheme {scheme.key}", 0.99 if not scheme.frames else 0.95)


def find_codes(text: str) -> list[Code]:
    """Scheme and place of every code, in order; where two schemes claim the same words the surer one has them."""
    claims = [(BY_KEY["14af_pro_code"], match.start("code"), match.end("code")) for match in _almost(text)]
    claims += [claim for scheme in SCHEMES for claim in _claims(scheme, text)]
    kept: list[Code] = []
    taken = bytearray(len(text))
    for scheme, start, end in claims:
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            kept.append((scheme, start, end))
    return sorted(kept, key=lambda claim: claim[1])


def _almost(text: str) -> Iterator[re.Match[str]]:
    for match in _NEARLY_PRO.finditer(text):
        reading = read_code(match["code"])
        if reading.scheme == "14af_pro_code" and not reading.conforms:
            yield match


def _claims(scheme: CodeScheme, text: str) -> Iterator[Code]:
    for pattern in _patterns(scheme):
        for match in pattern.finditer(text):
            if _keeps_company(scheme, text, match):
                yield scheme, match.start("code"), match.end("code")


def _keeps_company(scheme: CodeScheme, text: str, match: re.Match[str]) -> bool:
    start = match.start("code")
    before = text[max(0, start - _NEAR) : start]
    if scheme.near and not any(word in before for word in scheme.near):
        return False
    if scheme.key in _POSTAL and _STATE_BEFORE.search(before[-8:]):
        return False
    if scheme.key == "14af_pro_code" and (office := _OTHER_OFFICE.search(before)) and not _FOURTEENTH.search(office.group()):
        return False
    return not (scheme.key == "usaaf_print" and _LOOKS_LIKE_YEAR.match(match["code"]))


@cache
def _patterns(scheme: CodeScheme) -> tuple[re.Pattern[str], ...]:
    code = f"{_EDGE_BEFORE}(?P<code>{scheme.shape}){_EDGE_AFTER}"
    if not scheme.frames:
        return (re.compile(code),)
    return tuple(re.compile(frame.replace("{code}", code)) for frame in scheme.frames)
