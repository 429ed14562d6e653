"""A date told in words: “summer or fall 1944”, “about 4 February 1945”, “before 27 May 1945”.

What comes out is a tree of patterns and values, not a finished sentence, so that a face can put each pattern through
its catalogue of translations.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from archive.vocabulary.dates import EdtfDate
from archive.vocabulary.edtf import Choice, End, Interval, Moment, Tree

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
PARTS_OF_YEAR = {
    **dict(zip((21, 22, 23, 24), ("spring", "summer", "fall", "winter"), strict=True)),
    **dict(zip((25, 26, 27, 28), ("spring", "summer", "fall", "winter"), strict=True)),
    **dict(
        zip(
            (29, 30, 31, 32),
            ("southern spring", "southern summer", "southern fall", "southern winter"),
            strict=True,
        )
    ),
    **dict(
        zip(
            (33, 34, 35, 36),
            (
                "first quarter of",
                "second quarter of",
                "third quarter of",
                "fourth quarter of",
            ),
            strict=True,
        )
    ),
    **dict(
        zip(
            (37, 38, 39),
            ("first third of", "second third of", "last third of"),
            strict=True,
        )
    ),
    **dict(zip((40, 41), ("first half of", "second half of"), strict=True)),
}
_THIRDS = ("early {0}", "mid-{0}", "late {0}")
_WINTERS = (24, 28, 30)


@dataclass(frozen=True)
class Words:
    """A pattern with numbered blanks, and what fills them: text, or other `Words`. The pattern gets translated."""

    pattern: str
    values: tuple[Words | str, ...] = ()

    def render(self, translate: Callable[[str], str] = str) -> str:
        """The finished words; `translate` is given each pattern, as gettext would be."""
        filled = [value.render(translate) if isinstance(value, Words) else value for value in self.values]
        return translate(self.pattern).format(*filled)

    def __str__(self) -> str:
        return self.render()


def in_words(edtf: EdtfDate) -> Words:
    """The date as one would say it, in English unless rendered through a translation."""
    return _tree(edtf.tree)


def _tree(tree: Tree) -> Words:
    if isinstance(tree, Moment):
        return _moment(tree)
    if isinstance(tree, Interval):
        return _interval(tree)
    return _choice(tree)


def _moment(moment: Moment) -> Words:
    words = _calendar(moment)
    if "%" in moment.qualifiers or {"?", "~"} <= set(moment.qualifiers):
        return Words("probably about {0}", (words,))
    if "~" in moment.qualifiers:
        return Words("about {0}", (words,))
    return Words("probably {0}", (words,)) if "?" in moment.qualifiers else words


def _calendar(moment: Moment) -> Words:
    month = _month(moment)
    year = _year(moment)
    if not month:
        return year
    if moment.day.isdigit():
        month = Words("{0} {1}", (str(int(moment.day)), month))
    return Words("{0}, year unknown", (month,)) if moment.year == "XXXX" else Words("{0} {1}", (month, year))


def _month(moment: Moment) -> Words | None:
    if moment.part_of_year:
        return Words(PARTS_OF_YEAR[moment.part_of_year])
    return Words(MONTHS[int(moment.month) - 1]) if moment.month.isdigit() else None


def _year(moment: Moment) -> Words:
    year = moment.year
    if year == "XXXX":
        return Words("year unknown")
    if year[:3].isdigit() and year[3] == "X":
        return Words("the {0}s", (f"{year[:3]}0",))
    if year[:2].isdigit() and year[2:] == "XX":
        return Words("the {0}s", (f"{year[:2]}00",))
    if moment.part_of_year in _WINTERS and year.isdigit():
        return Words(f"{year}–{(int(year) + 1) % 100:02}")
    return Words(year)


def _interval(interval: Interval) -> Words:
    start, end = interval.start, interval.end
    if isinstance(start, Moment) and isinstance(end, Moment):
        return Words("{0} to {1}", (_moment(start), _moment(end)))
    if isinstance(start, Moment):
        return Words(
            "from {0} on" if end is End.OPEN else "from {0}, end unknown",
            (_moment(start),),
        )
    if isinstance(end, Moment):
        return Words("until {0}", (_moment(end),))
    return Words("at any time")


def _choice(choice: Choice) -> Words:
    told = [_run(member) if isinstance(member, Interval) else _moment(member) for member in choice.members]
    if not choice.all_of and (shared := _shared_end(choice)):
        told = shared
    words = told[0]
    for place, other in enumerate(told[1:], start=2):
        last = "{0} and {1}" if choice.all_of else "{0} or {1}"
        words = Words(last if place == len(told) else "{0}, {1}", (words, other))
    return words


def _shared_end(choice: Choice) -> list[Words] | None:
    """“summer or fall 1944”: the year, or month and year, said once when all members have it."""
    members = [member for member in choice.members if isinstance(member, Moment) and not member.qualifiers]
    if len(members) < len(choice.members) or len({member.year for member in members}) != 1 or members[0].year == "XXXX":
        return None
    if all(member.day.isdigit() for member in members) and len({member.month for member in members}) == 1:
        heads = [Words(str(int(member.day))) for member in members[:-1]]
        return [*heads, _moment(members[-1])]
    months = [_month(member) for member in members]
    if any(member.day or member.part_of_year in _WINTERS for member in members) or None in months:
        return None
    return [*(month for month in months[:-1] if month), _moment(members[-1])]


def _run(run: Interval) -> Words:
    if isinstance(run.start, Moment) and isinstance(run.end, Moment):
        return _third(run) or Words("between {0} and {1}", (_moment(run.start), _moment(run.end)))
    if isinstance(run.end, Moment):
        return _side(run.end, 1, "before {0}", "{0} or earlier")
    assert isinstance(run.start, Moment)
    return _side(run.start, -1, "after {0}", "{0} or later")


def _side(moment: Moment, step: int, excluding: str, including: str) -> Words:
    """An open end: a day is told by its neighbour (“before 27 May”), a month or year as itself (“1944 or earlier”)."""
    day = moment.bounds()[0]
    if not moment.day.isdigit() or day in (None, date.min, date.max) or moment.qualifiers:
        return Words(including, (_moment(moment),))
    return Words(excluding, (_day(day + timedelta(days=step)),))


def _day(day: date) -> Words:
    return Words("{0} {1} {2}", (str(day.day), Words(MONTHS[day.month - 1]), str(day.year)))


def _third(run: Interval) -> Words | None:
    """“late April 1944” for its last ten days, “early 1945” for its first four months."""
    first, last = run.bounds()
    assert isinstance(run.start, Moment)
    if first is None or last is None or first.year != last.year:
        return None
    if run.start.day and first.month == last.month:
        thirds = [(1, 10), (11, 20), (21, monthrange(first.year, first.month)[1])]
        whole, found = (
            Words("{0} {1}", (Words(MONTHS[first.month - 1]), str(first.year))),
            (first.day, last.day),
        )
    else:
        thirds, whole, found = (
            [(1, 4), (5, 8), (9, 12)],
            Words(str(first.year)),
            (first.month, last.month),
        )
        if run.start.day or run.start.part_of_year:
            return None
    return Words(_THIRDS[thirds.index(found)], (whole,)) if found in thirds else None
