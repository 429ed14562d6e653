"""The days a date can mean, as runs of days, and whether two dates can mean the same day.

A date marked “about” reaches one unit of its own precision further to each side: a day, a month, a year. Reach decides
whether two dates can both be true, never whether they agree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from archive.vocabulary.dates import EdtfDate
from archive.vocabulary.edtf import Bounds, Choice, End, Interval, Moment, Tree

Run = tuple[date, date]


@dataclass(frozen=True)
class Days:
    """Days as runs from first to last, in order; open ends reach to the ends of the calendar. Make one with `of`."""

    runs: tuple[Run, ...]
    reach: tuple[Run, ...] = field(compare=False)

    @classmethod
    def of(cls, edtf: str) -> Days | None:
        """The days an EDTF date can mean; None when it says nothing of the year. Raises VocabularyError."""
        return _days(edtf)

    def meets(self, other: Days) -> bool:
        """Whether some day can be meant by both."""
        return any(a <= d and c <= b for a, b in self.reach for c, d in other.reach)


@lru_cache(maxsize=4096)
def _days(edtf: str) -> Days | None:
    """Kept, since the same few hundred dates are read for every page of a campaign."""
    tree = EdtfDate.parse(edtf).tree
    runs = _joined(_runs(tree, Moment.bounds))
    return None if runs == ((date.min, date.max),) else Days(runs, _joined(_runs(tree, _reach)))


def _runs(tree: Tree, bounds_of: Callable[[Moment], Bounds]) -> Iterator[Run]:
    """The runs of days of a tree, each moment with the days that `bounds_of` gives it."""
    if isinstance(tree, Choice):
        yield from (run for member in tree.members for run in _runs(member, bounds_of))
        return
    start, end = (tree.start, tree.end) if isinstance(tree, Interval) else (tree, tree)
    first = None if isinstance(start, End) else bounds_of(start)[0]
    last = None if isinstance(end, End) else bounds_of(end)[1]
    yield first or date.min, last or date.max


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The same days in the fewest runs, in order."""
    joined: list[Run] = []
    for first, last in sorted(runs):
        if joined and first.toordinal() <= joined[-1][1].toordinal() + 1:
            joined[-1] = joined[-1][0], max(last, joined[-1][1])
        else:
            joined.append((first, last))
    return tuple(joined)


def _reach(moment: Moment) -> Bounds:
    """The days of a moment, and one unit more on each side when it is approximate."""
    first, last = moment.bounds()
    if not any(mark in moment.qualifiers for mark in "~%"):
        return first, last
    unit = _unit(first, last)
    return _moved(first, -unit), _moved(last, unit)


def _unit(first: date | None, last: date | None) -> timedelta:
    return last - first + timedelta(days=1) if first and last else timedelta(0)


def _moved(day: date | None, by: timedelta) -> date | None:
    """That day so much later or earlier; None beyond the ends of the calendar."""
    try:
        return None if day is None else day + by
    except OverflowError:
        return None
