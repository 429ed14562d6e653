"""The pages of the campaigns' desk, put together."""

from __future__ import annotations

from itertools import islice

from django.urls import reverse
from django.utils.formats import date_format

from archive.models import Photo, User
from campaigns.comparing import VERDICT_WORDS, claims_of, families_of, respect_words
from campaigns.deciding import overlap_words
from campaigns.desk import pages
from campaigns.doubting import Doubt, doubts
from campaigns.models import Campaign, Claim, SuggestedLink, WithdrawnPreference
from campaigns.weighing import Group, independent

SHOWN = 50


def links_page() -> pages.LinksPage:
    """What waits to be decided, the most certain first."""
    waiting = SuggestedLink.objects.open()
    shown = waiting.select_related("photo", "campaign", "event")[:SHOWN]
    return pages.LinksPage(
        suggestions=[_suggested(link) for link in shown],
        total=waiting.count(),
        campaigns=[_sources(campaign) for campaign in Campaign.objects.whole().prefetch_related("phases")],
    )


def _suggested(link: SuggestedLink) -> pages.Suggested:
    return pages.Suggested(
        id=link.pk,
        number=link.photo.number,
        url=_record_url(link.photo),
        title=link.photo.title,
        campaign=link.campaign.title,
        event=link.event.title if link.event else "",
        overlap=overlap_words(link),
        is_certain=link.is_certain(),
    )


def _record_url(photo: Photo) -> str:
    return reverse("admin:archive_photo_change", args=[photo.pk])


def _sources(campaign: Campaign) -> pages.Sources:
    groups = [group for family in families_of([campaign, *campaign.phases.all()]) for group in family.groups]
    url = reverse("desk-campaign-sources", args=[campaign.slug])
    return pages.Sources(campaign.title, url, sum(group.is_disputed() for group in groups))


def contradictions_page() -> pages.ContradictionsPage:
    """What cannot be true together."""
    found = list(islice(doubts(), SHOWN + 1))
    return pages.ContradictionsPage([_doubt(doubt) for doubt in found[:SHOWN]], len(found) <= SHOWN)


def _doubt(doubt: Doubt) -> pages.DoubtLine:
    url = _record_url(doubt.photo)
    if doubt.link:
        url = reverse("admin:campaigns_campaignlink_change", args=[doubt.link.pk])
    return pages.DoubtLine(doubt.photo.number, url, str(doubt.rule.label), doubt.words)


def sources_page(campaign: Campaign, problem: str = "", about: int | None = None) -> pages.SourcesPage:
    """All claims of a campaign and its phases that can be compared with others; `problem` stands by claim `about`."""
    past: dict[int, list[WithdrawnPreference]] = {}
    for one in WithdrawnPreference.objects.select_related("withdrawn_by"):
        past.setdefault(one.claim_id, []).append(one)
    groups = [group for family in families_of([campaign, *campaign.phases.all()]) for group in family.groups]
    compared = [_compared(group, past, {about: problem} if about else {}) for group in groups if len(group.claims) > 1]
    return pages.SourcesPage(
        title=campaign.title,
        url=campaign.get_absolute_url(),
        disputed=[one for one in compared if one.is_disputed],
        settled=[one for one in compared if not one.is_disputed],
    )


def _compared(group: Group, past: dict[int, list[WithdrawnPreference]], problems: dict[int, str]) -> pages.Compared:
    claims = claims_of(group)
    return pages.Compared(
        subject=f"{claims[0].subject_words}: {claims[0].property}",
        respect=respect_words(group),
        verdict=str(VERDICT_WORDS[group.verdict]),
        is_disputed=group.is_disputed(),
        independent=independent(group.claims),
        claims=[_claim(claim, past.get(claim.pk, []), problems.get(claim.pk, "")) for claim in claims],
    )


def _claim(claim: Claim, past: list[WithdrawnPreference], problem: str) -> pages.ClaimLine:
    preference = getattr(claim, "preference", None)
    return pages.ClaimLine(
        id=claim.pk,
        text=claim.value_words,
        verbatim=claim.verbatim,
        source=", ".join(filter(None, [str(claim.source), claim.page, claim.attributed_to])),
        url=reverse("admin:campaigns_claim_change", args=[claim.pk]),
        is_preferred=preference is not None,
        reason=preference.reason if preference else "",
        by=_name(preference.by) if preference else "",
        on=date_format(preference.at) if preference else "",
        past=[_past(one) for one in past],
        problem=problem,
    )


def _past(one: WithdrawnPreference) -> pages.PastLine:
    return pages.PastLine(one.reason, one.withdrawn_because, _name(one.withdrawn_by), date_format(one.withdrawn_at))


def _name(user: User | None) -> str:
    return str(user) if user else ""
