"""What the private page of a correction may show: what its sender told, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class ToldPage:
    """One correction as its sender sees it. Nothing of the photograph but its number: it may be hidden by now."""

    number: str
    photo_url: str
    label: str
    told: str
    sent_at: datetime
    state: str
    answer: str
    answered_at: datetime | None
    address: str
    credit: str = ""
