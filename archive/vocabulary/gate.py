"""The gate: may the public see this photograph, and why. One pure function that every public surface rests on.

It lies on the lowest floor because the index that public lists read (`archive.search`) and the verbs that publish
(`archive.publishing`) both ask it. Nothing else in the project decides what is public.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum


class Bar(Enum):
    """Why a photograph is not public."""

    NOT_PUBLISHED = "not_published"
    WITHDRAWN = "withdrawn"
    ACCESSION_CLOSED = "accession_closed"
    RIGHTS_MISSING = "rights_missing"
    STAFF_ONLY = "staff_only"


@dataclass(frozen=True)
class Facts:
    """What the decision rests on, gathered from the photograph, its rights and its accession."""

    published: bool
    withdrawn: bool
    staff_only: bool
    accession_open: bool
    has_rights_term: bool
    embargoes: tuple[date, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """`bars` say what stands in the way for good; `opens` is the first day the public may see it, if that is fixed."""

    bars: tuple[Bar, ...]
    opens: date | None

    @property
    def allowed(self) -> bool:
        """Nothing but time stands between this photograph and the public."""
        return not self.bars

    def is_open_on(self, day: date) -> bool:
        """Whether the public may see it on this day, in the museum's time zone."""
        return self.allowed and (self.opens is None or self.opens <= day)


def decide(facts: Facts) -> Verdict:
    """May this photograph be public? The longest embargo counts; every bar is named, not only the first."""
    return Verdict(bars=tuple(_bars(facts)), opens=max(facts.embargoes, default=None))


def hindrances(facts: Facts) -> tuple[Bar, ...]:
    """What stands in the way of publishing, apart from its not being published yet."""
    return tuple(bar for bar in _bars(facts) if bar not in (Bar.NOT_PUBLISHED, Bar.WITHDRAWN))


def _bars(facts: Facts) -> Iterator[Bar]:
    if facts.withdrawn:
        yield Bar.WITHDRAWN
    elif not facts.published:
        yield Bar.NOT_PUBLISHED
    if facts.staff_only:
        yield Bar.STAFF_ONLY
    if not facts.accession_open:
        yield Bar.ACCESSION_CLOSED
    if not facts.has_rights_term:
        yield Bar.RIGHTS_MISSING
