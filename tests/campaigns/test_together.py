"""Two at one campaign: its places, a list, are compared as every other field is."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from factories import make_campaign, make_place
from forms import filled

from archive.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def places(db):
    return [make_place(name) for name in ("Liuzhou", "Guilin", "Nanning")]


@pytest.fixture
def campaign(places):
    campaign = make_campaign("Operation Ichi-Go")
    campaign.places.set(places[:1])
    return campaign


@pytest.fixture
def two(as_user, curator):
    other = User.objects.create_user("another", is_staff=True)
    other.groups.add(Group.objects.get(name="curator"))
    return as_user(curator), as_user(other)


def opened(client, campaign):
    url = reverse("admin:campaigns_campaign_change", args=[campaign.pk])
    return url, filled(client.get(url).content.decode())


def keys(*places) -> list[str]:
    return [str(one.pk) for one in places]


def test_of_two_who_change_the_list_the_later_is_asked(two, campaign, places):
    (first, second), (liuzhou, guilin, nanning) = two, places
    url, form = opened(first, campaign)
    assert first.post(url, form | {"places": keys(liuzhou, guilin)}).status_code == 302
    answer = second.post(url, form | {"places": keys(liuzhou, nanning)})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Saved by curator" in page
    assert set(campaign.places.all()) == {liuzhou, guilin}
    asked = filled(page) | {"places": keys(liuzhou, nanning)}
    assert second.post(url, asked | {"_pick:places": "mine"}).status_code == 302
    assert set(campaign.places.all()) == {liuzhou, nanning}


def test_the_others_list_can_be_kept(two, campaign, places):
    (first, second), (liuzhou, guilin, nanning) = two, places
    url, form = opened(first, campaign)
    first.post(url, form | {"places": keys(liuzhou, guilin)})
    asked = filled(second.post(url, form | {"places": keys(nanning)}).content.decode())
    assert second.post(url, asked | {"places": keys(nanning), "_pick:places": "theirs"}).status_code == 302
    assert set(campaign.places.all()) == {liuzhou, guilin}


def test_a_list_that_only_the_other_changed_is_taken_over(two, campaign, places):
    (first, second), (liuzhou, guilin, _nanning) = two, places
    url, form = opened(first, campaign)
    first.post(url, form | {"places": keys(liuzhou, guilin)})
    answer = second.post(url, form | {"places": keys(liuzhou), "summary": "In short"})
    assert answer.status_code == 409
    assert set(campaign.places.all()) == {liuzhou, guilin}
    asked = filled(answer.content.decode()) | {"places": keys(liuzhou, guilin)}
    assert second.post(url, asked).status_code == 302
    campaign.refresh_from_db()
    assert campaign.summary == "In short"
    assert set(campaign.places.all()) == {liuzhou, guilin}


def test_the_same_list_twice_is_no_quarrel(two, campaign, places):
    (first, second), (liuzhou, guilin, _nanning) = two, places
    url, form = opened(first, campaign)
    assert "_many" in form
    first.post(url, form | {"places": keys(liuzhou, guilin)})
    assert second.post(url, form | {"places": keys(guilin, liuzhou)}).status_code == 302
