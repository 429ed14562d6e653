"""What cannot be true together is flagged, all of it; what can be is left in peace."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import cycle, islice

import pytest
from django.core.management import call_command
from factories import (
    make_accession,
    make_campaign,
    make_dating,
    make_link,
    make_mention,
    make_photo,
    make_place,
    make_transcription,
)

from archive.models import Photo
from campaigns.doubting import Rule, doubts
from campaigns.models import Campaign, CampaignLink, Event

pytestmark = pytest.mark.django_db


class World:
    """Two provinces with cities, two phases, a city retaken, and a gift."""

    def __init__(self) -> None:
        self.china = make_place("China", kind="country")
        self.guangxi = make_place("Guangxi", kind="province", parent=self.china)
        self.henan = make_place("Henan", kind="province", parent=self.china)
        self.liuzhou = make_place(
            "Liuzhou", ("Liuchow", "postal"), ("Liu-chou", "wade_giles"), ("柳州", "hant"), parent=self.guangxi
        )
        self.nanning = make_place("Nanning", parent=self.guangxi)
        self.luoyang = make_place("Luoyang", ("Loyang", "postal"), parent=self.henan)
        self.kunming = make_place("Kunming", parent=make_place("Yunnan", kind="province", parent=self.china))
        self.river = make_place("Yangtze", kind="river", parent=self.china)
        self.autumn = self.phase("Guangxi, autumn 1944", "1944-08-16/1944-12", self.guangxi)
        self.spring = self.phase("Henan, spring 1944", "1944-04-17/1944-05-25", self.henan)
        self.back = self.phase("The reoccupation", "1945-05/1945-08", self.guangxi)
        for city, day in ((self.liuzhou, "1945-06-28"), (self.nanning, "1945-05-27")):
            Event.objects.create(campaign=self.back, kind="reoccupied", title=f"{city} retaken", place=city, edtf=day)
        self.gift = make_accession(received_on=date(2024, 2, 1))

    def phase(self, title: str, edtf: str, *places) -> Campaign:
        campaign = make_campaign(title, edtf=edtf)
        campaign.places.set(places)
        return campaign

    def photo(self, edtf: str = "", place=None, caption: str = "", campaign=None, **values) -> Photo:
        photo = make_photo(published=False, accession=self.gift, caption=caption, **values)
        if edtf:
            make_dating(photo, edtf)
        if place:
            make_mention(photo, place)
        if campaign:
            make_link(photo, campaign)
        return photo


@pytest.fixture
def world(db) -> World:
    return World()


def flagged() -> set[tuple[Photo, Rule]]:
    return {(doubt.photo, doubt.rule) for doubt in doubts()}


def test_twenty_seeded_contradictions_are_all_flagged(world):
    before, theatre, dates, late = Rule.BEFORE_RETAKEN, Rule.OUTSIDE_THEATRE, Rule.OUTSIDE_DATES, Rule.AFTER_ACCESSION
    seeded = {
        (world.photo("1944-11", caption="FIRST PICTURES FROM REOCCUPIED LIUCHOW AREA"), before),
        (world.photo("1945-06-27", caption="Children in re-occupied Liu-chou."), before),
        (world.photo("1944", caption="A shop. Nanning was recaptured a week ago."), before),
        (world.photo("[..1945-05-26]", caption="The day Nanning was retaken"), before),
        (world.photo("1944-23", caption="收復柳州之後"), before),
        (world.photo("1945-02", title="Liuzhou liberated"), before),
        (world.photo("1944-11", world.kunming, campaign=world.autumn), theatre),
        (world.photo("1944-11", world.luoyang, campaign=world.autumn), theatre),
        (world.photo("1944-05", world.liuzhou, campaign=world.spring), theatre),
        (world.photo("1945-06", world.henan, campaign=world.back), theatre),
        (world.photo("", world.kunming, campaign=world.spring), theatre),
        (world.photo("1945-06", world.liuzhou, campaign=world.autumn), dates),
        (world.photo("1944-03", world.luoyang, campaign=world.spring), dates),
        (world.photo("1944-08-15", world.nanning, campaign=world.autumn), dates),
        (world.photo("[1945-01-01..1945-04-30]", campaign=world.back), dates),
        (world.photo("1942/1943", world.nanning, campaign=world.back), dates),
        (world.photo("2024-02-02"), late),
        (world.photo("2025"), late),
        (world.photo("2024-03~"), late),
        (world.photo("2031?", world.kunming), late),
    }
    assert len(seeded) == 20
    assert flagged() == seeded


def test_two_hundred_consistent_links_raise_no_doubt(world):
    stories = cycle(
        [
            ("1944-11", world.liuzhou, "Refugees wait beside the train", world.autumn),
            ("1944-22", world.guangxi, "A bunker in the summer", world.autumn),
            ("1944", world.nanning, "Before Liuchow could be reoccupied", world.autumn),
            ("1945-06-28", world.liuzhou, "FIRST PICTURES FROM REOCCUPIED LIUCHOW AREA", world.back),
            ("[1945-05-28..1945-07-31]", world.liuzhou, "Nanning was reoccupied on May 27, 1945.", world.back),
            ("1944-05-25", world.luoyang, "Wounded men recovering at Loyang", world.spring),
            ("1944-04", world.china, "Somewhere on the road", world.spring),
            ("1944-12", world.river, "A junk", world.autumn),
            ("", world.liuzhou, "The mission hospital hopes that Liuchow will be liberated", world.back),
            ("1945", None, "Liuzhou, reoccupied", world.back),
        ]
    )
    for edtf, place, caption, campaign in islice(stories, 200):
        world.photo(edtf, place, caption, campaign)
    assert CampaignLink.objects.count() == 200
    assert flagged() == set()


def test_what_is_rejected_is_not_held_against_a_photograph(world):
    photo = world.photo("1945-06", world.liuzhou)
    make_link(photo, world.autumn, certainty="rejected")
    make_mention(photo, world.kunming, certainty="rejected")
    make_dating(photo, "2030", certainty="rejected")
    assert flagged() == set()


def test_one_of_several_possible_places_inside_is_enough(world):
    photo = world.photo("1944-11", world.kunming, campaign=world.autumn)
    make_mention(photo, world.liuzhou, certainty="possible")
    assert flagged() == set()


def test_struck_out_words_do_not_speak(world):
    photo = world.photo("1944-11")
    make_transcription(photo, text="Reoccupied Liuchow", layer="struck_out")
    assert flagged() == set()


def test_without_a_day_of_receipt_the_year_of_the_number_counts(world):
    year = int(world.gift.number[:4])
    for years in (0, 1):
        photo = make_photo(published=False, accession=make_accession())
        make_dating(photo, str(year + years))
    assert flagged() == {(photo, Rule.AFTER_ACCESSION)}


def test_a_release_before_the_place_was_retaken_is_flagged_too(world):
    photo = world.photo(caption="Reoccupied Nanning")
    make_dating(photo, str(date(1945, 5, 27) - timedelta(days=1)), role="release")
    assert flagged() == {(photo, Rule.BEFORE_RETAKEN)}


def test_the_command_tells_photograph_rule_and_reason(world, capsys):
    photo = world.photo("1944-11", world.kunming, campaign=world.autumn)
    call_command("find_contradictions")
    said = capsys.readouterr().out
    assert f"{photo.number}\tplace outside the campaign\tKunming lies outside the places of" in said
    assert "1 found." in said


def test_the_number_of_queries_does_not_grow_with_the_links(world, django_assert_max_num_queries):
    for _turn in range(20):
        world.photo("1944-11", world.kunming, "Reoccupied Liuchow", world.autumn)
    with django_assert_max_num_queries(14):
        assert len(list(doubts())) == 40
