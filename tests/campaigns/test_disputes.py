"""Sources side by side: fairly, with the numbers, and with the sources in full."""

from __future__ import annotations

import pytest
from factories import make_campaign

from archive.models import Source
from campaigns.comparing import origins
from campaigns.disputes import disagreements_of, numbers_of
from campaigns.evidence import claims_with_sources
from campaigns.models import Claim, Preference

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign():
    return make_campaign("Operation Ichi-Go")


@pytest.fixture
def claim(campaign):
    sources = {}

    def make(words: str, source: str = "A digest", **values):
        kept = sources.setdefault(source, Source.objects.get_or_create(kind="article", title=source)[0])
        defaults = {"subject_words": "Changsha", "property": "fell", "campaign": campaign}
        return Claim.objects.create(value_words=words, source=kept, **defaults | values)

    return make


def compared():
    return disagreements_of(list(claims_with_sources()), origins())


def test_sources_that_say_the_same_in_other_words_stand_together(claim):
    claim("18 June", edtf="1944-06-18")
    claim("on the 18th of June", "An army paper", edtf="1944-06-18")
    claim("20 June", "A diary", edtf="1944-06-20")
    views = compared()[0][0].views
    assert sorted([saying.source for saying in view.sayings] for view in views) == [
        ["A diary"],
        ["A digest", "An army paper"],
    ]


def test_the_answer_that_is_shown_stands_first_with_its_reason(claim):
    claim("18 June", edtf="1944-06-18")
    Preference.objects.create(claim=claim("20 June", "A diary", edtf="1944-06-20"), reason="Nearer to the event")
    dispute = compared()[0][0]
    assert dispute.views[0].is_shown
    assert dispute.views[0].reason == "Nearer to the event"
    assert not dispute.is_open


def test_a_source_that_contradicts_itself_is_shown_doing_so(claim):
    claim("18 June", page="introduction")
    claim("20 June", page="table")
    assert [len(view.sayings) for view in compared()[0][0].views] == [1, 1]


def test_different_measures_are_not_set_against_each_other(claim):
    claim("20,000 killed", property="losses", measure="killed", low=20000, high=20000)
    claim("48,000 casualties", property="losses", measure="casualties", low=48000, high=48000)
    assert compared()[0] == []


def test_the_table_of_numbers_gives_the_lowest_and_the_highest_with_who_says_so(claim):
    claim("150,000", property="strength", side="Japanese", low=150000, high=150000, unit="soldiers")
    claim("some 300,000", "A history", property="strength", side="Japanese", low=290000, high=310000, unit="soldiers")
    (line,) = numbers_of(list(claims_with_sources()))
    assert (line.side, line.low, line.high, line.is_contested) == ("Japanese", "150,000", "310,000", True)
    assert [title for _pk, title in line.sources] == ["A digest", "A history"]


def test_every_claim_leads_to_its_source_in_full(visitor, campaign, claim):
    one = claim("18 June")
    claim("20 June", "A diary")
    Source.objects.filter(pk=one.source_id).update(author="An editor", date_words="1944", url="https://example.org/d")
    page = visitor.get(campaign.get_absolute_url()).content.decode()
    assert f'href="#source-{one.source_id}"' in page
    full = page[page.index(f'id="source-{one.source_id}"') :]
    for words in ("An editor", "1944", "https://example.org/d"):
        assert words in full[: full.index("</li>")]


def test_a_digest_is_named_as_such(visitor, campaign, claim):
    origin = Source.objects.create(kind="article", title="The encyclopedia")
    one = claim("18 June")
    Source.objects.filter(pk=one.source_id).update(derived_from=origin)
    page = visitor.get(f"{campaign.get_absolute_url()}statements/").content.decode()
    assert "It rests on “The encyclopedia”" in page


def test_what_sources_agree_on_has_a_page_of_its_own(visitor, campaign, claim):
    claim("18 June")
    url = f"{campaign.get_absolute_url()}statements/"
    assert url in visitor.get(campaign.get_absolute_url()).content.decode()
    assert "18 June" in visitor.get(url).content.decode()
