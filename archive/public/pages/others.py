"""What the other public pages may show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.public.pages.parts import Link, PhotoCard, PlaceOnMap


@dataclass(frozen=True)
class LandingPage:
    """The front page: one photograph, the size of the collection, and ways in."""

    hero: PhotoCard | None
    photo_count: int
    donor_count: int
    first_year: int | None
    last_year: int | None
    examples: Sequence[Link]
    years: Sequence[Link]
    year_most: int
    campaigns: Sequence[Link]
    places: Sequence[Link]
    newest: Sequence[PhotoCard]


@dataclass(frozen=True)
class ListPage:
    """A plain list of ways in: places, campaigns, code schemes or collections, perhaps in groups."""

    title: str
    introduction: str
    groups: Sequence[tuple[str, Sequence[Link]]]
    empty: str


@dataclass(frozen=True)
class PlacePage:
    """One place: its names with language and time, where it lies, what lies in it, and its photographs."""

    title: str
    kind: str
    names: Sequence[PlaceNameLine]
    searched: str
    lies_in: Sequence[Link]
    contains: Sequence[Link]
    then: str
    now: str
    note: str
    location: PlaceOnMap | None
    cards: Sequence[PhotoCard]
    total: int
    all_url: str


@dataclass(frozen=True)
class PlaceNameLine:
    """One name of a place."""

    text: str
    language: str
    system: str
    period: str
    note: str


@dataclass(frozen=True)
class CollectionPage:
    """One collection: what it is, who gave it as they wish to be named, and its photographs."""

    title: str
    description: str
    credits: Sequence[str]
    cards: Sequence[PhotoCard]
    total: int
    all_url: str


@dataclass(frozen=True)
class SchemePage:
    """One family of codes: who issued them, how they are built, on what evidence, and its codes that are public."""

    title: str
    agency: str
    meaning: str
    evidence: str
    confidence: str
    runs: Sequence[tuple[str, Sequence[Link]]]
    nonconforming: Sequence[Link]


@dataclass(frozen=True)
class RunStep:
    """One place in a run of codes: a code that is here, or a gap nobody has filled yet."""

    code: str
    cards: Sequence[PhotoCard] = ()
    is_current: bool = False
    url: str = ""


@dataclass(frozen=True)
class CodePage:
    """One provenance code: how it reads, what it may imply, its photographs, and its run with the gaps."""

    code: str
    scheme: Link | None
    conforms: bool
    why_not: str
    parts: Sequence[tuple[str, str]]
    inferred: Sequence[str]
    cards: Sequence[PhotoCard]
    run: Sequence[RunStep]


@dataclass(frozen=True)
class AboutPage:
    """What this archive is and how to read it."""

    photo_count: int
    collection_count: int
