"""A month in the museum's time zone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.formats import date_format

_WRITTEN = re.compile(r"(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])", re.ASCII)


@dataclass(frozen=True)
class Month:
    """One month, by its first day."""

    first: date

    @classmethod
    def this(cls) -> Month:
        """The month that today lies in."""
        return cls(timezone.localdate().replace(day=1))

    @classmethod
    def parse(cls, text: str) -> Month:
        """A month as addresses have it, as in ``2026-11``. Raises ValueError."""
        if not _WRITTEN.fullmatch(text):
            raise ValueError(text)
        return cls(date.fromisoformat(f"{text}-01"))

    def __str__(self) -> str:
        return f"{self.first:%Y-%m}"

    @property
    def words(self) -> str:
        """As in November 2026."""
        return date_format(self.first, "F Y")

    @property
    def last(self) -> date:
        """Its last day."""
        return self.next().first - timedelta(days=1)

    def next(self) -> Month:
        """The month after it."""
        return Month((self.first + timedelta(days=31)).replace(day=1))

    def previous(self) -> Month:
        """The month before it."""
        return Month((self.first - timedelta(days=1)).replace(day=1))

    def moments(self) -> tuple[datetime, datetime]:
        """Its first moment, and that of the next month."""
        return _first_moment(self.first), _first_moment(self.next().first)

    def reached(self) -> date:
        """How far it has come: its last day, or today while that is still to come."""
        return min(self.last, timezone.localdate())


def _first_moment(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
