"""On the desk curators decide suggested links and say which claim they prefer, and why; all of it can be taken back."""

from __future__ import annotations

import pytest
from django.db.models import ProtectedError
from django.urls import reverse
from factories import make_agent, make_campaign, make_dating, make_link, make_mention, make_photo, make_place

from archive.models import Source, SourceMerge
from campaigns.deciding import prefer, withdraw
from campaigns.models import CampaignLink, Claim, Preference, SuggestedLink, WithdrawnPreference
from campaigns.suggesting import suggest

pytestmark = pytest.mark.django_db


@pytest.fixture
def claims() -> list[Claim]:
    """Two days for one city, of two sources, and something else."""
    campaign = make_campaign("Ichi-Go", slug="ichi-go")
    changsha = make_place("Changsha")
    made = []
    for title, day in (("A digest", "1944-06-18"), ("A paper", "1944-06-20")):
        source = Source.objects.create(title=title, kind="article")
        made.append(
            Claim.objects.create(
                campaign=campaign, subject_words="Changsha", place=changsha, property="date", event_kind="city_fell",
                value_words=f"on {day}", edtf=day, source=source,
            )
        )  # fmt: skip
    Claim.objects.create(campaign=campaign, subject_words="It", property="aim", value_words="rails", source=source)
    return made


@pytest.fixture
def url(claims) -> str:
    return reverse("desk-campaign-sources", args=["ichi-go"])


@pytest.fixture
def suggested() -> SuggestedLink:
    place = make_place("Liuzhou")
    phase = make_campaign("The phase", edtf="1944-08/1944-12")
    phase.places.add(place)
    photo = make_photo(title="A train")
    make_mention(photo, place)
    make_dating(photo, "1944-11")
    suggest()
    return SuggestedLink.objects.get()


def test_what_disagrees_stands_side_by_side_with_its_sources(claims, url, as_user, curator):
    page = as_user(curator).get(url).content.decode()
    assert "cannot all be true" in page
    assert "from 2 independent sources" in page
    for words in ("on 1944-06-18", "A digest", "on 1944-06-20", "A paper", "city fell"):
        assert words in page
    assert "rails" not in page


def test_a_preference_is_signed_and_reasoned(claims, url, as_user, curator):
    as_user(curator).post(url, {"claim": claims[1].pk, "reason": "It is nearer."})
    preference = Preference.objects.get()
    assert (preference.claim, preference.reason, preference.by) == (claims[1], "It is nearer.", curator)
    assert "It is nearer." in as_user(curator).get(url).content.decode()


def test_without_a_reason_nothing_is_preferred_and_the_page_says_so(claims, url, as_user, curator):
    answer = as_user(curator).post(url, {"claim": claims[1].pk, "reason": " "})
    assert answer.status_code == 422
    assert "Say why." in answer.content.decode()
    assert not Preference.objects.exists()


def test_a_preference_that_is_withdrawn_stays_with_the_reason(claims, url, as_user, curator):
    client = as_user(curator)
    for reason in ("It is nearer.", "It is a misprint."):
        client.post(url, {"claim": claims[1].pk, "reason": reason})
    assert not Preference.objects.exists()
    kept = WithdrawnPreference.objects.get()
    assert (kept.reason, kept.withdrawn_because, kept.withdrawn_by) == ("It is nearer.", "It is a misprint.", curator)
    assert "It is a misprint." in client.get(url).content.decode()


def test_preferring_another_claim_withdraws_the_first(claims, curator):
    prefer(claims[0], reason="First", by=curator)
    prefer(claims[1], reason="Second", by=curator)
    assert [one.claim for one in Preference.objects.all()] == [claims[1]]
    assert "Another claim is preferred" in WithdrawnPreference.objects.get().withdrawn_because


def test_what_is_preferred_elsewhere_is_left_alone(claims, curator):
    other = Claim.objects.get(property="aim")
    prefer(other, reason="The only one", by=curator)
    prefer(claims[0], reason="First", by=curator)
    assert Preference.objects.count() == 2


def test_a_claim_can_be_preferred_again(claims, curator):
    for _turn in range(2):
        withdraw(prefer(claims[0], reason="Now", by=curator), because="Not now", by=curator)
    assert WithdrawnPreference.objects.filter(claim=claims[0]).count() == 2


def test_in_the_records_removing_a_preference_withdraws_it(claims, as_user, an_admin):
    preference = prefer(claims[0], reason="First", by=an_admin)
    as_user(an_admin).post(reverse("admin:campaigns_preference_delete", args=[preference.pk]), {"post": "yes"})
    assert not Preference.objects.exists()
    assert WithdrawnPreference.objects.get().reason == "First"


def test_a_claim_of_another_campaign_is_not_weighed_here(claims, url, as_user, curator):
    other = Claim.objects.create(
        campaign=make_campaign("Other"), subject_words="It", property="aim", value_words="x", source=claims[0].source
    )
    for number in (other.pk, "", "x", 0):
        assert as_user(curator).post(url, {"claim": number, "reason": "Why"}).status_code == 404


def test_deleting_the_source_of_a_claim_is_refused_and_says_which(claims, as_user, an_admin):
    source = claims[0].source
    with pytest.raises(ProtectedError):
        source.delete()
    url = reverse("admin:archive_source_delete", args=[source.pk])
    said = as_user(an_admin).post(url, {"post": "yes"}).content.decode()
    assert "Changsha, date: on 1944-06-18" in said
    assert Source.objects.filter(pk=source.pk).exists()


def test_merging_sources_keeps_all_claims_and_undoing_parts_them(claims, curator):
    one, other = (claim.source for claim in claims)
    rested = set(other.claims.all())
    merge = SourceMerge.objects.merge(other, into=one, by=curator)
    assert set(one.claims.all()) == {claims[0], *rested}
    back = merge.undo(by=curator)
    assert (set(one.claims.all()), set(back.claims.all())) == ({claims[0]}, rested)


def test_suggested_links_are_decided_on_the_desk(suggested, as_user, curator):
    client = as_user(curator)
    page = client.get(reverse("desk-campaigns")).content.decode()
    assert "A train" in page
    assert "30 of the 30 days" in page
    client.post(reverse("desk-campaigns"), {f"link-{suggested.pk}": "possible"})
    link = CampaignLink.objects.get()
    assert (link.photo, link.certainty, link.by) == (suggested.photo, "possible", curator)
    assert "Nothing waits" in client.get(reverse("desk-campaigns")).content.decode()


@pytest.mark.parametrize("choice", ["", "nonsense"])
def test_what_is_left_waits(suggested, as_user, curator, choice):
    as_user(curator).post(
        reverse("desk-campaigns"), {f"link-{suggested.pk}": choice, "link-x": "reject", "link-٣": "reject"}
    )
    assert SuggestedLink.objects.open().count() == 1
    assert not CampaignLink.objects.exists()


def test_a_link_that_somebody_made_meanwhile_is_left_as_it_is(suggested, as_user, curator):
    make_link(suggested.photo, suggested.campaign, certainty="stated")
    as_user(curator).post(reverse("desk-campaigns"), {f"link-{suggested.pk}": "possible"})
    assert CampaignLink.objects.get().certainty == "stated"


def test_contradictions_are_listed_with_a_way_to_mend_them(suggested, as_user, curator):
    link = make_link(suggested.photo, make_campaign("Later", edtf="1945"))
    page = as_user(curator).get(reverse("desk-contradictions")).content.decode()
    assert "has no day in common with “Later”" in page
    assert reverse("admin:campaigns_campaignlink_change", args=[link.pk]) in page


def test_people_named_by_claims_are_weighed_by_who_they_are(claims, url, as_user, curator):
    hata = make_agent("Hata Shunroku")
    army = make_agent("China Expeditionary Army", kind="unit")
    for words in ("Hata", "Shunroku Hata"):
        claim = Claim.objects.create(
            campaign=claims[0].campaign, subject_words="The army", body=army, property="commander",
            value_words=words, source=claims[0].source,
        )  # fmt: skip
        claim.agents.add(hata)
    assert ">agree<" in as_user(curator).get(url).content.decode()
