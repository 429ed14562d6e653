"""Links are suggested from place and date, with the overlap they rest on; nothing links by itself."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.management import call_command
from factories import indexed, make_campaign, make_dating, make_link, make_mention, make_photo, make_place

from archive.ingest.deciding import AlreadyDecided
from archive.models import Photo
from campaigns.deciding import accept, overlap_words, reject
from campaigns.models import Campaign, CampaignLink, Event, SuggestedLink
from campaigns.suggesting import suggest

pytestmark = pytest.mark.django_db


@pytest.fixture
def guangxi():
    """A province with a city and its station."""
    province = make_place("Guangxi", kind="province")
    city = make_place("Liuzhou", parent=province)
    return province, city, make_place("Liuzhou railway station", kind="railway_station", parent=city)


@pytest.fixture
def phase(guangxi) -> Campaign:
    """A phase of a campaign in that province, with the day on which the city fell."""
    whole = make_campaign("Ichi-Go", edtf="1944-04/1944-12")
    phase = make_campaign("The Guangxi phase", parent=whole, edtf="1944-08-16/1944-12")
    whole.places.set([guangxi[0], make_place("Henan", kind="province")])
    phase.places.set([guangxi[0]])
    Event.objects.create(campaign=phase, kind="city_fell", title="Liuzhou falls", place=guangxi[1], edtf="1944-11-10")
    return phase


def taken(place, edtf: str, **values) -> Photo:
    photo = make_photo(**values)
    make_mention(photo, place)
    make_dating(photo, edtf)
    return photo


def test_a_photograph_of_the_place_and_the_days_is_suggested_with_the_exact_overlap(phase, guangxi):
    photo = taken(guangxi[2], "1944-22")
    assert suggest() == 1
    link = SuggestedLink.objects.get()
    assert (link.photo, link.campaign) == (photo, phase)
    assert (link.first_day, link.last_day) == (date(1944, 8, 16), date(1944, 8, 31))
    assert (link.days_in_common, link.days_possible, link.is_certain()) == (16, 92, False)
    assert link.place_chain == "Liuzhou railway station → Liuzhou → Guangxi"
    assert "16 of the 92 days" in overlap_words(link)


def test_nothing_is_linked_by_itself(phase, guangxi):
    taken(guangxi[1], "1944-11-10")
    call_command("suggest_campaigns")
    assert SuggestedLink.objects.open().count() == 1
    assert CampaignLink.objects.count() == 0


def test_an_event_of_no_certain_month_is_not_suggested(phase, guangxi):
    event = Event.objects.get()
    event.edtf = "1944"
    event.save()
    taken(guangxi[1], "1944-11-10")
    suggest()
    assert SuggestedLink.objects.get().event is None


def test_an_event_there_in_those_days_is_suggested_with_it(phase, guangxi):
    taken(guangxi[2], "1944-11")
    taken(guangxi[2], "1944-23")
    suggest()
    assert [str(link.event) for link in SuggestedLink.objects.order_by("pk")] == ["Liuzhou falls", "None"]


@pytest.mark.parametrize("edtf", ["1944-07", "1945-01-01", "194X", "[..1944-12]", "1944-09/..", "XXXX-11"])
def test_other_days_or_hardly_any_date_are_no_ground(phase, guangxi, edtf):
    taken(guangxi[1], edtf)
    suggest()
    assert not SuggestedLink.objects.filter(campaign=phase).exists()


def test_another_place_is_no_ground(phase, guangxi):
    taken(make_place("Kunming"), "1944-11")
    make_dating(make_photo(), "1944-11")
    assert suggest() == 0


def test_the_whole_campaign_is_suggested_only_where_no_phase_is(phase, guangxi):
    photo = taken(guangxi[1], "1944-05")
    taken(guangxi[1], "1944-11")
    suggest()
    assert {(link.photo == photo, link.campaign.title) for link in SuggestedLink.objects.all()} == {
        (True, "Ichi-Go"),
        (False, "The Guangxi phase"),
    }


def test_what_is_rejected_does_not_come_back(phase, guangxi, curator):
    taken(guangxi[1], "1944-11")
    suggest()
    reject(SuggestedLink.objects.get(), by=curator)
    assert suggest() == 0
    assert not SuggestedLink.objects.open().exists()


@pytest.mark.parametrize("certainty", ["stated", "rejected"])
def test_what_is_linked_already_is_not_suggested(phase, guangxi, certainty):
    make_link(taken(guangxi[1], "1944-11"), phase, certainty=certainty)
    assert suggest() == 0


def test_rejected_statements_and_withdrawn_photographs_are_no_ground(phase, guangxi):
    photo = make_photo()
    make_mention(photo, guangxi[1], certainty="rejected")
    make_dating(photo, "1944-11")
    Photo.objects.filter(pk=taken(guangxi[1], "1944-11").pk).update(state="withdrawn")
    assert suggest() == 0


def test_accepting_links_in_the_curators_name_and_the_photograph_is_found_at_once(phase, guangxi, curator, visitor):
    photo = taken(guangxi[1], "1944-11", title="Smoke over the river")
    indexed(photo)
    suggest()
    link = accept(SuggestedLink.objects.get(), by=curator)
    assert (link.by, link.ground, link.certainty, str(link.event)) == (curator, "inferred", "probable", "Liuzhou falls")
    assert "30 of the 30 days" in link.reasoning
    assert "Smoke over the river" in visitor.get("/photos/", {"campaign": phase.pk}).content.decode()


def test_what_somebody_decided_is_not_decided_again(phase, guangxi, curator):
    taken(guangxi[1], "1944-11")
    suggest()
    reject(SuggestedLink.objects.get(), by=curator)
    with pytest.raises(AlreadyDecided):
        accept(SuggestedLink.objects.get(), by=curator)
    assert not CampaignLink.objects.exists()


def test_the_number_of_queries_does_not_grow_with_the_photographs(phase, guangxi, django_assert_max_num_queries):
    for _turn in range(20):
        taken(guangxi[1], "1944-11")
    with django_assert_max_num_queries(14):
        assert suggest() == 20
