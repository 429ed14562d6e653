"""When a campaign was: its time line, and what lies outside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from django.urls import reverse
from django.utils.translation import ngettext

from campaigns.asking import Asked, Stretch
from campaigns.models import Campaign, Event
from campaigns.tally import Tally
from campaigns.timeline import AllTime, Happening, Timeline, all_time_of, axis, timeline_of

_VAGUE = 92
"""More days than that, and an event's date says too little of when it was to widen the time line."""


def stretches_of(whole: Sequence[Campaign], events: Sequence[Event], tally: Tally) -> list[Stretch]:
    """The months from the first to the last of a campaign, its phases and events; of its photographs, if undated."""
    dated = [days for one in whole if (days := _days(one))]
    marked = [days for event in events if (days := _days(event))]
    dated += [pair for pair in marked if (pair[1] - pair[0]).days <= _VAGUE or not dated]
    ends = [day for pair in dated for day in pair] or sorted(tally.days())
    return axis(min(ends), max(ends)) if ends else []


def time_of(stretches: Sequence[Stretch], tally: Tally, events: Sequence[Event], asked: Asked) -> Timeline | None:
    """The time line of a campaign; None when nothing of it is dated."""
    if not stretches:
        return None
    happenings = [Happening(*days, event.title, event_url(event)) for event in events if (days := _days(event))]

    def address(stretch: Stretch) -> str:
        month = "" if stretch == asked.stretch else stretch.text
        return f"{asked.query(month=month)}#when"

    return timeline_of(stretches, tally.within, happenings, address, asked.stretch)


def event_url(event: Event) -> str:
    """The page of an event, for one whose campaign is fetched."""
    return _event_url(event.campaign.slug, event.pk)


@lru_cache(maxsize=4096)
def _event_url(slug: str, pk: int) -> str:
    return reverse("campaign-event", args=[slug, pk])


def _days(dated: Event | Campaign) -> tuple[date, date] | None:
    """First and last day; an open end closes at the other. None when it is not dated."""
    first, last = dated.earliest or dated.latest, dated.latest or dated.earliest
    return (first, last) if first and last else None


def outside_of(stretches: Sequence[Stretch], tally: Tally) -> list[str]:
    """What the time line does not show, in sentences: photographs before and after it, and those without a date."""
    first, last = (stretches[0].first, stretches[-1].last) if stretches else (date.min, date.max)
    before, after = tally.before(first), tally.after(last)
    sentences = (
        ngettext("%(n)s was or may have been taken earlier.", "%(n)s were or may have been taken earlier.", before),
        ngettext("%(n)s was or may have been taken later.", "%(n)s were or may have been taken later.", after),
        ngettext("%(n)s has no date yet.", "%(n)s have no date yet.", tally.undated),
    )
    counts = (before, after, tally.undated)
    return [sentence % {"n": count} for sentence, count in zip(sentences, counts, strict=True) if count]


def all_time(campaigns: Sequence[Campaign]) -> AllTime | None:
    """Campaigns, each followed by its phases (fetched), on one axis."""
    rows = [(one, one.parent_id is not None) for whole in campaigns for one in (whole, *whole.phases.all())]
    return all_time_of(
        [
            (Happening(*days, one.title, one.get_absolute_url()), is_phase)
            for one, is_phase in rows
            if (days := _days(one))
        ]
    )
