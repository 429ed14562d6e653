"""The photographer's line of a signal company: number, rank and name, and the day, on a line of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.reading.names import NAME, RANK
from archive.reading.pieces import Kind, Person, Piece

_LINE = re.compile(
    rf"^[^\n]{{0,40}}?\b(?P<rank>{RANK}) (?P<name>{NAME}),? (?=\d{{1,2}}[ -][A-Z][a-z]{{2,8}}\.?,?[ -](?:\d{{4}}|\d{{2}})\s*$|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}\s*$)",
    re.MULTILINE,
)


def find_photographers(text: str) -> Iterator[Piece]:
    """A ranked name followed by nothing but a date on its line is the photographer, not a person in the picture."""
    for match in _LINE.finditer(text):
        person = Person(match["name"], "photographer", match["rank"])
        yield Piece(Kind.PERSON, match.start("rank"), match.end("name"), person, "photographer's line", 0.9)
        yield Piece(Kind.FURNITURE, match.start("rank"), text.find("\n", match.end()) % (len(text) + 1), None, "photographer's line", 0.9)
