"""What the pages beside the collection may show: a tombstone, a donor's own page, a request to take something down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from archive.public.pages.parts import PhotoCard


@dataclass(frozen=True)
class TombstonePage:
    """The address of a photograph that was public and is not: the day it went. No title, no words."""

    number: str
    since: datetime


@dataclass(frozen=True)
class GiftShown:
    """One gift as its donor sees it: what arrived, what is public, how the donor is named."""

    number: str
    title: str
    received: str
    arrived: int
    public: int
    credit: str
    cards: Sequence[PhotoCard]


@dataclass(frozen=True)
class DonorPage:
    """A donor's own page."""

    name: str
    gifts: Sequence[GiftShown]


@dataclass(frozen=True)
class TakedownStatePage:
    """What became of a request, for whoever sent it."""

    number: str
    sent_at: datetime
    outcome: str
    answer: str
    answered_at: datetime | None
