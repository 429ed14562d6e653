"""The photographer's line of a signal company: number, rank and name, and the day, on a line of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.reading.names import NAME, RANK
from archive.reading.pieces import Kind, Person, Piece

_LINE = re.compile(
    rf"(?:^|(?<=\d )|(?<=\d[.)] ))(?P<rank>{RANK}) (?P<name>{NAME})"
    r"(?:, [^,\n]{3,50}?(?:Co|Company|Det|Detachment|Unit|Team)\b\.?)?,?\s"
    r"(?=(?:\d{1,2}[ -][A-Z][a-z]{2,8}\.?,?[ -](?:\d{4}|\d{2})|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}"
    r"|\d{1,2}/\d{1,2}/\d{2,4})\s*(?:$|\.(?:\s|$)))",
    re.MULTILINE,
)


_IN_PARENTHESES = re.compile(rf"\((?P<rank>{RANK}) (?P<name>{NAME})\)(?=\s*[.;]?\s*$)")


def find_photographers(text: str) -> Iterator[Piece]:
    """A ranked name with nothing but a date on its line, or alone in parentheses at the end, is the photographer's."""
    for match in (*_LINE.finditer(text), *_IN_PARENTHESES.finditer(text)):
        person = Person(match["name"], "photographer", match["rank"])
        yield Piece(Kind.PERSON, match.start("rank"), match.end("name"), person, "photographer's line", 0.9)
        yield Piece(Kind.FURNITURE, match.start("rank"), match.end(), None, "photographer's line", 0.9)
