"""The grammar of EDTF (ISO 8601-2:2019, levels 0 to 2): text in, a small tree out, each branch knowing its days.

Seasons are those of the northern half by whole months, and a winter takes the year in which it begins. Qualifiers never
change the days; open ends and alternatives do. Years outside 1 to 9999 are refused: no photograph needs them.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date
from enum import Enum

from archive.vocabulary.errors import VocabularyError

Bounds = tuple[date | None, date | None]

_QUALIFIER = "[?~%]?"
_MOMENT = re.compile(
    rf"(?P<q1>{_QUALIFIER})(?P<year>[\dX]{{4}})(?P<q2>{_QUALIFIER})"
    rf"(?:-(?P<q3>{_QUALIFIER})(?P<month>[\dX]{{2}})(?P<q4>{_QUALIFIER})"
    rf"(?:-(?P<q5>{_QUALIFIER})(?P<day>[\dX]{{2}})(?P<q6>{_QUALIFIER}))?)?"
    r"(?:T[\d:]{2,8}(?:Z|[+-]\d\d(?::?\d\d)?)?)?",
    re.ASCII,
)
_SPANS = {
    **{code: (3 * (code - 21) + 3, 3) for code in (21, 22, 23, 24)},
    **{code: (3 * (code - 25) + 3, 3) for code in (25, 26, 27, 28)},
    29: (9, 3),
    30: (12, 3),
    31: (3, 3),
    32: (6, 3),
    **{code: (3 * (code - 33) + 1, 3) for code in (33, 34, 35, 36)},
    **{code: (4 * (code - 37) + 1, 4) for code in (37, 38, 39)},
    40: (1, 6),
    41: (7, 6),
}
"""Parts of a year by their EDTF code: the month each begins with and how many months it lasts."""


class End(Enum):
    """An end of an interval that is not a date."""

    OPEN = ".."
    UNKNOWN = ""


@dataclass(frozen=True)
class Moment:
    """One date, of any precision. `month` holds a month or the code of a season, quarter or half year."""

    year: str
    month: str = ""
    day: str = ""
    qualifiers: str = ""
    level: int = 0

    @property
    def part_of_year(self) -> int | None:
        """The EDTF code (21 to 41) if this is a season or the like."""
        return int(self.month) if self.month.isdigit() and int(self.month) in _SPANS else None

    def bounds(self) -> Bounds:
        """First and last day, both None when nothing of the year is known."""
        if self.year == "XXXX":
            return None, None
        if self.part_of_year:
            return self._span_of_months(*_SPANS[self.part_of_year])
        return next(self._days(1)), next(self._days(-1))

    def _span_of_months(self, first: int, count: int) -> Bounds:
        years = list(_matching(self.year, 1, MAXYEAR - 1))
        last_year, last = divmod(first - 1 + count - 1, 12)
        final = years[-1] + last_year
        return date(years[0], first, 1), date(final, last + 1, monthrange(final, last + 1)[1])

    def _days(self, step: int) -> Iterator[date]:
        for year in list(_matching(self.year, 1, MAXYEAR))[::step]:
            for month in list(_matching(self.month or "XX", 1, 12))[::step]:
                for day in list(_matching(self.day or "XX", 1, monthrange(year, month)[1]))[::step]:
                    yield date(year, month, day)


@dataclass(frozen=True)
class Interval:
    """Something that lasted from one moment to another."""

    start: Moment | End
    end: Moment | End

    def bounds(self) -> Bounds:
        """The first day of its start and the last day of its end."""
        return _first(self.start), _last(self.end)


@dataclass(frozen=True)
class Choice:
    """Several moments, or runs of them: one is meant (`[…]`), or all are (`{…}`)."""

    members: tuple[Moment | Interval, ...]
    all_of: bool = False

    def bounds(self) -> Bounds:
        """The outermost days of its members."""
        firsts = [member.bounds()[0] for member in self.members]
        lasts = [member.bounds()[1] for member in self.members]
        first = None if None in firsts else min(day for day in firsts if day)
        last = None if None in lasts else max(day for day in lasts if day)
        return first, last


Tree = Moment | Interval | Choice


def parse_edtf(text: str) -> Tree:
    """Read one EDTF expression. Raises VocabularyError."""
    if len(text) > 1 and (text[0], text[-1]) in (("[", "]"), ("{", "}")):
        return Choice(
            tuple(_member(part, text) for part in text[1:-1].split(",")),
            all_of=text[0] == "{",
        )
    if "/" in text:
        start, _, end = text.partition("/")
        return _in_order(Interval(_end(start, text), _end(end, text)), text)
    return _moment(text, text)


def moments(tree: Tree) -> Iterator[Moment]:
    """Every date named in the tree."""
    if isinstance(tree, Moment):
        yield tree
    elif isinstance(tree, Interval):
        yield from (end for end in (tree.start, tree.end) if isinstance(end, Moment))
    else:
        for member in tree.members:
            yield from moments(member)


def level(tree: Tree) -> int:
    """The lowest EDTF level (0, 1 or 2) that has a word for this."""
    if isinstance(tree, Choice):
        return 2
    own = 0
    if isinstance(tree, Interval):
        own = 1 if End.OPEN in (tree.start, tree.end) or End.UNKNOWN in (tree.start, tree.end) else 0
    return max([own, *(moment.level for moment in moments(tree))])


def _member(part: str, whole: str) -> Moment | Interval:
    if ".." not in part:
        return _moment(part, whole)
    start, _, end = part.partition("..")
    if not start and not end:
        raise _refusal(whole, "a run of dates needs at least one end")
    return _in_order(
        Interval(*(_moment(side, whole) if side else End.OPEN for side in (start, end))),
        whole,
    )


def _end(part: str, whole: str) -> Moment | End:
    return End(part) if part in ("", "..") else _moment(part, whole)


def _moment(part: str, whole: str) -> Moment:
    match = _MOMENT.fullmatch(part)
    if match is None:
        raise _refusal(whole, f"“{part}” is not a date of the form 1944, 1944-11 or 1944-11-10")
    month, day = match["month"] or "", match["day"] or ""
    marks = [match[f"q{number}"] or "" for number in range(1, 7)]
    moment = Moment(
        match["year"],
        month,
        day,
        "".join(marks),
        _level_of(match["year"], month, day, marks),
    )
    _check(moment, part, whole)
    return moment


def _level_of(year: str, month: str, day: str, marks: list[str]) -> int:
    last = 5 if day else 3 if month else 1
    if any(mark for place, mark in enumerate(marks) if place != last):
        return 2
    if month.isdigit() and int(month) > 24:
        return 2
    if "X" in year + month + day:
        plain = re.fullmatch(r"\d\d(?:\d\d|\dX|XX)|\d{4}XX|\d{6}XX|\d{4}XXXX", year + month + day)
        return 1 if plain else 2
    return 1 if any(marks) or (month and int(month) > 12) else 0


def _check(moment: Moment, part: str, whole: str) -> None:
    if moment.part_of_year:
        if moment.day:
            raise _refusal(whole, f"in “{part}” a season cannot have a day")
        if not any(_matching(moment.year, 1, MAXYEAR - 1)):
            raise _refusal(whole, f"the year of “{part}” is not between 1 and 9998")
    elif moment.year == "XXXX":
        if not any(Moment("2000", moment.month, moment.day)._days(1)):
            raise _refusal(whole, f"“{part}” is not a day of the calendar")
    elif not any(moment._days(1)):
        raise _refusal(whole, f"“{part}” is not a day of the calendar")


def _in_order(interval: Interval, whole: str) -> Interval:
    first, last = interval.bounds()
    if first and last and first > last:
        raise _refusal(whole, "its end comes before its start")
    return interval


def _matching(pattern: str, lowest: int, highest: int) -> Iterator[int]:
    """The numbers that a pattern such as ``194X`` stands for, in order."""
    low, high = int(pattern.replace("X", "0")), int(pattern.replace("X", "9"))
    if low == high:
        yield from range(max(low, lowest), min(high, highest) + 1)
        return
    wanted = re.compile(pattern.replace("X", r"\d"))
    for number in range(max(low, lowest), min(high, highest) + 1):
        if wanted.fullmatch(str(number).zfill(len(pattern))):
            yield number


def _first(end: Moment | End) -> date | None:
    return end.bounds()[0] if isinstance(end, Moment) else None


def _last(end: Moment | End) -> date | None:
    return end.bounds()[1] if isinstance(end, Moment) else None


def _refusal(text: str, reason: str) -> VocabularyError:
    return VocabularyError(f"“{text}” is not a date in EDTF: {reason}.")
