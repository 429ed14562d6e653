"""Proposes links from a photograph's place and days to campaigns, phases and events. Nothing is linked here.

A photograph's statements of place must lie in the theatre, and its date must leave no more than a year open and have
days in common with the phase. The whole campaign is proposed only where none of its phases is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from archive.models import Dating, Photo, PlaceMention
from archive.models.evidence import ranked
from campaigns.models import Campaign, CampaignLink, Event, SuggestedLink
from campaigns.theatre import Theatres

_LONGEST = 366
_LONGEST_FOR_EVENT = 31
_AT_ONCE = 2000


@dataclass(frozen=True)
class Days:
    """From the first day to the last, both included, and how the date was written."""

    first: date
    last: date
    words: str = ""

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    def common(self, first: date | None, last: date | None) -> Days | None:
        """The days in common with a span whose ends may be open; None where there are none."""
        start, end = max(self.first, first or date.min), min(self.last, last or date.max)
        return Days(start, end) if start <= end else None


def suggest(photos: QuerySet[Photo] | None = None) -> int:
    """Propose links for these photographs, or for all that are not withdrawn; how many are new.

    What was proposed before, or is linked already, even as rejected, does not come back.
    """
    wanted = Photo.objects.exclude(state=Photo.State.WITHDRAWN) if photos is None else photos
    theatres = Theatres()
    events = [event for event in Event.objects.filter(place__isnull=False) if _is_narrow(event)]
    before = SuggestedLink.objects.count()
    found = wanted.prefetch_related(*_statements()).order_by("pk")
    batch: list[SuggestedLink] = []
    for photo in found.iterator(chunk_size=_AT_ONCE):
        batch += _of_photo(photo, theatres, events)
        if len(batch) >= _AT_ONCE:
            SuggestedLink.objects.bulk_create(batch, ignore_conflicts=True)
            batch = []
    SuggestedLink.objects.bulk_create(batch, ignore_conflicts=True)
    return SuggestedLink.objects.count() - before


def _statements() -> list[Prefetch]:
    depicted = Dating.objects.filter(role=Dating.Role.DEPICTED, earliest__isnull=False, latest__isnull=False)
    taken = PlaceMention.objects.filter(role__in=PlaceMention.WHERE_TAKEN, place__isnull=False)
    return [
        Prefetch("datings", depicted, "depicted"),
        Prefetch("place_mentions", taken, "taken_at"),
        Prefetch("campaign_links", CampaignLink.objects.all(), "linked"),
    ]


def _of_photo(photo: Photo, theatres: Theatres, events: Sequence[Event]) -> Iterator[SuggestedLink]:
    linked = {link.campaign_id for link in photo.linked}  # type: ignore[attr-defined]
    dates = [Days(one.earliest, one.latest, one.edtf) for one in ranked(photo.depicted)]  # type: ignore[attr-defined]
    dates = [days for days in dates if len(days) <= _LONGEST]
    places = [mention.place_id for mention in ranked(photo.taken_at)]  # type: ignore[attr-defined]
    found = {one.pk: _link(photo, one, dates, places, theatres) for one in theatres.campaigns if dates and places}
    of_phases = {one.parent_id for one in theatres.campaigns if found.get(one.pk) or one.pk in linked}
    for campaign in theatres.campaigns:
        suggested = found.get(campaign.pk)
        if suggested and campaign.pk not in linked | of_phases:
            suggested.event = _event(suggested, places, theatres, events)
            yield suggested


def _link(
    photo: Photo, campaign: Campaign, dates: Sequence[Days], places: Sequence[int], theatres: Theatres
) -> SuggestedLink | None:
    """The link that the best of its dates and places allow; None where none does."""
    chain = next(filter(None, (theatres.chain(place, campaign) for place in places)), None)
    days, common = next(((one, both) for one in dates if (both := _common(one, campaign))), (None, None))
    if not (chain and days and common):
        return None
    return SuggestedLink(
        photo=photo,
        campaign=campaign,
        date_words=days.words,
        first_day=common.first,
        last_day=common.last,
        days_possible=len(days),
        place_chain=theatres.words(chain),
    )


def _is_narrow(event: Event) -> bool:
    """Whether its own date is narrow enough to tell it by."""
    if event.earliest is None or event.latest is None:
        return False
    return len(Days(event.earliest, event.latest)) <= _LONGEST_FOR_EVENT


def _common(days: Days, campaign: Campaign) -> Days | None:
    return days.common(campaign.earliest, campaign.latest) if campaign.edtf else None


def _event(link: SuggestedLink, places: Sequence[int], theatres: Theatres, events: Sequence[Event]) -> Event | None:
    """The one event of the campaign that happened there in those days, if the date is narrow and there is but one."""
    if link.days_possible > _LONGEST_FOR_EVENT:
        return None
    days = Days(link.first_day, link.last_day)
    there = [
        event
        for event in events
        if event.campaign_id == link.campaign_id
        and days.common(event.earliest, event.latest)
        and any(theatres.lies_in(place, event.place_id or 0) for place in places)
    ]
    return there[0] if len(there) == 1 else None
