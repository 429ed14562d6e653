"""The archive's places as the reader of captions wants them."""

from __future__ import annotations

from archive.models import Place, PlaceName
from archive.reading.gazetteer import MemoryGazetteer, PlaceNameRecord


def gazetteer() -> MemoryGazetteer:
    """All names of all places, held in memory. Two queries; build it once for many captions."""
    places = Place.objects.in_bulk()
    lines = {pk: _line(place, places) for pk, place in places.items()}
    names = PlaceName.objects.values_list("place", "text")
    return MemoryGazetteer(
        PlaceNameRecord(
            place_id=places[pk].code,
            name=text,
            kind=places[pk].kind,
            within=lines[pk],
            sure=places[pk].precision != Place.Precision.NONE,
        )
        for pk, text in names
    )


def _line(place: Place, places: dict[int, Place]) -> tuple[str, ...]:
    """The codes of what a place lies in, nearest first."""
    line: list[str] = []
    at = place.parent_id
    while at is not None and places[at].code not in line:
        line.append(places[at].code)
        at = places[at].parent_id
    return tuple(line)
