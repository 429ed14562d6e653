"""Places in a caption, each once, and what it is to the picture.

Where something stands or happens is depicted; a province, or a nameless town in it, is what the picture lies within;
“2 miles south of” and “near” are relative; where people go to, come from or fight against is only mentioned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive.reading.gazetteer import Gazetteer
from archive.reading.pieces import Kind, Piece, Placed
from archive.reading.place_phrases import (
    BROAD,
    LARGE,
    OWN_NAME,
    Spot,
    merged,
    names_in,
    overlap,
    spot_of,
    unknown_beside,
    unknown_spots,
)
from archive.reading.sentences import Sentences
from archive.reading.toponyms import choose, find_toponyms, ranked

_AIR = re.compile(r"air|base|runway|strip|landing", re.IGNORECASE)


def find_places(
    text: str,
    gazetteer: Gazetteer,
    zones: Sequence[tuple[int, int]],
    taken: bytearray,
    sentences: Sentences,
    placed: Sequence[Piece] = (),
) -> Iterator[Piece]:
    """The places named in these zones of the text, each once, with its role.

    `taken` marks words that are no place names; `placed` are pieces that are places by their position in a header.
    """
    known = [_resolved(text, piece, gazetteer) for piece in placed]
    yield from known
    spots: list[Spot] = []
    for start, end in zones:
        names = names_in(text, gazetteer, start, end, taken)
        spots += [spot_of(text, name, start, end, sentences, gazetteer) for name in names]
    spots = merged(text, spots)
    if not spots:
        spots = unknown_spots(text, zones, taken, sentences, gazetteer)
    else:
        unknown = unknown_beside(text, zones, taken, sentences, gazetteer, spots)
        spots = [*unknown, *(spot for spot in spots if not any(overlap(spot, other) for other in unknown))]
    yield from _with_roles(text, spots, gazetteer, sentences, zones, known)


def _resolved(text: str, piece: Piece, gazetteer: Gazetteer) -> Piece:
    """A place by position, with the place its first known name means."""
    assert isinstance(piece.value, Placed)
    for name in find_toponyms(text[piece.start : piece.end], gazetteer):
        place = choose(name.candidates, frozenset())
        place_id = place.place_id if place else None
        return replace(piece, value=replace(piece.value, place_id=place_id, candidates=name.candidates))
    return piece


def _with_roles(
    text: str,
    spots: Sequence[Spot],
    gazetteer: Gazetteer,
    sentences: Sentences,
    zones: Sequence[tuple[int, int]],
    known: Sequence[Piece],
) -> Iterator[Piece]:
    context = _context(text, spots, gazetteer)
    specific = [spot for spot in spots if not spot.toponym.kinds & BROAD]
    seen = {piece.value.place_id for piece in known if isinstance(piece.value, Placed) and piece.value.place_id}
    has_depicted = any(isinstance(piece.value, Placed) and piece.value.role == "depicted" for piece in known)
    found: list[Piece] = []
    for spot in specific or spots[:1]:
        placed = _placed(spot, context, gazetteer)
        key = placed.place_id or text[spot.toponym.start : spot.toponym.end].casefold()
        if key in seen or (placed.place_id and _is_part_of_seen(placed, seen, gazetteer)):
            continue
        seen.add(key)
        in_first = sentences.number_at(spot.start) == sentences.number_at(zones[0][0])
        role = _role(spot, _kinds(spot, placed), has_depicted, in_first)
        has_depicted = has_depicted or role in ("depicted", "relative")
        confidence = 0.9 if placed.place_id else 0.6
        found.append(
            Piece(Kind.PLACE, spot.start, spot.end, replace(placed, role=role), f"place: {spot.tie}", confidence)
        )
    yield from _promoted(found) if not known else found


def _promoted(found: Sequence[Piece]) -> Iterator[Piece]:
    """Where no place is shown, the first that is not the goal or origin of a movement is."""
    mentioned = all(isinstance(piece.value, Placed) and piece.value.role == "mentioned" for piece in found)
    for piece in found:
        if mentioned and piece.rule in ("place: free", "place: alone") and isinstance(piece.value, Placed):
            mentioned = False
            piece = replace(piece, value=replace(piece.value, role="depicted"))
        yield piece


def _is_part_of_seen(placed: Placed, seen: set[str], gazetteer: Gazetteer) -> bool:
    """A city named again after its own airfield or station has been told."""
    return any(
        part.place_id in seen
        for kind in ("airfield", "station")
        for part in gazetteer.parts(placed.place_id or "", kind)
    )


def _context(text: str, spots: Sequence[Spot], gazetteer: Gazetteer) -> frozenset[str]:
    """The places that are beyond doubt and what they lie in; whole countries only where the text names them."""
    sure = [spot.toponym.candidates[0] for spot in spots if len(spot.toponym.candidates) == 1]
    regions = [
        name.candidates[0]
        for spot in spots
        for name in find_toponyms(text[spot.toponym.end : spot.end], gazetteer)
        if len(name.candidates) == 1
    ]
    around = {place for candidate in sure for place in candidate.within}
    around -= {candidate.within[-1] for candidate in sure if len(candidate.within) > 1}
    named = {
        candidate.place_id for candidate in (*sure, *regions) if candidate.kind != "country" or candidate in regions
    }
    return frozenset(around | named)


def _placed(spot: Spot, context: frozenset[str], gazetteer: Gazetteer) -> Placed:
    candidates = ranked(spot.toponym.candidates, context)
    place = choose(candidates, context) if spot.feature != OWN_NAME else None
    if place and spot.feature:
        kind = "airfield" if _AIR.search(spot.feature) else "station"
        parts = gazetteer.parts(place.place_id, kind) if place.kind != kind else ()
        place = parts[0] if len(parts) == 1 else place
    certainty = spot.certainty if place or not candidates else "uncertain"
    return Placed(place.place_id if place else None, "", certainty, candidates)


def _kinds(spot: Spot, placed: Placed) -> frozenset[str]:
    """The kind of the place chosen, or all kinds the name may have."""
    chosen = {candidate.kind for candidate in spot.toponym.candidates if candidate.place_id == placed.place_id}
    return frozenset(chosen) or spot.toponym.kinds


def _role(spot: Spot, kinds: frozenset[str], has_depicted: bool, in_first: bool) -> str:
    if spot.tie == "within" or (spot.tie != "spoken of" and spot.tie != "relative" and kinds & LARGE):
        return "mentioned" if "region" in kinds and has_depicted else "within"
    if spot.tie == "relative":
        return "relative" if in_first and not has_depicted else "mentioned"
    is_seen = spot.tie in ("seen", "alone") or (spot.tie == "free" and in_first)
    return "depicted" if is_seen and not has_depicted else "mentioned"
