"""What each page of the campaigns' desk may show: one frozen dataclass a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Suggested:
    """One suggested link with what it rests on. `url` leads to the photograph's record."""

    id: int
    number: str
    url: str
    title: str
    campaign: str
    event: str
    overlap: str
    is_certain: bool


@dataclass(frozen=True)
class Sources:
    """A campaign's way to where its sources disagree, with how many groups of claims are disputed."""

    title: str
    url: str
    disputed: int


@dataclass(frozen=True)
class LinksPage:
    """The first of the suggested links that wait, how many wait in all, and the ways to the sources."""

    suggestions: Sequence[Suggested]
    total: int
    campaigns: Sequence[Sources]


@dataclass(frozen=True)
class DoubtLine:
    """One contradiction. `url` leads to the link that is part of it, else to the photograph's record."""

    number: str
    url: str
    rule: str
    words: str


@dataclass(frozen=True)
class ContradictionsPage:
    """The first of what contradicts itself; whether there is more."""

    doubts: Sequence[DoubtLine]
    is_all: bool


@dataclass(frozen=True)
class PastLine:
    """A preference that was withdrawn, in words."""

    reason: str
    withdrawn_because: str
    by: str
    on: str


@dataclass(frozen=True)
class ClaimLine:
    """One claim among those it can be compared with. `reason`, `by` and `on` are those of its preference."""

    id: int
    text: str
    verbatim: str
    source: str
    url: str
    is_preferred: bool
    reason: str
    by: str
    on: str
    past: Sequence[PastLine]
    problem: str = ""


@dataclass(frozen=True)
class Compared:
    """Claims that can be compared: in what respect, how they stand, how many independent sources make them."""

    subject: str
    respect: str
    verdict: str
    is_disputed: bool
    independent: int
    claims: Sequence[ClaimLine]


@dataclass(frozen=True)
class SourcesPage:
    """Where the sources of a campaign disagree, and where they do not."""

    title: str
    url: str
    disputed: Sequence[Compared]
    settled: Sequence[Compared]
