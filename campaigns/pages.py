"""What each public page of the campaigns may show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from archive.maps.marks import MapPicture
from archive.public.pages import Link, Pager, PhotoCard
from campaigns.disputes import Citation, Dispute
from campaigns.timeline import AllTime, Timeline


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
    url: str = ""


@dataclass(frozen=True)
class PlaceLine:
    """A place in the list beside the map, with the photographs of the chosen time; why it is not drawn, if so."""

    link: Link
    is_chosen: bool = False
    remark: str = ""


@dataclass(frozen=True)
class Whereabouts:
    """The map of a campaign, and the same as a list."""

    picture: MapPicture
    places: Sequence[PlaceLine]
    others: Sequence[PlaceLine]
    unplaced: int


@dataclass(frozen=True)
class Chosen:
    """The month and place a visitor has chosen: in words, what they find, and the way back to everything."""

    words: str
    total: int
    cards: Sequence[PhotoCard]
    all_url: str
    clear_url: str


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
class TimeAndPlace:
    """When and where the photographs were taken, and those of the month and place that are chosen."""

    timeline: Timeline | None
    outside: Sequence[str]
    where: Whereabouts
    chosen: Chosen | None


@dataclass(frozen=True)
class Evidence:
    """What sources say, drawn: where they disagree with the numbers; the sources in full. On how much they agree."""

    answers: SafeString
    stated: int
    sources: SafeString


@dataclass(frozen=True)
class CampaignPage:
    """One campaign or phase."""

    title: str
    url: str
    names: Sequence[NameLine]
    dates_words: str
    summary: str
    article: Sequence[str]
    part_of: Link | None
    locator: MapPicture | None
    seen: TimeAndPlace
    phases: Sequence[Phase]
    events: Sequence[EventLine]
    evidence: Evidence
    people: Sequence[Link]
    units: Sequence[Link]
    places: Sequence[Link]
    cards: Sequence[PhotoCard]
    total: int
    all_url: str
    problems: Sequence[str]


@dataclass(frozen=True)
class StatementsPage:
    """Everything that sources state of a campaign."""

    title: str
    campaign: Link
    disagreements: Sequence[Dispute]
    claims: Sequence[Dispute]
    sources: Sequence[Citation]


@dataclass(frozen=True)
class PhotosPage:
    """The photographs of a campaign, perhaps of one month and one place."""

    title: str
    campaign: Link
    words: str
    total: int
    cards: Sequence[PhotoCard]
    pager: Pager
    problems: Sequence[str]


@dataclass(frozen=True)
class EventPage:
    """One event: when and where, what sources say of it, and its photographs."""

    title: str
    kind: str
    when: str
    part_of: Link
    place: Link | None
    place_map: MapPicture | None
    note: str
    source: str
    disputes: Sequence[Dispute]
    claims: Sequence[Dispute]
    sources: Sequence[Citation]
    cards: Sequence[PhotoCard]
    total: int
    around: Chosen | None


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
    """All campaigns, and the time they took."""

    campaigns: Sequence[CampaignCard]
    all_time: AllTime | None
