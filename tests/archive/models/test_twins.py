"""What a QuerySet says of many and a predicate of one is the same."""

from __future__ import annotations

import pytest
from factories import make_agent, make_campaign, make_dating, make_photo

from archive.models import Agent, Certainty, Dating, Proposal
from campaigns.models import Campaign

pytestmark = pytest.mark.django_db


def test_nameable_agents():
    for is_private in (False, True):
        make_agent(f"Agent {is_private}", is_private=is_private)
    assert set(Agent.objects.nameable()) == {agent for agent in Agent.objects.all() if agent.is_nameable()}
    assert Agent.objects.nameable().count() == 1


def test_standing_statements():
    photo = make_photo(published=False)
    for certainty in Certainty.values:
        make_dating(photo, "1944", certainty=certainty)
    assert set(Dating.objects.standing()) == {dating for dating in Dating.objects.all() if dating.is_standing()}
    assert Dating.objects.standing().count() == 3


def test_open_proposals():
    photo = make_photo(published=False)
    for state in Proposal.State.values:
        Proposal.objects.create(photo=photo, kind="title", rule="test", state=state)
    assert set(Proposal.objects.open()) == {proposal for proposal in Proposal.objects.all() if proposal.is_open()}
    assert Proposal.objects.open().count() == 1


def test_public_campaigns():
    for state in Campaign.State.values:
        campaign = make_campaign(f"Campaign {state}", state=state)
        for inner in Campaign.State.values:
            make_campaign(f"Phase {state} {inner}", state=inner, parent=campaign)
    assert set(Campaign.objects.public()) == {campaign for campaign in Campaign.objects.all() if campaign.is_public()}
    assert Campaign.objects.public().count() == 2
