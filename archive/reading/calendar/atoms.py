"""One calendar part as it is written (“mid May”, “8”, “fall of 1944”, “late 1930s”) and what it is in EDTF.

The thirds, halves and weeks follow one table of conventions: early, mid and late are the days 1-10, 11-20 and 21 to the
end of a month, the months 1-4, 5-8 and 9-12 of a year, the years 0-3, 4-6 and 7-9 of a decade; of a season they are its
first, second and third month, marked approximate.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace

Range = tuple[str, str]

_DAY_PORTIONS = {
    "early": (1, 10),
    "mid": (11, 20),
    "late": (21, 31),
    "half1": (1, 15),
    "half2": (16, 31),
    "week1": (1, 7),
    "week2": (8, 14),
    "week3": (15, 21),
    "week4": (22, 28),
}
_MONTH_PORTIONS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "half1": (1, 6), "half2": (7, 12)}
_YEAR_PORTIONS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_THIRDS = ("early", "mid", "late")


@dataclass(frozen=True)
class Atom:
    """A calendar part; what is not said is None. `month` may be the EDTF code of a season or quarter.

    `year` is four digits, or a mask such as ``194X``. `readings` holds the (month, day) pairs of a date whose order of
    day and month is not known, `run` the first and last day of a year that is not whole.
    """

    year: str | None = None
    month: int | None = None
    day: int | None = None
    portion: str | None = None
    mark: str = ""
    readings: tuple[tuple[int, int], ...] = ()
    run: Range | None = None
    weekday: int | None = None
    flags: tuple[str, ...] = ()

    @property
    def is_dated(self) -> bool:
        """Whether it says enough to stand alone: a year, or a day of a month."""
        return self.year is not None or (self.month is not None and self.day is not None) or bool(self.readings)

    def completed_by(self, other: Atom) -> Atom:
        """This part with the month and year that its neighbour says for both: “8” of “8 or 9 August 1944”."""
        month = self.month
        if self.day is not None and month is None:
            month = other.month
        return replace(self, month=month, year=self.year or other.year)


def edges(atom: Atom) -> Range:
    """The first and last date that the part covers, as plain EDTF dates of one precision."""
    if atom.run:
        return atom.run
    if atom.readings:
        plain = sorted(_join(atom.year, month, day) for month, day in atom.readings)
        return plain[0], plain[-1]
    if atom.portion is None:
        plain_date = _join(atom.year, atom.month, atom.day)
        return plain_date, plain_date
    if atom.month is None:
        return _edges_of_year(atom.year or "XXXX", atom.portion)
    if atom.month > 12:
        month = _month_of_season(atom, _THIRDS.index(atom.portion) if atom.portion in _THIRDS else 1)
        return month, month
    return _edges_of_month(atom)


def mark_of(atom: Atom) -> str:
    """Its qualifier, with the ``~`` that a third of a season brings."""
    return merge(atom.mark, "~") if atom.month and atom.month > 12 and atom.portion else atom.mark


def merge(mark: str, other: str) -> str:
    """Two qualifiers in one: ``?`` and ``~`` make ``%``."""
    both = set(mark) | set(other)
    return "%" if "%" in both or both == {"?", "~"} else "".join(both)


def members(atom: Atom) -> list[str]:
    """What stands for the part inside an EDTF set: one date, a run of dates, or both readings of an unclear order."""
    mark = mark_of(atom)
    if atom.readings:
        return sorted(_join(atom.year, month, day) + mark for month, day in atom.readings)
    first, last = edges(atom)
    return [first + mark if first == last else f"{first}{mark}..{last}{mark}"]


def start_of_interval(atom: Atom) -> str:
    """Its first date; a portion gives the first day it covers, marked approximate."""
    return _full_edge(atom, 0) if atom.portion else edges(atom)[0] + mark_of(atom)


def end_of_interval(atom: Atom) -> str:
    """Its last date; a portion gives the last day it covers, marked approximate."""
    return _full_edge(atom, 1) if atom.portion else edges(atom)[1] + mark_of(atom)


def _full_edge(atom: Atom, side: int) -> str:
    edge = edges(atom)[side]
    if len(edge) == 4 and edge.isdigit():
        edge += ("-01", "-12")[side]
    if len(edge) == 7 and edge[:4].isdigit() and int(edge[5:]) <= 12:
        edge += "-01" if side == 0 else f"-{monthrange(int(edge[:4]), int(edge[5:]))[1]}"
    return edge + merge(mark_of(atom), "~")


def _edges_of_month(atom: Atom) -> Range:
    assert atom.month is not None
    assert atom.portion is not None
    year = int(atom.year) if atom.year and atom.year.isdigit() else 2000
    end = monthrange(year, atom.month)[1]
    first, last = (end - 6, end) if atom.portion == "week-1" else _DAY_PORTIONS[atom.portion]
    return _join(atom.year, atom.month, first), _join(atom.year, atom.month, min(last, end))


def _edges_of_year(year: str, portion: str) -> Range:
    if year.endswith("X") and portion in _YEAR_PORTIONS:
        first, last = _YEAR_PORTIONS[portion]
        return year[:3] + str(first), year[:3] + str(last)
    first, last = _MONTH_PORTIONS[portion]
    return _join(year, first, None), _join(year, last, None)


def _month_of_season(atom: Atom, third: int) -> str:
    assert atom.month is not None
    month = 3 * (atom.month - 21) + 3 + third if atom.month <= 24 else 3 * (atom.month - 33) + 1 + third
    year = atom.year or "XXXX"
    if month > 12 and year.isdigit():
        year = str(int(year) + 1)
    return _join(year, (month - 1) % 12 + 1, None)


def _join(year: str | None, month: int | None, day: int | None) -> str:
    parts = [year or "XXXX"]
    if month is not None:
        parts.append(f"{month:02}")
        if day is not None:
            parts.append(f"{day:02}")
    return "-".join(parts)
