"""What is made of a campaign's claims is kept between requests, and never shows what was true before an edit."""

from __future__ import annotations

import pytest
from factories import make_campaign

from archive.models import Agent, Source
from campaigns.evidence import evidence_of, told_of, weighed_of
from campaigns.models import Campaign, Claim, Preference

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign():
    """Two sources for either of two days of one event, one of them a reprint; of another event one day is shown."""
    campaign = make_campaign("Operation Ichi-Go")
    told = (
        ("Changsha", "Army paper", 18), ("Changsha", "Bulletin", 18), ("Changsha", "Chronicle", 20),
        ("Changsha", "Diary", 20), ("Liuzhou", "Army paper", 7), ("Liuzhou", "Bulletin", 9),
    )  # fmt: skip
    for place, title, day in told:
        source = Source.objects.get_or_create(kind="article", title=title)[0]
        words = {"subject_words": place, "property": "fell", "value_words": f"on day {day}"}
        Claim.objects.create(campaign=campaign, source=source, edtf=f"1944-06-{day:02}", **words)
    Source.objects.filter(title="Army paper").update(
        derived_from=Source.objects.create(kind="article", title="Reprint")
    )
    Preference.objects.create(claim=Claim.objects.get(edtf="1944-06-09"), reason="Nearer to the event")
    return campaign


def _names_somebody():
    Claim.objects.get(source__title="Diary").agents.add(Agent.objects.create(kind="person", name="Hata"))


EDITS = {
    "the words of a claim": lambda: Claim.objects.update(value_words="In June"),
    "its date": lambda: Claim.objects.filter(source__title="Diary").update(edtf="1944-06-19"),
    "its number": lambda: Claim.objects.filter(source__title="Diary").update(low=5, high=7),
    "whom it names": _names_somebody,
    "its campaign": lambda: Claim.objects.filter(source__title="Diary").update(campaign=make_campaign("Another").pk),
    "one more": lambda: Claim.objects.create(
        campaign=Campaign.objects.get(), source=Source.objects.get(title="Diary"), subject_words="Hengyang",
        property="strength", value_words="some", low=3,
    ),
    "one less": lambda: Claim.objects.filter(source__title="Diary").delete(),
    "the reason of a preference": lambda: Preference.objects.update(reason="Seen by its author"),
    "a preference taken back": lambda: Preference.objects.all().delete(),
    "the title of a source": lambda: Source.objects.filter(title="Diary").update(title="Day book"),
    "what a source rests on": lambda: Source.objects.filter(title="Army paper").update(derived_from=None),
    "the title of what it rests on": lambda: Source.objects.filter(title="Reprint").update(title="Second printing"),
    "what that rests on": lambda: Source.objects.filter(title="Reprint").update(
        derived_from=Source.objects.get(title="Bulletin")
    ),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
@pytest.mark.parametrize("page", ["", "statements/"])
def test_an_edit_is_on_the_page_at_once(visitor, campaign, edit, page):
    url = f"{campaign.get_absolute_url()}{page}"
    before = visitor.get(url).content
    edit()
    now = visitor.get(url).content
    weighed_of.cache_clear()
    evidence_of.cache_clear()
    assert now == visitor.get(url).content
    assert now != before


def test_what_nobody_edited_is_not_weighed_again(campaign):
    assert evidence_of(told_of([campaign])) is evidence_of(told_of([campaign]))
