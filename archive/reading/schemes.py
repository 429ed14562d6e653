"""The schemes of `archive.vocabulary.codes` looked for in running text: a shape in the company it must keep."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from archive.vocabulary.codes import SCHEMES, CodeScheme

_EDGE_BEFORE = r"(?<![\w.,/-])"
_EDGE_AFTER = r"(?![\w/]|[-.]\w)"
_NEAR = 250
_STATE_BEFORE = re.compile(r"[A-Za-z]\.?,\s?$")
_OTHER_OFFICE = re.compile(r"Public Relations Office[^\n]{0,60}|From:[^\n]{0,60}")
_FOURTEENTH = re.compile(r"Fourteenth|14th|14 ?AF")
_POSTAL = frozenset({"sc", "nhhc"})
_LOOKS_LIKE_YEAR = re.compile(r"1[89]\d\d ?A\.?C")

Code = tuple[CodeScheme, int, int]
"""A scheme, and where a code of it starts and ends."""


def claims(text: str) -> Iterator[Code]:
    """Every code of every scheme, the surer schemes first; claims of different schemes may overlap."""
    return (claim for scheme in SCHEMES for claim in _claims(scheme, text))


def settled(claimed: Iterable[Code], length: int) -> list[Code]:
    """The claims in the order of the text; where two overlap, the earlier made has the words."""
    kept: list[Code] = []
    taken = bytearray(length)
    for scheme, start, end in claimed:
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            kept.append((scheme, start, end))
    return sorted(kept, key=lambda claim: claim[1])


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
    if (
        scheme.key == "14af_pro_code"
        and (office := _OTHER_OFFICE.search(before))
        and not _FOURTEENTH.search(office.group())
    ):
        return False
    return not (scheme.key == "usaaf_print" and _LOOKS_LIKE_YEAR.match(match["code"]))


@cache
def _patterns(scheme: CodeScheme) -> tuple[re.Pattern[str], ...]:
    code = f"{_EDGE_BEFORE}(?P<code>{scheme.shape}){_EDGE_AFTER}"
    if not scheme.frames:
        return (re.compile(code),)
    return tuple(re.compile(frame.replace("{code}", code)) for frame in scheme.frames)
