"""What each public page of the campaigns may show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.public.pages import Link, PhotoCard, Statement


@dataclass(frozen=True)
class NameLine:
    """One name of a campaign: its text, language (BCP 47) and what kind of name it is."""

    text: str
    language: str
    system: str


@dataclass(frozen=True)
class EventLine:
    """One event, as a list tells it."""

    when: str
    kind: str
    title: str
    place: Link | None
    note: str
    source: str


@dataclass(frozen=True)
class Disagreement:
    """Claims of one thing that differ, as each source has it. The preferred one carries the reason why it is shown."""

    subject: str
    claims: Sequence[Statement]


@dataclass(frozen=True)
class Phase:
    """A phase of a campaign with its first photographs."""

    title: str
    url: str
    dates_words: str
    summary: str
    cards: Sequence[PhotoCard]
    total: int
    all_url: str


@dataclass(frozen=True)
class CampaignPage:
    """One campaign or phase."""

    title: str
    names: Sequence[NameLine]
    dates_words: str
    summary: str
    article: Sequence[str]
    part_of: Link | None
    phases: Sequence[Phase]
    events: Sequence[EventLine]
    disagreements: Sequence[Disagreement]
    claims: Sequence[Disagreement]
    places: Sequence[Link]
    sources: Sequence[str]
    cards: Sequence[PhotoCard]
    total: int
    all_url: str


@dataclass(frozen=True)
class CampaignCard:
    """A campaign in the list of all: its span, its names in other scripts, and its phases."""

    title: str
    url: str
    names: Sequence[NameLine]
    dates_words: str
    summary: str
    total: int
    phases: Sequence[Link]


@dataclass(frozen=True)
class CampaignsPage:
    """All campaigns."""

    campaigns: Sequence[CampaignCard]
