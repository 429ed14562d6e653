"""The body of a caption, which lies between the furniture at its front and at its end; and a title on its own line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from archive.reading.frames import Frame
from archive.reading.pieces import Kind, Piece

_FURNITURE = frozenset(
    {
        Kind.AGENCY,
        Kind.IDENTIFIER,
        Kind.RELEASE,
        Kind.CLEARANCE,
        Kind.HEADLINE,
        Kind.TITLE,
        Kind.DATELINE,
        Kind.CREDIT,
        Kind.SOURCE,
        Kind.FURNITURE,
        Kind.RELATION,
    }
)
_ALONE = frozenset({Kind.DATE, Kind.UNIT})
_FRONT = " \t\r\n.,;:·–—-()[]/|”"
_BACK = " \t\r\n,;:·–—-([/|"
_ENDS_ALONE = re.compile(r"[ \t]*(?:[.;·|]|\n|$)")
_LONGEST_TITLE = 90
_LOOK_BACK = 400
_IN_CAPITALS = re.compile(
    r"(?P<title>[A-Z][A-Z0-9,'’-]+(?: [A-Z0-9][A-Z0-9,'’-]*){1,11})(?:\.|:| ?[–—-]{1,2})\s+(?=[A-Z](?:[a-z]| [a-z]))"
)
_SMALL_WORDS = frozenset(
    re.findall(
        r"\S+",
        r"a an and as at by for from in into of on or over the to up with ",
    )
)


def find_body(text: str, frame: Frame, pieces: Iterable[Piece]) -> Piece | None:
    """The narrative part, or None when the text is all header and credit."""
    start, end = frame.body or (frame.start, frame.end)
    covered = _covered(text, pieces, start, end)
    first = _first_open(text, covered, start, end)
    last = end
    while last > first and (covered[last - 1] or text[last - 1] in _BACK):
        last -= 1
    if not any(char.isalnum() for char in text[first:last]):
        return None
    return Piece(Kind.BODY, first, last, None, "between the furniture", 0.85)


def find_title_line(text: str, body: Piece) -> Piece | None:
    """A short first line in capitals or capitalised words, without a full stop, over a text that goes on."""
    words = text[body.start : body.end]
    if capitals := _IN_CAPITALS.match(words):
        return Piece(Kind.TITLE, body.start, body.start + capitals.end("title"), None, "capitals before the text", 0.75)
    line, _, rest = words.partition("\n")
    line = line.strip()
    named = [word for word in line.split() if word.casefold() not in _SMALL_WORDS]
    if (
        not 3 <= len(line) <= _LONGEST_TITLE
        or line[-1] in '.:;,!?"”)}…'
        or len(rest.strip()) < 20
        or len(line.split()) < 2
    ):
        return None
    if sum(word[:1].isupper() or not word[:1].isalpha() for word in named) < 0.8 * len(named):
        return None
    return Piece(Kind.TITLE, body.start, body.start + len(line), None, "first line", 0.75)


def _covered(text: str, pieces: Iterable[Piece], start: int, end: int) -> bytearray:
    covered = bytearray(len(text))
    alone = []
    for piece in pieces:
        if piece.kind in _FURNITURE:
            covered[piece.start : piece.end] = b"\1" * (piece.end - piece.start)
        elif piece.kind in _ALONE:
            alone.append(piece)
    for piece in sorted(alone, key=lambda piece: piece.start):
        if _stands_alone(text, covered, piece, start):
            covered[piece.start : piece.end] = b"\1" * (piece.end - piece.start)
    return covered


def _stands_alone(text: str, covered: bytearray, piece: Piece, start: int) -> bool:
    """A date or unit between full stops or line ends, with nothing but furniture before it in its sentence."""
    after = piece.end
    while after < len(text) and text[after] in " \t":
        after += 1
    if not _ENDS_ALONE.match(text, piece.end) and not covered[min(after, len(covered) - 1)]:
        return False
    place, low = piece.start, max(start, piece.start - _LOOK_BACK)
    while place > low and (covered[place - 1] or text[place - 1] in " \t,·([|/"):
        place -= 1
    return place == low or text[place - 1] in ".\n:;)]"


def _first_open(text: str, covered: bytearray, start: int, end: int) -> int:
    place = start
    while place < end and (covered[place] or text[place] in _FRONT):
        place += 1
    return place
