"""Chinese and Japanese credits: 圖/國史館提供, 王小亭攝, 中央社記者攝. Maker, agency and provider differ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.reading.pieces import Kind, Labelled, Person, Piece

_CREDIT = re.compile(
    r"(?:(?:圖|图|照片|写真)\s?[/／:：]\s?|(?<![^\s。，、（(]))(?P<who>[\u4e00-\u9fff]{2,12}?)(?:[記记]者|特派[員员])?"
    r"(?P<what>提供|攝|摄|撮影)影?(?=[\s。，、）)]|$)"
)
_BODY = re.compile(r"[館馆社院局部會会]$")
_RULE = "credit: East Asian"


def find_east_asian_credits(text: str) -> Iterator[Piece]:
    """Who made or provided a picture, by the word behind the name; a body that made it is its agency."""
    for match in _CREDIT.finditer(text):
        yield Piece(Kind.CREDIT, match.start(), match.end(), None, _RULE, 0.9)
        yield _party(match)


def _party(match: re.Match[str]) -> Piece:
    start, end = match.span("who")
    provided = match["what"] == "提供"
    if not _BODY.search(match["who"]):
        return Piece(Kind.PERSON, start, end, Person(match["who"], "donor" if provided else "photographer"), _RULE, 0.8)
    if provided:
        return Piece(Kind.SOURCE, start, end, Labelled("repository"), _RULE, 0.9)
    return Piece(Kind.AGENCY, start, end, None, _RULE, 0.9)
