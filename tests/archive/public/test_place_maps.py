"""The small map of a place, on its page and on the pages of its photographs."""

from __future__ import annotations

import pytest
from factories import indexed, make_mention, make_photo, make_place

pytestmark = pytest.mark.django_db


def test_a_place_and_its_photographs_show_where_it_lies(visitor):
    place = make_place("Liuzhou", precision="city", latitude="24.33", longitude="109.42")
    photo = make_photo()
    make_mention(photo, place)
    indexed(photo)
    for one in (place, photo):
        page = visitor.get(one.get_absolute_url()).content.decode()
        assert 'aria-label="Map: where Liuzhou lies"' in page
        assert 'class="map__dot"' in page


def test_a_place_known_only_roughly_is_a_circle(visitor):
    place = make_place("Guangxi", kind="province", precision="centroid", latitude="23.8", longitude="108.8")
    page = visitor.get(place.get_absolute_url()).content.decode()
    assert 'class="map__circle"' in page
    assert 'class="map__dot"' not in page


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"precision": "centroid", "kind": "country", "latitude": "35", "longitude": "103"},
        {"precision": "point", "latitude": "51.5", "longitude": "-0.1"},
    ],
)
def test_a_place_that_cannot_be_drawn_has_no_map(visitor, values):
    page = visitor.get(make_place("Somewhere", **values).get_absolute_url())
    assert page.status_code == 200
    assert '<svg class="map' not in page.content.decode()
