"""Whichever spelling of a place a visitor types, the same photographs are found."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from factories import indexed, make_mention, make_photo
from visiting import found

from archive.models import Place, PlaceName

pytestmark = pytest.mark.django_db

PLACES, SPELLINGS = 60, 6


def spellings(place: Place) -> list[str]:
    """Names that are this place's alone: listed ones first, then those that a rule makes."""
    names = place.names.exclude(system=PlaceName.System.SLIP).order_by("is_derived", "pk")
    alone = [name.text for name in names if {*owners(name.key)} == {place.pk}]
    return list(dict.fromkeys(alone))[:SPELLINGS]


def owners(key: str) -> list[int]:
    return list(PlaceName.objects.filter(key=key).exclude(system="slip").values_list("place", flat=True))


def test_sixty_places_by_six_spellings_each(visitor):
    call_command("load_gazetteer")
    towns = [
        place
        for place in Place.objects.filter(parent__isnull=False).order_by("pk")
        if len(spellings(place)) >= SPELLINGS
    ]
    chosen = towns[:: max(1, len(towns) // PLACES)][:PLACES]
    assert len(chosen) == PLACES
    photos = {}
    for place in chosen:
        photos[place] = [make_photo() for _turn in range(3)]
        for photo, written in zip(photos[place], spellings(place), strict=False):
            make_mention(photo, place, as_written=written)
    indexed(*(photo for own in photos.values() for photo in own))
    for place in chosen:
        answers = {name: found(visitor, q=name) for name in spellings(place)}
        own = {photo.number for photo in photos[place]}
        assert all(own <= numbers for numbers in answers.values()), (place, answers)
        assert len({frozenset(numbers) for numbers in answers.values()}) == 1, (place, answers)
