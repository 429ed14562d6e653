"""A caption's reading, and the record made of it: one entry a field, every verbatim a slice of the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from archive.reading.pieces import (
    Aircraft,
    Clearance,
    Dated,
    Dateline,
    Identifier,
    Kind,
    Labelled,
    Person,
    Piece,
    Placed,
    Release,
)

_OPENING, _SHORTEST_OPENING = 32, 12


@dataclass(frozen=True)
class Reading:
    """A caption read: the text as given and the pieces found in it, in order. The rest of the text is unparsed."""

    text: str
    pieces: tuple[Piece, ...]

    def of(self, kind: Kind) -> Iterator[Piece]:
        """The pieces of one kind, in the order of the text."""
        return (piece for piece in self.pieces if piece.kind is kind)

    def verbatim(self, piece: Piece) -> str:
        """The words of a piece, as they stand in the text."""
        return self.text[piece.start : piece.end]

    @property
    def unparsed(self) -> tuple[tuple[int, int], ...]:
        """The runs of text that no piece but the body covers, as (start, end), blanks at their edges left out."""
        covered = bytearray(len(self.text))
        for piece in self.pieces:
            if piece.kind is not Kind.BODY:
                covered[piece.start : piece.end] = b"\1" * (piece.end - piece.start)
        return tuple(_runs(self.text, covered))

    def as_dict(self) -> dict[str, Any]:
        """The reading in the shape in which curators' readings are kept."""
        return _record(self)


def _runs(text: str, covered: bytearray) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = covered.find(1, start)
        end = len(text) if end < 0 else end
        run = text[start:end]
        if run.strip():
            yield start + len(run) - len(run.lstrip()), end - len(run) + len(run.rstrip())
        start = covered.find(0, end)
        if start < 0:
            return


def _record(reading: Reading) -> dict[str, Any]:
    """The fields of a caption; null or an empty list where it says nothing."""
    body = _first(reading, Kind.BODY)
    return {
        "agency": _words(reading, Kind.AGENCY),
        "credit_line": _words(reading, Kind.CREDIT),
        "identifiers": [_identifier(reading, piece) for piece in reading.of(Kind.IDENTIFIER)],
        "release": _release(reading),
        "clearance": _clearance(reading),
        "series_headline": _words(reading, Kind.HEADLINE),
        "title": _words(reading, Kind.TITLE),
        "dateline": _dateline(reading),
        "body_starts": _opening(reading.verbatim(body)) if body else None,
        "body_ends": reading.verbatim(body)[-40:] if body else None,
        "truncated": _first(reading, Kind.TRUNCATION) is not None,
        "dates": [_date(reading, piece) for piece in reading.of(Kind.DATE)],
        "places": [_place(reading, piece) for piece in reading.of(Kind.PLACE)],
        "people": [_person(piece) for piece in reading.of(Kind.PERSON)],
        "units": list(dict.fromkeys(reading.verbatim(piece) for piece in reading.of(Kind.UNIT))),
        "aircraft": [_aircraft(piece) for piece in reading.of(Kind.AIRCRAFT)],
        "donor_or_source": _source(reading),
        "marks": [{"type": _label(piece), "detail": reading.verbatim(piece)} for piece in reading.of(Kind.MARK)],
        "relations": [
            {"type": _label(piece), "verbatim": reading.verbatim(piece)} for piece in reading.of(Kind.RELATION)
        ],
        "editorial": [reading.verbatim(piece) for piece in reading.of(Kind.EDITORIAL)],
        "uncertainty": [reading.verbatim(piece) for piece in reading.of(Kind.UNCERTAINTY)],
        "flags": list(dict.fromkeys(_label(piece) for piece in reading.of(Kind.SENSITIVE))),
        "unparsed": [reading.text[start:end] for start, end in reading.unparsed],
    }


def _opening(words: str) -> str:
    """The opening words: to the first comma, if that is not at once, or to about the fifth word."""
    clause = words[:_OPENING].split(",")[0]
    return clause if len(clause) >= _SHORTEST_OPENING else words[:_OPENING]


def _first(reading: Reading, kind: Kind) -> Piece | None:
    return next(reading.of(kind), None)


def _words(reading: Reading, kind: Kind) -> str | None:
    piece = _first(reading, kind)
    return reading.verbatim(piece) if piece else None


def _label(piece: Piece) -> str:
    return piece.value.label if isinstance(piece.value, Labelled) else ""


def _identifier(reading: Reading, piece: Piece) -> dict[str, Any]:
    assert isinstance(piece.value, Identifier)
    return {
        "scheme": piece.value.scheme,
        "verbatim": reading.verbatim(piece),
        "normalized": piece.value.normalized,
        "flags": list(piece.value.flags),
    }


def _release(reading: Reading) -> dict[str, Any] | None:
    piece = _first(reading, Kind.RELEASE)
    if piece is None or not isinstance(piece.value, Release):
        return None
    return {"verbatim": reading.verbatim(piece), "normalized": piece.value.normalized}


def _clearance(reading: Reading) -> dict[str, Any] | None:
    piece = _first(reading, Kind.CLEARANCE)
    if piece is None or not isinstance(piece.value, Clearance):
        return None
    value = piece.value
    return {
        "verbatim": reading.verbatim(piece),
        "kind": value.kind,
        "censor": value.censor,
        "authority": value.authority,
    }


def _dateline(reading: Reading) -> dict[str, Any] | None:
    piece = _first(reading, Kind.DATELINE)
    if piece is None or not isinstance(piece.value, Dateline):
        return None
    date = piece.value.date
    return {"verbatim": reading.verbatim(piece), "place_id": None, "date_edtf": date.edtf if date else None}


def _date(reading: Reading, piece: Piece) -> dict[str, Any]:
    assert isinstance(piece.value, Dated)
    value = piece.value
    return {"verbatim": reading.verbatim(piece), **value.reading.as_dict(), "role": value.role}


def _place(reading: Reading, piece: Piece) -> dict[str, Any]:
    assert isinstance(piece.value, Placed)
    value = piece.value
    return {
        "verbatim": reading.verbatim(piece),
        "place_id": value.place_id,
        "role": value.role,
        "certainty": value.certainty,
        "candidates": [candidate.place_id for candidate in value.candidates],
    }


def _person(piece: Piece) -> dict[str, Any]:
    assert isinstance(piece.value, Person)
    value = piece.value
    return {"name": value.name, "role": value.role, "rank": value.rank, "hometown": value.hometown}


def _aircraft(piece: Piece) -> dict[str, Any]:
    assert isinstance(piece.value, Aircraft)
    value = piece.value
    return {"type": value.type, "name": value.name, "serial": value.serial, "number": value.number}


def _source(reading: Reading) -> dict[str, Any] | None:
    piece = _first(reading, Kind.SOURCE)
    return {"verbatim": reading.verbatim(piece), "role": _label(piece)} if piece else None
