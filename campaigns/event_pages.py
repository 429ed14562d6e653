"""The page of one event: when and where, what sources say of it, and the photographs of it."""

from __future__ import annotations

from django.db.models import QuerySet

from archive.models import SearchEntry
from archive.public.cards import cards_of
from archive.public.pages import Link
from archive.public.place_maps import map_of
from campaigns.asking import Asked, Stretch
from campaigns.comparing import origins
from campaigns.disputes import citations_of, disagreements_of
from campaigns.evidence import claims_with_sources
from campaigns.models import CampaignLink, Event
from campaigns.pages import Chosen, EventPage
from campaigns.tally import entries_asked
from campaigns.telling import chosen_words, when

_FIRST = 24
_FIRST_AROUND = 12


def events_with_all() -> QuerySet[Event]:
    """Events with what their page says of them."""
    return Event.objects.select_related("campaign__parent", "place", "source__derived_from")


def event_page(event: Event) -> EventPage:
    """One event of a public campaign."""
    claims = list(claims_with_sources().select_related("campaign").filter(event=event))
    disputed, stated = disagreements_of(claims, origins())
    entries = _entries(event)
    return EventPage(
        title=event.title,
        kind=str(event.get_kind_display()),
        when=when(event.edtf),
        part_of=Link(event.campaign.title, event.campaign.get_absolute_url()),
        place=Link(event.place.title, event.place.get_absolute_url()) if event.place else None,
        place_map=map_of(event.place) if event.place else None,
        note=event.note,
        source=str(event.source or ""),
        disputes=disputed,
        claims=stated,
        sources=citations_of({claim.source for claim in claims} | ({event.source} if event.source else set())),
        cards=cards_of(entries.order_by("number_key"), 0, _FIRST),
        total=entries.count(),
        around=_around(event),
    )


def _entries(event: Event) -> QuerySet[SearchEntry]:
    """The public photographs that a standing statement says show the event."""
    links = CampaignLink.objects.standing().filter(event=event)
    return SearchEntry.objects.open().filter(photo__in=links.values("photo"))


def _around(event: Event) -> Chosen | None:
    """The campaign's photographs from the same place that may have been taken in the same month or year, if any."""
    stretch = _stretch(event)
    if event.place is None or stretch is None:
        return None
    whole = event.campaign.parent or event.campaign
    asked = Asked(stretch, event.place.pk)
    entries = entries_asked(whole, asked)
    total = entries.count()
    if not total:
        return None
    return Chosen(
        words=chosen_words(asked, event.place.title),
        total=total,
        cards=cards_of(entries.order_by("number_key"), 0, _FIRST_AROUND),
        all_url=f"{whole.get_absolute_url()}photographs/{asked.query()}",
        clear_url=whole.get_absolute_url(),
    )


def _stretch(event: Event) -> Stretch | None:
    """The month that the event's date lies in, else the year; None when it lies in neither."""
    if event.earliest is None or event.latest is None:
        return None
    stretches = (Stretch.parse(event.earliest.strftime(form)) for form in ("%Y-%m", "%Y"))
    return next((one for one in stretches if one.holds(event.earliest, event.latest)), None)
