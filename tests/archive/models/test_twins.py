"""What a QuerySet says of many and a predicate of one is the same."""

from __future__ import annotations

import pytest
from factories import make_agent, make_dating, make_photo

from archive.models import Agent, Certainty, Dating, Proposal

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
