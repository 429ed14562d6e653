"""The small map that says where one place lies."""

from __future__ import annotations

from archive.maps.boxes import Box, Sheet
from archive.maps.marks import MapPicture, Spot, picture_of, reach_km
from archive.models import Place

_WIDTH = 360
_LEAST = 4.0
_DEGREES_OF_KM = 1 / 40
"""So that the circle of a place takes about half of the height of its map."""


def map_of(place: Place) -> MapPicture | None:
    """The neighbourhood of a place, with its point or the circle it must lie in; None when it cannot be drawn."""
    reach = reach_km(place.precision, place.kind)
    if reach is None or place.longitude is None or place.latitude is None:
        return None
    point = (float(place.longitude), float(place.latitude))
    frame = Box.around([point], least=max(_LEAST, reach * _DEGREES_OF_KM))
    spot = Spot(place.title, point, reach, 0, "")
    return picture_of([spot], Sheet(frame, _WIDTH)) if frame.holds(point) else None
