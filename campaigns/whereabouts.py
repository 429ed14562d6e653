"""Where the photographs of a campaign were taken: the map, and the same as a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _

from archive.maps.boxes import Box, Sheet
from archive.maps.marks import MapPicture, Spot, picture_of, reach_km
from archive.models import Place
from archive.public.pages import Link
from campaigns.asking import Asked
from campaigns.pages import PlaceLine, Whereabouts
from campaigns.tally import Tally

_WIDTH, _LEAST = 720, 3.0
_LOCATOR = Sheet(Box(96.0, 17.0, 126.0, 42.0), 340)
_FIRST = 20
_MOST = 60


class Site(NamedTuple):
    """What the map and the list tell of a place, by the fields' names: there may be a thousand, too many for models."""

    pk: int
    title: str
    kind: str
    parent_id: int | None
    latitude: Decimal | None
    longitude: Decimal | None
    precision: str


def sites_of(tally: Tally) -> dict[int, Site]:
    """All places that a photograph of the tally was taken at or in. One query."""
    rows = Place.objects.order_by().filter(pk__in=tally.places()).values_list(*Site._fields)
    return {row[0]: Site(*row) for row in rows}


def whereabouts_of(tally: Tally, places: Mapping[int, Site], asked: Asked) -> Whereabouts:
    """The map for what is asked: places with the photographs of the chosen month, in the chosen frame.

    `places` are those of the tally. A place counts what was taken there and at no place within it.
    """
    counts = tally.by_place({pk: place.parent_id for pk, place in places.items()}, asked.stretch)
    shown = sorted(((places[pk], count) for pk, count in counts.items() if pk in places), key=_most_first)
    spots = {place.pk: spot for place, count in shown if (spot := _spot(place, count, asked))}
    frame = asked.frame or Box.around((spot.point for spot in spots.values()), least=_LEAST)
    picture = picture_of(list(spots.values()), Sheet(frame, _WIDTH), lambda box: f"{asked.query(map=str(box))}#where")
    lines = [_line(place, count, asked, is_drawn=place.pk in spots) for place, count in shown[:_MOST]]
    return Whereabouts(picture, lines[:_FIRST], lines[_FIRST:], tally.placeless(asked.stretch))


def _most_first(counted: tuple[Site, int]) -> tuple[int, str, int]:
    place, count = counted
    return -count, place.title, place.pk


def locator_of(places: Iterable[Place]) -> MapPicture | None:
    """A small map that says where in China these places lie; None when none of them has a point."""
    spots = [spot for place in places if (spot := _spot(place, 0, Asked()))]
    return picture_of([spot for spot in spots if spot.reach_km < _LEAST * 100], _LOCATOR) if spots else None


def _spot(place: Place | Site, count: int, asked: Asked) -> Spot | None:
    reach = reach_km(place.precision, place.kind)
    if reach is None or place.longitude is None or place.latitude is None:
        return None
    return Spot(
        name=place.title,
        point=(float(place.longitude), float(place.latitude)),
        reach_km=reach,
        count=count,
        url=_url(place, asked),
        is_chosen=place.pk == asked.place,
    )


def _url(place: Place | Site, asked: Asked) -> str:
    """Choosing a place again lets go of it."""
    return f"{asked.query(place='' if place.pk == asked.place else str(place.pk))}#chosen"


def _line(place: Site, count: int, asked: Asked, *, is_drawn: bool) -> PlaceLine:
    known = place.latitude is not None
    remark = "" if is_drawn else _("not on the map: nobody knows where in it") if known else _("not placed")
    return PlaceLine(Link(place.title, _url(place, asked), count), place.pk == asked.place, remark)
