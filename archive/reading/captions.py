"""A whole caption read: a typed slip becomes pieces with their values, over the untouched text.

The outer layers and the furniture of headers, credits and numbers are found first; what lies between is the body, and
in it and in the title are the people, units, aircraft, dates and places. What no rule knows stays unparsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from archive.reading.aircraft import find_aircraft
from archive.reading.bodies import find_body, find_title_line
from archive.reading.clearances import find_clearances, find_releases
from archive.reading.credits import find_credits
from archive.reading.datings import find_datings
from archive.reading.frames import find_frame
from archive.reading.gazetteer import Gazetteer
from archive.reading.headers import find_headers
from archive.reading.identifiers import find_identifiers
from archive.reading.people import find_people
from archive.reading.photographers import find_photographers
from archive.reading.pieces import Kind, Piece
from archive.reading.places import find_places
from archive.reading.record import Reading
from archive.reading.remarks import (
    find_doubts,
    find_editorial,
    find_marks,
    find_relations,
    find_sensitive,
    find_truncation,
)
from archive.reading.sentences import Sentences
from archive.reading.units import find_units

_SINGLE = frozenset({Kind.AGENCY, Kind.CREDIT, Kind.TITLE, Kind.CLEARANCE, Kind.DATELINE, Kind.RELEASE})
_ENTITIES = frozenset({Kind.PERSON, Kind.UNIT, Kind.AIRCRAFT, Kind.DATE})
_NO_PLACE_NAMES = _ENTITIES | {
    Kind.AGENCY,
    Kind.IDENTIFIER,
    Kind.CLEARANCE,
    Kind.HEADLINE,
    Kind.DATELINE,
    Kind.CREDIT,
    Kind.SOURCE,
}
_AMERICAN = re.compile(r"\b(?:U\.? ?S\.?|SC[ -]\d|111-SC|OWI|Signal Corps|Air Force|T/\d|Pfc|ACME|Navy|Sgt|CBI)\b")
_COMMONWEALTH = re.compile(
    r"\b(?:IWM|AWM|RAF|RAAF|RNZAF|Australian War Memorial|Imperial War Museums?|British Official)\b"
)
_PICTURE_UNIT = re.compile(r"\b(?:Sig|Signal|Photo|Photographic|Camera|Public Relations)\b")


def read_caption(text: str, *, gazetteer: Gazetteer, locale: str | None = None) -> Reading:
    """Read one caption.

    `locale` (``en-US``) decides the order of day and month in figures; without it the agency's custom does, where the
    text shows it. No text makes this fail: what cannot be read is left unparsed.
    """
    locale = locale or _locale(text)
    frame = find_frame(text)
    view = " " * frame.start + text[frame.start : frame.end] + " " * (len(text) - frame.end)
    sentences = Sentences(text)
    furniture = _settled([*frame.pieces, *find_identifiers(text), *_furniture(view, locale)], len(text))
    dates = list(find_datings(text, frame, furniture, sentences, locale))
    entities = _entities(view, [*furniture, *dates])
    furniture += _agency_of_pictures(text, furniture, entities)
    body = find_body(text, frame, [*furniture, *dates, *entities])
    if body and not any(piece.kind is Kind.TITLE for piece in furniture) and (title := find_title_line(text, body)):
        furniture.append(title)
        body = find_body(text, frame, [*furniture, *dates, *entities])
    found = [*furniture, *dates, *entities]
    placed = [piece for piece in found if piece.kind is Kind.PLACE]
    others = [piece for piece in found if piece.kind is not Kind.PLACE]
    places = find_places(text, gazetteer, _zones(found, body), _taken(text, others), sentences, placed)
    remarks = list(_remarks(view))
    others = _without_numbers_of_other_pictures(others, remarks)
    whole = chain(others, places, remarks, find_truncation(text[: frame.end]), [body] if body else [])
    return Reading(text, tuple(sorted(whole, key=lambda piece: (piece.start, -piece.end, piece.kind.value))))


def _locale(text: str) -> str | None:
    if _COMMONWEALTH.search(text):
        return "en-GB"
    return "en-US" if _AMERICAN.search(text) else None


def _furniture(view: str, locale: str | None) -> Iterator[Piece]:
    """Headers, clearances, releases and credits, the surest first."""
    yield from find_headers(view, locale=locale)
    yield from find_clearances(view)
    yield from find_releases(view)
    yield from find_photographers(view)
    yield from find_credits(view)


def _settled(pieces: Iterable[Piece], length: int) -> list[Piece]:
    """Each single field once, by its surest rule; of several pieces of one kind on the same words, the first."""
    kept: list[Piece] = []
    taken: dict[Kind, bytearray] = {}
    for piece in pieces:
        if piece.kind in _SINGLE and piece.kind in taken:
            continue
        words = taken.setdefault(piece.kind, bytearray(length))
        if piece.kind is Kind.FURNITURE or not any(words[piece.start : piece.end]):
            words[piece.start : piece.end] = b"\1" * (piece.end - piece.start)
            kept.append(piece)
    return kept


def _entities(view: str, found: Sequence[Piece]) -> list[Piece]:
    """People, units and aircraft, none of them on words that a surer piece has."""
    taken = _marked(
        view, (piece for piece in found if piece.kind in (*_ENTITIES, Kind.CREDIT, Kind.IDENTIFIER, Kind.HEADLINE))
    )
    agencies = [piece for piece in found if piece.kind is Kind.AGENCY and piece.rule == "office header"]
    taken_by_agency = _marked(view, agencies)
    kept: list[Piece] = []
    for piece in chain(find_people(view), find_units(view), find_aircraft(view)):
        if any(taken[piece.start : piece.end]) or any(taken_by_agency[piece.start : piece.end]):
            continue
        if piece.kind is not Kind.UNIT:
            taken[piece.start : piece.end] = b"\1" * (piece.end - piece.start)
        kept.append(piece)
    return kept


def _agency_of_pictures(text: str, furniture: Sequence[Piece], entities: Sequence[Piece]) -> list[Piece]:
    """A signal photographic company named in the caption issued it, if no other agency is said."""
    if any(piece.kind is Kind.AGENCY for piece in furniture):
        return []
    for piece in entities:
        words = text[piece.start : piece.end]
        if piece.kind is Kind.UNIT and _PICTURE_UNIT.search(words):
            return [
                Piece(Kind.AGENCY, piece.start, piece.start + len(words.split(", Det")[0]), None, "picture unit", 0.8)
            ]
    return []


def _without_numbers_of_other_pictures(found: Sequence[Piece], remarks: Sequence[Piece]) -> list[Piece]:
    """“See also SC 198765” gives the number of another picture, not of this one."""
    links = [piece for piece in remarks if piece.kind is Kind.RELATION]
    return [
        piece
        for piece in found
        if piece.kind is not Kind.IDENTIFIER
        or not any(link.start <= piece.start and piece.end <= link.end for link in links)
    ]


def _zones(found: Sequence[Piece], body: Piece | None) -> list[tuple[int, int]]:
    """Where names of places are looked for: the body, then the title."""
    titles = [(piece.start, piece.end) for piece in found if piece.kind is Kind.TITLE]
    return [(body.start, body.end), *titles] if body else titles


def _taken(text: str, found: Sequence[Piece]) -> bytearray:
    return _marked(text, (piece for piece in found if piece.kind in _NO_PLACE_NAMES))


def _marked(text: str, pieces: Iterable[Piece]) -> bytearray:
    marked = bytearray(len(text))
    for piece in pieces:
        marked[piece.start : piece.end] = b"\1" * (piece.end - piece.start)
    return marked


def _remarks(view: str) -> Iterator[Piece]:
    for find in (find_editorial, find_relations, find_marks, find_doubts, find_sensitive):
        yield from find(view)
