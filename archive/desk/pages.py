"""What each page of the desk may show: one frozen dataclass a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Choice:
    """One way to take a suggestion: what the form sends, what it says, and the digit that chooses it."""

    value: str
    label: str
    digit: int
    language: str = ""


@dataclass(frozen=True)
class Suggested:
    """One suggestion on the reading desk: its words, its choices (first what was read), what is chosen or typed."""

    id: int
    letter: str
    kind: str
    detail: str
    as_written: str
    choices: Sequence[Choice]
    chosen: str
    typed: str
    is_unsure: bool
    rule: str
    problem: str = ""


@dataclass(frozen=True)
class Caption:
    """The words of one transcription, cut where suggestions rest on them."""

    id: int
    carrier: str
    language: str
    parts: Sequence[Part]


@dataclass(frozen=True)
class Part:
    """A run of words: the suggestion it belongs to, if any, with its letter; and whether it begins there."""

    text: str
    id: str = ""
    letter: str = ""
    is_unsure: bool = False


@dataclass(frozen=True)
class Scan:
    """A picture of a side, to read it by."""

    label: str
    src: str
    large: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Meeting:
    """One suggestion that somebody else decided while the page was open: both decisions, and what the form carries."""

    id: int
    letter: str
    as_written: str
    who: str
    theirs: str
    mine: str
    kept: str
    chosen: str
    typed: str
    can_stand: bool
    problem: str


@dataclass(frozen=True)
class ReadingPage:
    """One draft on the reading desk."""

    number: str
    title: str
    scans: Sequence[Scan]
    captions: Sequence[Caption]
    suggestions: Sequence[Suggested]
    waiting: int
    next_url: str
    record_url: str
    meetings: Sequence[Meeting] = ()
    record: str = ""
    here: Sequence[str] = ()
    problems: int = 0


@dataclass(frozen=True)
class Waiting:
    """A draft that waits on the desk."""

    number: str
    url: str
    excerpt: str
    count: int


@dataclass(frozen=True)
class QueuePage:
    """All drafts that wait, the first of them to begin with."""

    waiting: Sequence[Waiting]
    total: int
