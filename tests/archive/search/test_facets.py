"""Sifting: counts under the other filters, values within values, none that is wrong."""

from __future__ import annotations

import random
import re
from datetime import timedelta

import pytest
from django.utils import timezone
from factories import (
    indexed,
    make_agent,
    make_campaign,
    make_code,
    make_collection,
    make_dating,
    make_image,
    make_link,
    make_mention,
    make_photo,
    make_place,
    make_scheme,
    needs_campaigns,
)
from visiting import found

from archive.models import Rights, Subject
from archive.search.facets import all_facets

pytestmark = pytest.mark.django_db


def boxes(client, **address) -> dict[str, dict[str, int]]:
    """Each facet of the page with the number beside each of its values."""
    page = client.get("/photos/", address)
    return {box.key: {value.label: value.count for value in (*box.values, *box.more)} for box in page.context["facets"]}


@pytest.fixture
def photo():
    guangxi = make_place("Guangxi", kind="province")
    liuzhou = make_place("Liuzhou", parent=guangxi)
    photo = make_photo()
    make_mention(photo, liuzhou)
    make_dating(photo, "1944-06")
    make_code(photo, "07041420/C", make_scheme(title="Office codes"))
    make_image(photo, side="verso")
    Subject.objects.create(photo=photo, agent=make_agent("491st Squadron", kind="unit"), role="unit", basis="caption")
    Subject.objects.create(photo=photo, agent=make_agent("Lt. Reis"), role="photographer", basis="caption")
    indexed(photo)
    return photo


def test_every_way_to_sift_is_there(visitor, photo):
    shown = boxes(visitor)
    assert shown["place"] == {"Guangxi": 1, "Liuzhou": 1}
    assert shown["year"] == {"1940s": 1, "1944": 1}
    assert shown["who"] == {"491st Squadron": 1}
    assert shown["maker"] == {"Lt. Reis": 1}
    assert shown["scheme"] == {"Office codes": 1}
    assert shown["back"] == {"Has its back": 1}
    assert shown["use"]


@needs_campaigns
def test_a_phase_counts_for_its_campaign_too(visitor, photo):
    make_link(photo, make_campaign("Hunan phase", parent=make_campaign("Ichi-Go")))
    indexed(photo)
    assert boxes(visitor)["campaign"] == {"Ichi-Go": 1, "Hunan phase": 1}


def test_what_lies_within_stands_below_what_it_lies_in(visitor, photo):
    place = next(box for box in visitor.get("/photos/").context["facets"] if box.key == "place")
    assert [(value.label, value.depth) for value in place.values] == [("Guangxi", 0), ("Liuzhou", 1)]


def test_a_facet_is_counted_as_if_nothing_were_chosen_in_it(visitor, photo):
    other = make_photo()
    make_dating(other, "1945")
    indexed(other)
    shown = boxes(visitor, year="1944")
    assert shown["year"] == {"1940s": 2, "1944": 1, "1945": 1}
    assert shown["place"] == {"Guangxi": 1, "Liuzhou": 1}


def test_two_values_of_a_facet_give_what_either_gives(visitor, photo):
    other = make_photo()
    make_dating(other, "1945")
    indexed(other)
    assert found(visitor, year=["1944", "1945"]) == {photo.number, other.number}


def test_a_value_that_no_photograph_is_left_for_stays_and_is_grey(visitor, photo):
    other = make_photo()
    make_dating(other, "1945")
    indexed(other)
    page = visitor.get("/photos/", {"year": "1945"}).content.decode()
    assert re.search(r'facet__value--none"><span class="facet__label">Liuzhou<', page)


def test_choosing_a_town_lets_go_of_its_province(visitor, photo):
    town = photo.place_mentions.get().place
    page = visitor.get("/photos/", {"place": town.parent_id})
    place = next(box for box in page.context["facets"] if box.key == "place")
    (link,) = [value.url for value in place.values if value.label == "Liuzhou"]
    assert link == f"/photos/?place={town.pk}"


def test_what_nobody_knows_asks_for_help(visitor, photo):
    lost = make_photo()
    indexed(lost)
    assert boxes(visitor)["help"] == {"Where was it taken?": 1, "When was it taken?": 1}
    assert found(visitor, help="place") == {lost.number}


def test_an_embargo_that_is_over_counts_and_one_that_is_not_does_not(visitor, photo, settings):
    for days in (-1, 1):
        timed = make_photo()
        make_dating(timed, "1944")
        Rights.objects.create(photo=timed, embargo_until=timezone.localdate() + timedelta(days=days))
        indexed(timed)
    assert boxes(visitor)["year"]["1944"] == 2
    assert boxes(visitor, back="yes")["year"]["1944"] == 1


def test_every_count_is_what_following_it_gives(visitor):
    """For a random collection: browsing, under one filter, under two, and with a word."""
    dice = random.Random(1944)
    provinces = [make_place(f"Province {turn}", kind="province") for turn in range(2)]
    towns = [make_place(f"Town {turn}", parent=dice.choice(provinces)) for turn in range(5)]
    collections = [make_collection(), make_collection()]
    photos = []
    for _turn in range(30):
        photo = make_photo(title=dice.choice(["Mules", "Carts"]))
        photo.accession.collection = dice.choice(collections)
        photo.accession.save()
        for town in dice.sample(towns, dice.randrange(3)):
            make_mention(photo, town)
        if dice.random() < 0.8:
            make_dating(photo, dice.choice(["1944", "1945", "1944/1945", "1942-05"]))
        if dice.random() < 0.5:
            make_image(photo, side="verso")
        photos.append(photo)
    indexed(*photos)
    asked = [{}, {"year": "1944"}, {"year": "1944", "place": str(provinces[0].pk)}, {"q": "mules"}]
    asked.append({"q": "mules", "back": "yes"})
    for address in asked:
        total, checked = visitor.get("/photos/", address).context["total"], 0
        assert total == len(found(visitor, **address))
        for box in visitor.get("/photos/", address).context["facets"]:
            for value in (*box.values, *box.more):
                if box.key not in address:
                    assert visitor.get(value.url).context["total"] == value.count, (address, box.key, value)
                    checked += 1
        assert checked > 5


def test_no_two_facets_share_a_letter():
    letters = [facet.letter for facet in all_facets()]
    assert len(letters) == len(set(letters))
    assert all(len(letter) == 1 for letter in letters)
