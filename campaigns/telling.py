"""The pages of campaigns, put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import lru_cache

from django.db.models import Prefetch, prefetch_related_objects
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from archive.models import Agent, Card, Photo, Place
from archive.public.cards import cards_of, photo_card
from archive.public.pages import Link, Panel, PhotoCard
from archive.public.questions import Question, questions
from archive.public.statements import fact
from archive.search.counts import count_of
from archive.search.filters import entries_with
from archive.vocabulary.date_words import in_words
from archive.vocabulary.dates import EdtfDate
from archive.vocabulary.exposure import Exposure
from campaigns import pages
from campaigns.asking import Asked
from campaigns.evidence import evidence_of, told_of, weighed_of
from campaigns.models import Campaign, CampaignLink, CampaignName, Event
from campaigns.tally import Tally, entries_asked, tally_of
from campaigns.when import all_time, event_url, outside_of, stretches_of, time_of
from campaigns.whereabouts import Site, locator_of, sites_of, whereabouts_of

_KEY = "campaign"
_FIRST = 24
_FIRST_OF_PHASE = 6
_MOST_PEOPLE = 60


def campaigns_page() -> pages.CampaignsPage:
    """All published campaigns in the order of time."""
    counts = count_of(_KEY)
    public = Campaign.objects.public()
    shown = list(public.whole().prefetch_related("names", Prefetch("phases", public)))
    return pages.CampaignsPage([_card(campaign, counts) for campaign in shown], all_time(shown))


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
    return campaign.dates_words or when(campaign.edtf)


def when(edtf: str) -> str:
    """An EDTF date in words; nothing for none."""
    return _in_words(edtf, get_language()) if edtf else ""


@lru_cache(maxsize=4096)
def _in_words(edtf: str, language: str) -> str:
    """The language is that of the moment; it is asked for because the words are kept."""
    return in_words(EdtfDate.parse(edtf)).render(_)


def campaign_page(campaign: Campaign, asked: Asked) -> pages.CampaignPage:
    """One campaign or phase, with what belongs to its phases too. At most fifteen queries, however much there is."""
    tally = tally_of(campaign)
    phases = list(Campaign.objects.public().filter(parent=campaign))
    whole = [campaign, *phases]
    events = list(Event.objects.filter(campaign__in=whole).select_related("campaign", "place", "source__derived_from"))
    places = list(Place.objects.filter(campaigns__in=whole).distinct().order_by("title"))
    names = list(campaign.names.select_related("source__derived_from"))
    agents = _agents(tally)
    return pages.CampaignPage(
        title=campaign.title,
        url=campaign.get_absolute_url(),
        names=[_name(name) for name in names if name.text != campaign.title],
        dates_words=dates_words(campaign),
        summary=campaign.summary,
        article=[text.strip() for text in campaign.article.split("\n\n") if text.strip()],
        part_of=Link(campaign.parent.title, campaign.parent.get_absolute_url()) if campaign.parent else None,
        locator=locator_of(places),
        seen=_seen(whole, events, tally, asked),
        phases=_phases(phases, tally),
        events=[_event(event) for event in events],
        evidence=evidence_of(told_of(whole, [one.source for rows in (events, names) for one in rows if one.source])),
        people=[link for kind, link in agents if kind != Agent.Kind.UNIT],
        units=[link for kind, link in agents if kind == Agent.Kind.UNIT],
        places=[Link(place.title, place.get_absolute_url()) for place in places],
        cards=[] if phases else cards_of(entries_with(_KEY, str(campaign.pk)).order_by("number_key"), 0, _FIRST),
        total=tally.total,
        all_url=_all_url(campaign),
        problems=asked.problems,
    )


def _seen(whole: Sequence[Campaign], events: Sequence[Event], tally: Tally, asked: Asked) -> pages.TimeAndPlace:
    """When and where: of the whole campaign, which is the first, with its phases and their events."""
    places = sites_of(tally)
    stretches = stretches_of(whole, events, tally)
    return pages.TimeAndPlace(
        timeline=time_of(stretches, tally, events, asked),
        outside=outside_of(stretches, tally),
        where=whereabouts_of(tally, places, asked),
        chosen=_chosen(whole[0], tally, places, asked),
    )


def statements_page(campaign: Campaign) -> pages.StatementsPage:
    """All claims of a campaign and its phases, those of one thing together."""
    whole = [campaign, *Campaign.objects.public().filter(parent=campaign)]
    weighed = weighed_of(told_of(whole))
    return pages.StatementsPage(
        title=_("What sources state of %(campaign)s") % {"campaign": campaign.title},
        campaign=Link(campaign.title, campaign.get_absolute_url()),
        disagreements=weighed.disputed,
        claims=weighed.stated,
        sources=weighed.sources,
    )


def _all_url(campaign: Campaign) -> str:
    return f"{reverse('gallery')}?{_KEY}={campaign.pk}"


def _names(campaign: Campaign) -> list[pages.NameLine]:
    return [_name(name) for name in campaign.names.all() if name.text != campaign.title]


def _name(name: CampaignName) -> pages.NameLine:
    return pages.NameLine(name.text, name.language, str(name.get_system_display()))


def _chosen(campaign: Campaign, tally: Tally, places: Mapping[int, Site], asked: Asked) -> pages.Chosen | None:
    """The photographs of the month and the place that are asked for; None when neither is."""
    if asked.stretch is None and asked.place is None:
        return None
    place = places.get(asked.place) if asked.place else None
    counts = tally.by_place({pk: one.parent_id for pk, one in places.items()}, asked.stretch) if place else {}
    total = counts.get(asked.place, 0) if asked.place else tally.touching(asked.stretch)
    return pages.Chosen(
        words=chosen_words(asked, place.title if place else ""),
        total=total,
        cards=cards_of(entries_asked(campaign, asked).order_by("number_key"), 0, _FIRST_OF_PHASE * 2) if total else [],
        all_url=reverse("campaign-photos", args=[campaign.slug]) + asked.query(map=""),
        clear_url=f"{asked.query(month='', place='')}#when",
    )


def chosen_words(asked: Asked, place: str) -> str:
    """The month and the place, by its title, as a heading; a place without a title is one nobody was at."""
    place_words = place or (_("a place without photographs") if asked.place else "")
    return ", ".join(filter(None, [asked.stretch.words if asked.stretch else "", place_words]))


def _phases(phases: Sequence[Campaign], tally: Tally) -> list[pages.Phase]:
    firsts = {phase.pk: tally.first_of(phase, _FIRST_OF_PHASE) for phase in phases}
    cards = _cards({photo for first in firsts.values() for photo in first})
    return [
        pages.Phase(
            title=phase.title,
            url=phase.get_absolute_url(),
            dates_words=dates_words(phase),
            summary=phase.summary,
            cards=[cards[photo] for photo in firsts[phase.pk] if photo in cards],
            total=tally.of(phase),
            all_url=_all_url(phase),
        )
        for phase in phases
    ]


def _cards(photos: Set[int]) -> dict[int, PhotoCard]:
    """The cards of these photographs. One query, none for none."""
    cards = Card.objects.with_exposure().in_bulk(photos) if photos else {}
    return {pk: photo_card(card, Exposure(card.shown)) for pk, card in cards.items()}  # type: ignore[attr-defined]


def _event(event: Event) -> pages.EventLine:
    return pages.EventLine(
        when=when(event.edtf),
        kind=str(Event.Kind(event.kind).label),
        title=event.title,
        place=Link(event.place.title, event.place.get_absolute_url()) if event.place else None,
        note=event.note,
        source=str(event.source or ""),
        url=event_url(event),
    )


def _agents(tally: Tally) -> list[tuple[str, Link]]:
    """People and units of the campaign's public photographs, those with the most photographs first, by kind.

    They also count for pictures they took; an office that only sent pictures out is none of them.
    """
    shown, either = tally.agents("who"), tally.agents("who", "maker")
    rows = Agent.objects.nameable().filter(pk__in=either).values_list("pk", "kind", "name")
    counted = [(-(shown if kind == Agent.Kind.BODY else either)[pk], name, str(kind)) for pk, kind, name in rows]
    ranked = sorted(one for one in counted if one[0])[:_MOST_PEOPLE]
    return [(kind, Link(name, _photos_naming(name), -count)) for count, name, kind in ranked]


def _photos_naming(name: str) -> str:
    phrase = {"q": f'"{name}"'}
    return f"{reverse('gallery')}?{urlencode(phrase)}"


def panel(photo: Photo) -> Panel | None:
    """What a photograph's page says of the campaigns it belongs to."""
    facts = [fact(question) for question in questions_asked(photo)]
    return Panel(_("Campaigns"), facts) if facts else None


def questions_asked(photo: Photo) -> list[Question]:
    """Which campaigns a public photograph belongs to, each with its statement. One query, the first time."""
    links = CampaignLink.objects.filter(campaign__in=Campaign.objects.public())
    told = links.select_related("campaign__parent", "source__derived_from").with_origin().shown_first()
    prefetch_related_objects([photo], Prefetch("campaign_links", told))
    return list(questions(photo.campaign_links.all()))
