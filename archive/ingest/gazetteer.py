"""The archive's places as the reader of captions wants them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from archive.models import Place, PlaceName
from archive.reading.gazetteer import MemoryGazetteer, PlaceNameRecord

_KINDS: dict[str, str] = {Place.Kind.STATION: "station"}
"""The reader's word for a kind of place, where it is another than ours."""


def gazetteer() -> MemoryGazetteer:
    """All names of all places, held in memory. Two queries; build it once for many captions."""
    places = Place.objects.in_bulk()
    lines = {pk: _line(place, places) for pk, place in places.items()}
    names = PlaceName.objects.values_list("place", "text")
    return MemoryGazetteer(
        PlaceNameRecord(
            place_id=places[pk].code,
            name=text,
            kind=_KINDS.get(places[pk].kind, places[pk].kind),
            within=lines[pk],
            sure=places[pk].precision != Place.Precision.NONE,
        )
        for pk, text in names
    )


def shipped_gazetteer(rows: Iterable[Mapping[str, Any]]) -> MemoryGazetteer:
    """The same out of the rows of a data file, for an archive that has no places yet."""
    places = {row["id"]: row for row in rows}
    return MemoryGazetteer(
        PlaceNameRecord(
            place_id=code,
            name=name["text"],
            kind=_KINDS.get(row["kind"], row["kind"]),
            within=_row_line(row, places),
            sure=row["precision"] != Place.Precision.NONE,
        )
        for code, row in places.items()
        for name in row["names"]
    )


def _row_line(row: Mapping[str, Any], places: Mapping[str, Mapping[str, Any]]) -> tuple[str, ...]:
    """The codes of what a row's place lies in, nearest first."""
    parent = row.get("parent")
    return (parent, *_row_line(places[parent], places)) if parent else ()


def _line(place: Place, places: dict[int, Place]) -> tuple[str, ...]:
    """The codes of what a place lies in, nearest first."""
    line: list[str] = []
    at = place.parent_id
    while at is not None and places[at].code not in line:
        line.append(places[at].code)
        at = places[at].parent_id
    return tuple(line)
