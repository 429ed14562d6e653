"""Choosing a month or a place on a campaign's page: exact counts, by the index, of what the public may see."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.http import QueryDict
from factories import indexed, make_campaign, make_dating, make_link, make_mention, make_photo, make_place

from archive.models import Source
from archive.publishing import withdraw
from campaigns.asking import Asked, Stretch
from campaigns.models import Claim, Event, Preference
from campaigns.tally import entries_asked, tally_of

pytestmark = pytest.mark.django_db


def read(address: str) -> Asked:
    return Asked.read(QueryDict(address))


@pytest.fixture
def guangxi():
    return make_place("Guangxi", kind="province", precision="centroid", latitude="23.8", longitude="108.8")


@pytest.fixture
def liuzhou(guangxi):
    return make_place("Liuzhou", parent=guangxi, precision="city", latitude="24.33", longitude="109.42")


@pytest.fixture
def campaign():
    return make_campaign("Operation Ichi-Go", edtf="1944-10/1944-12")


def taken(campaign, edtf: str = "", *places, **values):
    """A public photograph of the campaign, of this date, at these places."""
    photo = make_photo(**values)
    make_link(photo, campaign)
    if edtf:
        make_dating(photo, edtf)
    for place in places:
        make_mention(photo, place)
    indexed(photo)
    return photo


def test_a_photograph_counts_in_every_month_its_date_touches(campaign):
    taken(campaign, "1944-11-07")
    taken(campaign, "1944-10/1944-11")
    taken(campaign, "1944")
    spans = [tally_of(campaign).within(Stretch.parse(month)) for month in ("1944-10", "1944-11", "1944-12")]
    assert [(span.surely, span.possibly) for span in spans] == [(0, 2), (1, 2), (0, 1)]


@pytest.mark.parametrize(
    "edtf", ["1944-11-07", "1944-10/1944-11", "1944", "../1944-11-01", "1944-11-30/..", "1943", "", "1945-01"]
)
@pytest.mark.parametrize("month", ["1944-11", "1944", "1943-12"])
def test_what_a_month_counts_is_what_choosing_it_finds(campaign, edtf, month):
    taken(campaign, edtf)
    found = entries_asked(campaign, read(f"month={month}")).count()
    assert tally_of(campaign).touching(Stretch.parse(month)) == found


def test_a_photograph_counts_at_the_narrowest_place_that_is_known(campaign, guangxi, liuzhou):
    taken(campaign, "1944-11", liuzhou)
    taken(campaign, "1944-11", guangxi)
    taken(campaign, "1944-11", guangxi, liuzhou)
    counts = tally_of(campaign).by_place({guangxi.pk: None, liuzhou.pk: guangxi.pk}, None)
    assert counts == {liuzhou.pk: 2, guangxi.pk: 1}
    for place, count in counts.items():
        assert entries_asked(campaign, read(f"place={place}")).count() == count


def test_choosing_a_month_shows_its_photographs_and_no_others(visitor, campaign, liuzhou):
    taken(campaign, "1944-11-07", liuzhou, title="A bridge goes up")
    taken(campaign, "1944-12-07", liuzhou, title="Snow on the pass")
    page = visitor.get(f"{campaign.get_absolute_url()}?month=1944-11").content.decode()
    chosen = page[page.index('id="chosen"') : page.index("</section>", page.index('id="chosen"'))]
    assert "A bridge goes up" in chosen
    assert "Snow on the pass" not in chosen
    assert re.search(r'aria-label="Liuzhou 1"', page)


def test_each_month_is_a_plain_link_and_stands_in_a_table_too(visitor, campaign):
    taken(campaign, "1944-11-07")
    page = visitor.get(campaign.get_absolute_url()).content.decode()
    assert page.count('href="?month=1944-11#when"') == 2
    assert "Nov 1 photograph (November 1944)" in page


def test_the_map_keeps_the_month_and_the_month_keeps_the_frame(visitor, campaign, liuzhou):
    taken(campaign, "1944-11-07", liuzhou)
    page = visitor.get(f"{campaign.get_absolute_url()}?month=1944-11&map=105,22,112,27").content.decode()
    assert "month=1944-12&amp;map=105,22,112,27" in page
    assert re.search(r"\?month=1944-11&amp;map=[\d.,]+#where", page)


@pytest.mark.parametrize(
    "address", ["month=1944-13", "month=x", "month=٢٠٢٤", "place=x", "place=-1", "map=1,2", "month=0000"]
)
def test_an_address_that_makes_no_sense_shows_the_whole_and_says_so(visitor, campaign, address):
    taken(campaign, "1944-11-07", title="A bridge goes up")
    for url in (campaign.get_absolute_url(), f"{campaign.get_absolute_url()}photographs/"):
        answer = visitor.get(f"{url}?{address}")
        assert answer.status_code == 200
        assert 'role="alert"' in answer.content.decode()
        assert "A bridge goes up" in answer.content.decode()


def test_a_place_nobody_was_photographed_at_finds_nothing_and_offers_the_way_back(visitor, campaign):
    taken(campaign, "1944-11-07")
    page = visitor.get(f"{campaign.get_absolute_url()}?place=999999").content.decode()
    assert "No photograph is known of this time and place." in page
    assert "Show all months and places" in page


def test_a_withdrawn_photograph_is_in_no_count(visitor, campaign, liuzhou, registrar):
    photo = taken(campaign, "1944-11-07", liuzhou)
    withdraw(photo, by=registrar, reason="The family asked")
    tally = tally_of(campaign)
    assert (tally.total, tally.places()) == (0, set())
    assert "Liuzhou" not in visitor.get(campaign.get_absolute_url()).content.decode()


def test_what_the_time_line_does_not_show_is_said(visitor, campaign):
    taken(campaign, "1943")
    taken(campaign, "1945-02")
    taken(campaign)
    page = visitor.get(campaign.get_absolute_url()).content.decode()
    for words in ("1 was or may have been taken earlier.", "1 was or may have been taken later.", "1 has no date yet."):
        assert words in page


def test_a_place_without_a_point_stands_in_the_list(visitor, campaign):
    taken(campaign, "1944-11-07", make_place("Valley of the Dead", kind="site"))
    page = visitor.get(campaign.get_absolute_url()).content.decode()
    assert "not placed" in page
    assert "Valley of the Dead" in page


def test_an_event_has_a_page_with_the_photographs_taken_there_then(visitor, campaign, liuzhou):
    event = Event.objects.create(
        campaign=campaign, kind="city_fell", title="Liuzhou falls", place=liuzhou, edtf="1944-11-10"
    )
    taken(campaign, "1944-11", liuzhou, title="Smoke over the station")
    taken(campaign, "1944-12", liuzhou, title="Snow on the pass")
    page = visitor.get(f"{campaign.get_absolute_url()}events/{event.pk}/").content.decode()
    assert "10 November 1944" in page
    assert "Smoke over the station" in page
    assert "Snow on the pass" not in page


def test_an_event_of_some_day_in_a_year_shows_the_photographs_of_that_year(visitor, campaign, liuzhou):
    event = Event.objects.create(
        campaign=campaign, kind="bridge_destroyed", title="A bridge", place=liuzhou, edtf="1944"
    )
    taken(campaign, "1944-12", liuzhou, title="Snow on the pass")
    taken(campaign, "1945-01", liuzhou, title="Mud on the pass")
    around = visitor.get(f"{campaign.get_absolute_url()}events/{event.pk}/").context["around"]
    assert around.words == "1944, Liuzhou"
    assert [card.title for card in around.cards] == ["Snow on the pass"]


def test_an_event_is_found_under_its_own_campaign_only(visitor, campaign):
    event = Event.objects.create(campaign=campaign, kind="raid", title="A raid")
    other, proposed = make_campaign("Another"), make_campaign("Proposed", state="proposed")
    assert visitor.get(f"{other.get_absolute_url()}events/{event.pk}/").status_code == 404
    Event.objects.filter(pk=event.pk).update(campaign=proposed)
    assert visitor.get(f"{proposed.get_absolute_url()}events/{event.pk}/").status_code == 404


def test_all_photographs_of_a_month_are_paged(visitor, campaign):
    photos = [make_photo() for _turn in range(50)]
    for photo in photos:
        make_link(photo, campaign)
        make_dating(photo, "1944-11")
    indexed(*photos)
    url = f"{campaign.get_absolute_url()}photographs/?month=1944-11"
    first, second = (visitor.get(f"{url}{page}") for page in ("", "&page=2"))
    assert (len(first.context["cards"]), len(second.context["cards"])) == (48, 2)
    assert "?month=1944-11&amp;page=2" in first.content.decode()
    assert visitor.get(f"{url}&page=99").context["cards"] == second.context["cards"]


def test_all_campaigns_stand_on_one_time_axis(visitor, campaign):
    make_campaign("The Zhejiang–Jiangxi campaign", edtf="1942-05/1942-09")
    make_campaign("Undated")
    page = visitor.get("/campaigns/").content.decode()
    start = page.index('<svg class="timeline"')
    axis = page[start : page.index("</svg>", start)]
    assert "The Zhejiang–Jiangxi campaign" in axis
    assert "Undated" not in axis
    assert "Undated" in page


def test_a_campaign_page_needs_at_most_fifteen_queries(visitor, campaign, liuzhou, django_assert_max_num_queries):
    for number in range(6):
        phase = make_campaign(f"Phase {number}", parent=campaign, edtf="1944-11")
        Event.objects.create(campaign=phase, kind="raid", title=f"Raid {number}", place=liuzhou, edtf="1944-11-01")
        taken(phase, "1944-11", liuzhou)
        source = Source.objects.create(kind="article", title=f"Source {number}")
        claim = {"subject_words": "Liuzhou", "property": "fell", "value_words": f"{number}", "source": source}
        Preference.objects.create(claim=Claim.objects.create(campaign=phase, **claim), reason="Nearer to the event")
    with django_assert_max_num_queries(15):
        visitor.get(f"{campaign.get_absolute_url()}?month=1944-11&place={liuzhou.pk}")


def test_the_first_and_last_day_of_a_month_are_its_own():
    stretch = Stretch.parse("1944-02")
    assert (stretch.first, stretch.last) == (date(1944, 2, 1), date(1944, 2, 29))
