"""What a QuerySet says of many campaigns and a predicate of one is the same."""

from __future__ import annotations

import pytest
from factories import make_campaign, make_photo

from campaigns.models import Campaign, SuggestedLink

pytestmark = pytest.mark.django_db


def test_public_campaigns():
    for state in Campaign.State.values:
        campaign = make_campaign(f"Campaign {state}", state=state)
        for inner in Campaign.State.values:
            make_campaign(f"Phase {state} {inner}", state=inner, parent=campaign)
    assert set(Campaign.objects.public()) == {campaign for campaign in Campaign.objects.all() if campaign.is_public()}
    assert Campaign.objects.public().count() == 2


def test_open_suggestions():
    campaign = make_campaign("Ichi-Go")
    for state in SuggestedLink.State.values:
        days = {"first_day": "1944-05-01", "last_day": "1944-05-02", "days_possible": 2}
        SuggestedLink.objects.create(photo=make_photo(), campaign=campaign, state=state, **days)
    assert set(SuggestedLink.objects.open()) == {link for link in SuggestedLink.objects.all() if link.is_open()}
    assert SuggestedLink.objects.open().count() == 1
