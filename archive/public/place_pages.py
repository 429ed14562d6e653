"""The pages of places."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from archive.models import Place, PlaceName
from archive.public import pages
from archive.public.cards import cards_of
from archive.public.place_maps import map_of
from archive.search.counts import count_of
from archive.search.filters import entries_with

_FIRST = 12


def places_page() -> pages.ListPage:
    """All places that public photographs were taken at, under the provinces or countries they lie in."""
    counts = count_of("place")
    places = list(Place.objects.filter(pk__in=[int(value) for value in counts]).order_by("title"))
    tops = {place.pk: place for place in places if place.kind in (Place.Kind.PROVINCE, Place.Kind.COUNTRY)}
    groups: dict[str, list[pages.Link]] = {}
    lines = Place.objects.lineage(place.pk for place in places)
    for place in places:
        top = _top(lines[place.pk] - {place.pk}, tops)
        groups.setdefault(top, []).append(pages.Link(place.title, place.get_absolute_url(), counts[str(place.pk)]))
    return pages.ListPage(
        title=_("Places"),
        introduction=_("Every place where a photograph was taken, under the province it lies in today."),
        groups=sorted(groups.items()),
        empty=_("No photograph with a known place is public yet."),
    )


def _top(ancestors: set[int], tops: dict[int, Place]) -> str:
    provinces = [tops[pk] for pk in ancestors if pk in tops]
    narrowest = [place for place in provinces if place.kind == Place.Kind.PROVINCE] or provinces
    return narrowest[0].title if narrowest else _("Countries and regions")


def place_page(place: Place, searched: str) -> pages.PlacePage:
    """One place with its names, its neighbours in the tree and its photographs."""
    entries = entries_with("place", str(place.pk))
    counts = count_of("place")
    return pages.PlacePage(
        title=place.title,
        kind=str(place.get_kind_display()),
        names=[_name(name) for name in place.names.filter(is_derived=False)],
        searched=searched,
        lies_in=[pages.Link(one.title, one.get_absolute_url()) for one in _above(place)],
        contains=list(_links(place.children.order_by("title"), counts)),
        then=place.then,
        now=place.now,
        note=place.note,
        location=location(place),
        cards=cards_of(entries.order_by("number_key"), 0, _FIRST),
        total=counts.get(str(place.pk), 0),
        all_url=f"{reverse('gallery')}?place={place.pk}",
    )


def location(place: Place) -> pages.PlaceOnMap | None:
    """Where a place lies, if it can be put on a map."""
    if not place.has_point():
        return None
    return pages.PlaceOnMap(
        title=place.title,
        url=place.get_absolute_url(),
        latitude=f"{place.latitude:.4f}",
        longitude=f"{place.longitude:.4f}",
        precision=str(place.get_precision_display()),
        then=place.then,
        now=place.now,
        picture=map_of(place),
    )


def _above(place: Place) -> list[Place]:
    """What the place lies in, the widest first."""
    ancestors = Place.objects.in_bulk(Place.objects.lineage([place.pk])[place.pk])
    chain, at = [], place.parent_id
    while at is not None:
        chain.append(ancestors[at])
        at = ancestors[at].parent_id
    return chain[::-1]


def _links(places: QuerySet[Place], counts: dict[str, int]) -> Iterable[pages.Link]:
    """The places below that the public has photographs of."""
    return (
        pages.Link(place.title, place.get_absolute_url(), counts[str(place.pk)])
        for place in places
        if str(place.pk) in counts
    )


def _name(name: PlaceName) -> pages.PlaceNameLine:
    return pages.PlaceNameLine(name.text, name.language, str(name.get_system_display()), name.period, name.note)
