"""A span of days that a visitor asks for: what certainly lies in it, what possibly does, and what nobody can date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from archive.reading.dates import read_date

CERTAIN, POSSIBLE, UNDATED = "certain", "possible", "undated"

NO_DAY = Q(earliest__isnull=True, latest__isnull=True)
"""The condition on entries of which nobody knows when they were taken."""


@dataclass(frozen=True)
class Span:
    """From the first to the last day, both within. None is open."""

    first: date | None
    last: date | None

    def certain(self) -> Q:
        """Every day that its date allows lies in the span."""
        since = Q(earliest__gte=self.first) if self.first else Q()
        until = Q(latest__lte=self.last) if self.last else Q()
        return since & until & ~NO_DAY

    def possible(self) -> Q:
        """Some day that its date allows lies in the span."""
        since = Q(latest__gte=self.first) | Q(latest__isnull=True) if self.first else Q()
        until = Q(earliest__lte=self.last) | Q(earliest__isnull=True) if self.last else Q()
        return since & until & ~NO_DAY


def days_of(words: str) -> tuple[date | None, date | None] | None:
    """The first and last day that a visitor's date may mean: EDTF, or words such as “summer 1944”. None if no date."""
    meant = read_date(words)
    return (meant.earliest, meant.latest) if meant.earliest or meant.latest else None
