"""The pages of campaigns, put together."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext as _

from archive.models import Place
from archive.public.cards import cards_of
from archive.public.pages import Fact, Link, Panel, Statement
from archive.public.statements import told
from archive.search.counts import count_of
from archive.search.filters import entries_with
from archive.vocabulary.date_words import in_words
from archive.vocabulary.dates import EdtfDate
from campaigns import pages
from campaigns.models import Campaign, CampaignLink, CampaignName, Claim, Event

_KEY = "campaign"
_FIRST = 24
_FIRST_OF_PHASE = 6
_Claims = list[Claim]


def campaigns_page() -> pages.CampaignsPage:
    """All published campaigns in the order of time."""
    counts = count_of(_KEY)
    public = Campaign.objects.public()
    shown = public.whole().prefetch_related("names", Prefetch("phases", public))
    return pages.CampaignsPage([_card(campaign, counts) for campaign in shown])


def _card(campaign: Campaign, counts: dict[str, int]) -> pages.CampaignCard:
    return pages.CampaignCard(
        title=campaign.title,
        url=campaign.get_absolute_url(),
        names=_names(campaign),
        dates_words=dates_words(campaign),
        summary=campaign.summary,
        total=counts.get(str(campaign.pk), 0),
        phases=[_link(phase, counts) for phase in campaign.phases.all()],
    )


def _link(campaign: Campaign, counts: dict[str, int]) -> Link:
    return Link(campaign.title, campaign.get_absolute_url(), counts.get(str(campaign.pk), 0))


def ways_in() -> list[Link]:
    """The campaigns as ways in on the front page."""
    counts = count_of(_KEY)
    return [_link(campaign, counts) for campaign in Campaign.objects.public().whole()]


def dates_words(campaign: Campaign) -> str:
    """When it was: in the curator's words, else as the EDTF date reads."""
    return campaign.dates_words or _when(campaign.edtf)


def campaign_page(campaign: Campaign) -> pages.CampaignPage:
    """One campaign or phase, with what belongs to its phases too."""
    counts = count_of(_KEY)
    entries = entries_with(_KEY, str(campaign.pk))
    phases = list(Campaign.objects.public().filter(parent=campaign))
    whole = [campaign, *phases]
    groups = list(_claim_groups(whole))
    return pages.CampaignPage(
        title=campaign.title,
        names=_names(campaign),
        dates_words=dates_words(campaign),
        summary=campaign.summary,
        article=[text.strip() for text in campaign.article.split("\n\n") if text.strip()],
        part_of=_link(campaign.parent, counts) if campaign.parent else None,
        phases=[_phase(phase, counts) for phase in phases],
        events=[_event(event) for event in Event.objects.filter(campaign__in=whole).select_related("place", "source")],
        disagreements=[group for group in groups if len({claim.text for claim in group.claims}) > 1],
        claims=[group for group in groups if len({claim.text for claim in group.claims}) == 1],
        places=[Link(place.title, place.get_absolute_url()) for place in _places(whole)],
        sources=_sources(whole),
        cards=cards_of(entries.order_by("number_key"), 0, _FIRST),
        total=counts.get(str(campaign.pk), 0),
        all_url=_all_url(campaign),
    )


def _all_url(campaign: Campaign) -> str:
    return f"{reverse('gallery')}?{_KEY}={campaign.pk}"


def _names(campaign: Campaign) -> list[pages.NameLine]:
    return [_name(name) for name in campaign.names.all() if name.text != campaign.title]


def _name(name: CampaignName) -> pages.NameLine:
    return pages.NameLine(name.text, name.language, str(name.get_system_display()))


def _phase(phase: Campaign, counts: dict[str, int]) -> pages.Phase:
    return pages.Phase(
        title=phase.title,
        url=phase.get_absolute_url(),
        dates_words=dates_words(phase),
        summary=phase.summary,
        cards=cards_of(entries_with(_KEY, str(phase.pk)).order_by("number_key"), 0, _FIRST_OF_PHASE),
        total=counts.get(str(phase.pk), 0),
        all_url=_all_url(phase),
    )


def _event(event: Event) -> pages.EventLine:
    return pages.EventLine(
        when=_when(event.edtf),
        kind=str(event.get_kind_display()),
        title=event.title,
        place=Link(event.place.title, event.place.get_absolute_url()) if event.place else None,
        note=event.note,
        source=str(event.source or ""),
    )


def _when(edtf: str) -> str:
    return str(in_words(EdtfDate.parse(edtf))) if edtf else ""


def _places(campaigns: list[Campaign]) -> Iterable[Place]:
    return Place.objects.filter(campaigns__in=campaigns).distinct().order_by("title")


def _sources(campaigns: list[Campaign]) -> list[str]:
    claims = Claim.objects.filter(campaign__in=campaigns).order_by("source__title")
    return list(claims.values_list("source__title", flat=True).distinct())


def _claim_groups(campaigns: list[Campaign]) -> Iterable[pages.Disagreement]:
    """Claims of the same thing (subject, property, side, measure and scope), the preferred one first."""
    groups: dict[tuple[str, ...], _Claims] = {}
    for claim in Claim.objects.filter(campaign__in=campaigns).select_related("source", "preference"):
        same = (claim.subject_words, claim.property, claim.side, claim.measure, claim.scope)
        groups.setdefault(same, []).append(claim)
    for claims in groups.values():
        told_claims = sorted((_claim(claim) for claim in claims), key=lambda claim: not claim.is_preferred)
        yield pages.Disagreement(_subject(claims[0]), told_claims)


def _subject(claim: Claim) -> str:
    details = ", ".join(filter(None, [claim.property.replace("_", " "), claim.measure, claim.side]))
    return f"{claim.subject_words} ({details})" if details else claim.subject_words


def _claim(claim: Claim) -> Statement:
    preference = getattr(claim, "preference", None)
    source = ", ".join(filter(None, [str(claim.source), claim.page]))
    return Statement(
        text=claim.value_words,
        source=source,
        basis=_("attributed to %(whom)s") % {"whom": claim.attributed_to} if claim.attributed_to else "",
        reasoning=preference.reason if preference else "",
        is_preferred=preference is not None,
    )


def panel(photo_pk: int) -> Panel | None:
    """What a photograph's page says of the campaigns it belongs to."""
    links = (
        CampaignLink.objects.standing()
        .filter(photo=photo_pk, campaign__in=Campaign.objects.public())
        .select_related("campaign", "source")
        .shown_first()
    )
    facts = [Fact(_("Campaign"), _told(link)) for link in links]
    return Panel(_("Campaigns"), facts) if facts else None


def _told(link: CampaignLink) -> Statement:
    return told(link, link.campaign.title, url=link.campaign.get_absolute_url())
