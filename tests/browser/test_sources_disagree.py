"""The campaign that comes along, in a real browser: each disagreement of its sources, side by side with who says so."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from campaigns.comparing import claims_of, families_of
from campaigns.demo import DATA
from campaigns.importing import carry_out
from campaigns.models import Campaign

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("roles")]


@pytest.fixture
def campaign(transactional_db) -> Campaign:
    call_command("load_gazetteer", verbosity=0)
    for path in sorted(DATA.glob("*.yaml")):
        carry_out(path, by=None)
    Campaign.objects.update(state=Campaign.State.PUBLIC)
    return Campaign.objects.get(slug="ichi-go")


def test_every_disagreement_stands_on_the_page_with_all_who_say_so(page, campaign):
    families = families_of([campaign, *Campaign.objects.public().filter(parent=campaign)])
    disputed = [claims_of(group) for family in families for group in family.groups if group.is_disputed()]
    assert len(disputed) > 15
    page.goto(campaign.get_absolute_url())
    shown = [" ".join(text.split()) for text in page.locator(".dispute").all_inner_texts()]
    assert len(shown) == len(disputed)
    for claims in disputed:
        wanted = [words for claim in claims for words in (" ".join(claim.value_words.split()), claim.source.title)]
        assert any(all(words in text for words in wanted) for text in shown), claims[0]
