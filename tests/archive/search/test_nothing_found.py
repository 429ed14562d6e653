"""A search that finds nothing says what to do, and each way that it offers gives what it says."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from factories import (
    indexed,
    make_campaign,
    make_dating,
    make_link,
    make_mention,
    make_photo,
    make_place,
    needs_campaigns,
)
from visiting import found

from archive.models import Rights
from archive.publishing import withdraw

pytestmark = pytest.mark.django_db


def ways_out(visitor, **asked: str) -> dict[str, int]:
    """What is offered, with how many photographs it says; each is followed and gives as many."""
    ways = visitor.get("/photos/", asked).context["ways_out"]
    for way in ways:
        assert visitor.get(way.url).context["total"] == way.count > 0
    return {way.text: way.count for way in ways}


@needs_campaigns
def test_nothing_found_offers_the_filter_to_drop_and_how_many_that_gives(visitor):
    campaign = make_campaign("Operation Ichi-Go")
    photo = make_photo(caption="A market street")
    make_link(photo, campaign)
    indexed(photo)
    page = visitor.get("/photos/", {"q": "submarine", "campaign": campaign.pk}).content.decode()
    assert re.search(rf'href="/photos/\?campaign={campaign.pk}"[^>]*>[^<]*Without “submarine”', page)
    assert "Without Operation Ichi-Go" not in page


def test_a_misspelled_place_is_offered_as_it_is_spelled_with_how_many_that_gives(visitor):
    photo = make_photo()
    make_mention(photo, make_place("Liuzhou", ("Liuchow", "postal")))
    indexed(photo)
    page = visitor.get("/photos/", {"q": "Liuchwo"}).content.decode()
    assert "Did you mean Liuzhou?" in page
    assert found(visitor, q="Liuchwo") == set()


def test_a_word_that_nothing_has_can_be_let_go_of(visitor):
    make_photo(caption="Mules in the river")
    make_photo(caption="Mules on the road")
    assert ways_out(visitor, q="mules zeppelin") == {"Without “zeppelin”": 2}
    assert ways_out(visitor, q='"mules zeppelin" road') == {'Without "mules zeppelin"': 1}
    assert ways_out(visitor, q="mules -river -road") == {"Without “-river”": 1, "Without “-road”": 1}


def test_a_name_of_several_words_is_let_go_of_as_a_whole_or_not_at_all(visitor):
    place, photo = make_place("Pingyang", ("Ping Yang", "postal")), make_photo(caption="A market")
    make_mention(photo, place)
    indexed(photo)
    assert ways_out(visitor, q="Ping Yang zeppelin") == {"Without “zeppelin”": 1}
    assert ways_out(visitor, q="zeppelin, Ping Yang.") == {"Without “zeppelin”": 1}


@pytest.mark.parametrize("typed", ["refugeee", "refuge", "refugse", "refuege", "Refugêse"])
def test_a_slip_of_one_letter_is_offered_as_a_word_that_photographs_have(visitor, typed):
    make_photo(caption="A refugee with a cart")
    make_photo(caption="The cart")
    assert ways_out(visitor, q=f"cart {typed}")["Did you mean “cart refugee”?"] == 1
    assert found(visitor, q=f"cart {typed}") == set()


def test_of_words_that_are_as_near_the_more_frequent_comes_first(visitor):
    for caption in ("The boats", "The boats again", "His boots"):
        make_photo(caption=caption)
    assert list(ways_out(visitor, q="boets")) == ["Did you mean “boats”?", "Did you mean “boots”?"]


def test_a_word_that_photographs_have_is_not_called_a_slip(visitor):
    make_photo(caption="The boats")
    make_photo(caption="His boots and a cart")
    assert ways_out(visitor, q="boats cart") == {"Without “boats”": 1, "Without “cart”": 1}


def test_a_word_of_a_photograph_that_is_not_public_is_never_offered(visitor):
    withdrawn, embargoed = make_photo(caption="A refugee"), make_photo(caption="An orphanage")
    assert ways_out(visitor, q="refugeee")
    assert ways_out(visitor, q="orphanoge")
    withdraw(withdrawn, by=None, reason="The family asked")
    Rights.objects.create(photo=embargoed, embargo_until=timezone.localdate() + timedelta(days=2))
    indexed(embargoed)
    assert ways_out(visitor, q="refugeee") == ways_out(visitor, q="orphanoge") == {}


def test_a_word_that_only_a_hidden_photograph_has_counts_as_one_that_none_has(visitor):
    make_photo(caption="The boats")
    hidden = make_photo(caption="The boets")
    Rights.objects.create(photo=hidden, embargo_until=timezone.localdate() + timedelta(days=2))
    indexed(hidden)
    assert ways_out(visitor, q="boets") == {"Did you mean “boats”?": 1}


def test_the_nearest_years_are_offered_where_nothing_was_taken_in_the_span(visitor):
    for edtf in ("1938-05-02", "1942-07", "1945", "1946"):
        photo = make_photo(title=f"Mules {edtf}")
        make_dating(photo, edtf)
        indexed(photo)
    ways = ways_out(visitor, q="mules", since="1943", until="1944")
    assert ways.pop("Taken in 1942 instead") == ways.pop("Taken in 1945 instead") == 1
    assert not [way for way in ways if "Taken in" in way]


def test_where_to_let_go_of_one_does_not_help_each_is_offered_alone(visitor):
    photo = make_photo(caption="Mules in the river")
    make_dating(photo, "1944")
    indexed(photo)
    assert ways_out(visitor, q="mules zeppelin", since="1950", until="1960") == {"Only “mules”": 1}
    assert ways_out(visitor, q="zeppelin", since="1950", year="1944") == {"Only 1944": 1}
    assert ways_out(visitor, q="zeppelin", since="1950") == {}


@pytest.mark.django_db(transaction=True)
def test_the_same_is_offered_by_what_a_process_keeps(visitor):
    make_photo(caption="A refugee with a cart")
    assert ways_out(visitor, q="cart refugeee") == {"Did you mean “cart refugee”?": 1, "Without “refugeee”": 1}
