"""The pages of campaigns: names, phases, events, and sources that disagree."""

from __future__ import annotations

import re

import pytest
from factories import indexed, make_campaign, make_link, make_photo, make_place

from archive.models import Source
from campaigns.models import Claim, Event, Preference

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign():
    """A campaign with a phase, an event, and two sources that name different days."""
    campaign = make_campaign(
        "Operation Ichi-Go", ("一号作戦", "ja"), dates_words="April to December 1944", edtf="1944-04/1944-12"
    )
    phase = make_campaign("The Hunan phase", parent=campaign)
    Event.objects.create(
        campaign=phase, kind="city_fell", title="Changsha falls", place=make_place("Changsha"), edtf="1944-06"
    )
    digest = Source.objects.create(kind="article", title="A digest")
    paper = Source.objects.create(kind="publication", title="An army paper")
    claims = [
        Claim.objects.create(
            campaign=campaign, subject_words="Changsha", property="fell", value_words=day, source=source
        )
        for day, source in (("18 June", digest), ("20 June", paper))
    ]
    Preference.objects.create(claim=claims[1], reason="It is nearer to the event.")
    return campaign


def test_a_campaign_shows_its_names_with_their_languages(visitor, campaign):
    page = visitor.get(campaign.get_absolute_url()).content.decode()
    assert re.search(r'lang="ja"[^>]*>\s*一号作戦', page)
    assert "April to December 1944" in page


def test_disagreeing_sources_stand_side_by_side_with_the_reason_for_the_one_that_is_shown(visitor, campaign):
    page = visitor.get(campaign.get_absolute_url()).content.decode()
    for words in ("18 June", "20 June", "A digest", "An army paper", "It is nearer to the event."):
        assert words in page
    assert page.index("20 June") < page.index("18 June")


def test_a_campaign_tells_the_events_and_photographs_of_its_phases(visitor, campaign):
    photo = make_photo(title="A junk on the Xiang")
    make_link(photo, campaign.phases.get())
    indexed(photo)
    for url in (campaign.get_absolute_url(), campaign.phases.get().get_absolute_url()):
        page = visitor.get(url).content.decode()
        assert "Changsha falls" in page
        assert "A junk on the Xiang" in page


def test_a_phase_of_a_proposed_campaign_is_not_public(visitor, campaign):
    phase = campaign.phases.get()
    campaign.state = "proposed"
    campaign.save()
    for one in (campaign, phase):
        assert visitor.get(one.get_absolute_url()).status_code == 404
        assert not one.is_public()


def test_the_photo_page_says_to_which_campaign_it_belongs_and_why(visitor, campaign):
    photo = make_photo()
    make_link(photo, campaign, reasoning="The slip names it")
    page = visitor.get(photo.get_absolute_url()).content.decode()
    assert campaign.title in page
    assert "The slip names it" in page


def test_an_archive_without_campaigns_says_so(visitor):
    assert visitor.get("/campaigns/").status_code == 200
