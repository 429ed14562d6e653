"""What visitors say of the campaigns a photograph belongs to: told, accepted, taken back, rejected."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from factories import indexed, make_campaign, make_link, make_photo
from telling import address, tell

from archive.models import Correction, Photo, Source
from archive.publishing.standing import stands_now
from campaigns.models import Campaign, CampaignLink

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache")]


@pytest.fixture
def campaign() -> Campaign:
    return make_campaign("Operation Ichi-Go", ("大陆打通作战", "hans"))


@pytest.fixture
def photo(campaign) -> Photo:
    """A public photograph that is said to belong to another campaign."""
    photo = make_photo(title="A bridge")
    make_link(photo, make_campaign("The Salween"))
    indexed(photo)
    return photo


@pytest.fixture
def answer(as_user, curator):
    """A curator's answer at the desk."""
    client = as_user(curator)

    def send(correction: Correction, verb: str, **more: str):
        current = Correction.objects.get(pk=correction.pk)
        sent = {"verb": verb, "seen": stands_now(current), "value": current.told, "answer": ""} | more
        return client.post(reverse("desk-correction", args=[current.pk]), sent)

    send.client = client
    return send


def page_of(visitor, photo: Photo) -> str:
    return visitor.get(photo.get_absolute_url()).content.decode()


def test_under_a_campaign_a_link_leads_to_a_field_with_its_name(visitor, photo):
    url = address(photo, photo.campaign_links.get().slug)
    assert f'href="{url}"' in page_of(visitor, photo)
    assert visitor.get(url).context["form"]["told"].value() == "The Salween"


def test_a_photograph_of_no_campaign_asks_for_one(visitor, photo):
    other = make_photo()
    indexed(other)
    assert address(other, "campaign-any") in page_of(visitor, other)
    assert address(photo, "campaign-any") not in page_of(visitor, photo)


def test_a_page_asks_the_database_for_campaigns_once(visitor, photo):
    with CaptureQueriesContext(connection) as asked:
        assert "The Salween" in page_of(visitor, photo)
    assert sum('FROM "campaigns_campaignlink"' in one["sql"] for one in asked) == 1


@pytest.mark.parametrize("told", ["operation ichi-go", "大陆打通作战"])
def test_accepted_it_is_a_link_with_the_visitor_as_its_source(visitor, answer, photo, campaign, curator, told):
    before = page_of(visitor, photo)
    correction = tell(photo, photo.campaign_links.get().slug, told, name="Jane Doe", wants_credit="on")
    assert page_of(visitor, photo) == before
    assert answer(correction, "accept").status_code == 302
    made = photo.campaign_links.get(campaign=campaign)
    assert (made.basis, made.ground, made.by, made.as_written) == ("visitor", "visitor", curator, told)
    assert made.source.title.startswith("Jane Doe, ")
    after = page_of(visitor, photo)
    assert "Operation Ichi-Go" in after
    assert f"Campaign corrected with help from Jane Doe, {correction.sent_at.year}" in after
    assert photo.number in visitor.get("/photos/", {"campaign": campaign.pk}).content.decode()


@pytest.mark.parametrize("about", ["stated", "campaign-any"])
def test_opened_again_all_is_as_it_was(visitor, answer, photo, campaign, about):
    if about == "campaign-any":
        CampaignLink.objects.all().delete()
        indexed(photo)
    before, links = page_of(visitor, photo), list(CampaignLink.objects.values())
    correction = tell(photo, about if about == "campaign-any" else photo.campaign_links.get().slug, campaign.title)
    answer(correction, "accept")
    assert CampaignLink.objects.filter(campaign=campaign).exists()
    assert answer(correction, "open").status_code == 302
    assert list(CampaignLink.objects.values()) == links
    assert not Source.objects.exists()
    assert page_of(visitor, photo) == before
    assert photo.number not in visitor.get("/photos/", {"campaign": campaign.pk}).content.decode()


def test_the_curator_chooses_the_campaign_where_the_words_name_none(answer, photo, campaign):
    correction = tell(photo, photo.campaign_links.get().slug, "The big push of the summer")
    page = answer.client.get(reverse("desk-correction", args=[correction.pk])).content.decode()
    assert "The Salween" in page
    assert f'<option value="{campaign.slug}">Operation Ichi-Go</option>' in page
    refused = answer(correction, "accept")
    assert refused.status_code == 422
    assert "No published campaign or phase is called “The big push of the summer”" in refused.content.decode()
    assert answer(correction, "accept", value=campaign.slug).status_code == 302
    assert photo.campaign_links.get(campaign=campaign).as_written == ""


def test_a_name_of_several_is_answered_with_all_of_them(answer, photo, campaign):
    other = make_campaign("Operation Ichi-Go")
    refused = answer(tell(photo, photo.campaign_links.get().slug, "Operation Ichi-Go"), "accept")
    assert refused.status_code == 422
    assert all(one.slug in refused.content.decode() for one in (campaign, other))


def test_a_campaign_it_belongs_to_already_is_not_stated_twice(answer, photo, campaign):
    make_link(photo, campaign)
    first = photo.campaign_links.order_by("pk").first()
    assert answer(tell(photo, first.slug, campaign.title), "accept").status_code == 422
    assert photo.campaign_links.count() == 2
    assert Correction.objects.get().is_open()


def test_a_rejection_needs_a_reason_which_the_sender_reads(visitor, answer, photo):
    correction = tell(photo, photo.campaign_links.get().slug, "The big push")
    assert answer(correction, "reject").status_code == 422
    answer(correction, "reject", answer="The slip names the river.")
    assert "The slip names the river." in visitor.get(reverse("told", args=[correction.token()])).content.decode()
    assert "The big push" not in page_of(visitor, photo)


def test_a_campaign_nobody_has_published_is_neither_told_nor_chosen(visitor, answer, photo):
    hidden = make_campaign("Canarywort", state="proposed")
    link = make_link(photo, hidden)
    assert visitor.get(address(photo, link.slug)).status_code == 404
    correction = tell(photo, "campaign-any", "Canarywort")
    assert hidden.slug not in answer.client.get(reverse("desk-correction", args=[correction.pk])).content.decode()
    assert answer(correction, "accept").status_code == 422
