"""A campaign's time drawn: months as columns, photographs as bars, events as marks. Figures and strings only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.utils.translation import gettext as _

from archive.vocabulary.date_words import MONTHS
from campaigns.asking import Stretch
from campaigns.tally import Span

_MOST_MONTHS = 96
_WIDEST, _NARROWEST, _WIDTH = 88, 30, 1040
_BARS = 96
_TOP = 22
_FOOT = 44
_GAP = 3
_LANE = 26
_LETTER = 7.4
_LONGEST = 46
_MOST_LANES = 14
_ROW, _ROW_OF_PHASE = 34, 26


@dataclass(frozen=True)
class Column:
    """A month (or, on a long axis, a year): its bar, how many photographs, and the address that chooses it."""

    stretch: Stretch
    label: str
    span: Span
    url: str
    is_chosen: bool
    x: int
    width: int
    sure_height: int
    height: int

    @property
    def middle(self) -> float:
        """The middle of the column."""
        return self.x + self.width / 2

    @property
    def bar_x(self) -> int:
        """Where its bar begins."""
        return self.x + _GAP

    @property
    def bar_width(self) -> int:
        """How wide its bar is."""
        return self.width - 2 * _GAP

    @property
    def top(self) -> int:
        """The upper end of its bar."""
        return _TOP + _BARS - self.height

    @property
    def sure_top(self) -> int:
        """The upper end of the part of its bar that is sure."""
        return _TOP + _BARS - self.sure_height

    @property
    def count_y(self) -> int:
        """Where its count stands, on its bar."""
        return self.top - 5


@dataclass(frozen=True)
class Happening:
    """Something to mark on the axis: from when to when, what it is called, and where it leads."""

    first: date
    last: date
    title: str
    url: str


@dataclass(frozen=True)
class Mark:
    """An event on the axis: a line from `x` to `end`, and its title beside it where a lane had room."""

    x: float
    end: float
    y: int
    title: str
    label: str
    label_x: float
    anchor: str
    url: str
    is_vague: bool


@dataclass(frozen=True)
class Timeline:
    """The drawing: columns, years and marks on a sheet of `width` by `height` units."""

    width: int
    height: int
    columns: Sequence[Column]
    years: Sequence[tuple[int, str]]
    marks: Sequence[Mark]

    foot: int = _TOP + _BARS
    label_y: int = _TOP + _BARS + 18
    year_y: int = _TOP + _BARS + 36
    foot_end: int = _TOP + _BARS + _FOOT


def axis(first: date, last: date) -> list[Stretch]:
    """The months from one day to another; years, when the months would be too many to tell apart."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months > _MOST_MONTHS:
        return [Stretch.parse(f"{year:04}") for year in range(first.year, last.year + 1)]
    starts = (first.year * 12 + first.month - 1 + step for step in range(months))
    return [Stretch.parse(f"{start // 12:04}-{start % 12 + 1:02}") for start in starts]


def timeline_of(
    stretches: Sequence[Stretch],
    counted: Callable[[Stretch], Span],
    happenings: Sequence[Happening],
    address: Callable[[Stretch], str],
    chosen: Stretch | None,
) -> Timeline:
    """Draw the axis with what was counted on it and what happened."""
    wide = min(_WIDEST, max(_NARROWEST, _WIDTH // len(stretches)))
    spans = [counted(stretch) for stretch in stretches]
    most = max(1, *(span.total for span in spans))
    columns = [
        _column(stretch, span, most, number * wide, wide, address(stretch), chosen)
        for number, (stretch, span) in enumerate(zip(stretches, spans, strict=True))
    ]
    marks = _marks(columns, happenings, _TOP + _BARS + _FOOT + _LANE // 2)
    lowest = max([mark.y for mark in marks], default=_TOP + _BARS + _FOOT - _LANE)
    return Timeline(wide * len(columns), lowest + _LANE, columns, _years(columns), marks)


def _column(stretch: Stretch, span: Span, most: int, x: int, width: int, url: str, chosen: Stretch | None) -> Column:
    return Column(
        stretch=stretch,
        label=_label(stretch),
        span=span,
        url=url,
        is_chosen=stretch == chosen,
        x=x,
        width=width,
        sure_height=_height(span.surely, most),
        height=_height(span.total, most),
    )


def _height(count: int, most: int) -> int:
    """Never nothing where there is something."""
    return max(3, round(_BARS * count / most)) if count else 0


def _label(stretch: Stretch) -> str:
    """The month in three letters; a year as it is."""
    return _(MONTHS[stretch.first.month - 1])[:3] if "-" in stretch.text else stretch.text


def _years(columns: Sequence[Column]) -> list[tuple[int, str]]:
    """Where each year begins, when the columns are months."""
    if "-" not in columns[0].stretch.text:
        return []
    starts = [(columns[0].x, str(columns[0].stretch.first.year))]
    starts += [
        (column.x, str(column.stretch.first.year))
        for before, column in pairwise(columns)
        if column.stretch.first.year != before.stretch.first.year
    ]
    return starts


def _marks(columns: Sequence[Column], happenings: Sequence[Happening], top: int) -> list[Mark]:
    """Each event in the first lane with room for its title; without a title when all lanes are full."""
    end = columns[-1].x + columns[-1].width
    lanes: list[list[tuple[float, float]]] = [[] for _lane in range(_MOST_LANES)]
    marks = []
    for happening in happenings:
        if happening.last < columns[0].stretch.first or happening.first > columns[-1].stretch.last:
            continue
        x, until = _position(happening.first, columns), _position(happening.last, columns)
        label = _shortened(happening.title)
        room = len(label) * _LETTER
        on_right = until + 10 + room <= end or x - 10 - room < 0
        taken = (x - 8, until + 14 + room) if on_right else (x - 14 - room, until + 8)
        lane = next((number for number, used in enumerate(lanes) if _free(used, taken)), None)
        if lane is not None:
            lanes[lane].append(taken)
        marks.append(
            Mark(
                x=x,
                end=max(until, x),
                y=top + _LANE * (lane if lane is not None else _MOST_LANES),
                title=happening.title,
                label=label if lane is not None else "",
                label_x=until + 10 if on_right else x - 10,
                anchor="start" if on_right else "end",
                url=happening.url,
                is_vague=until - x > columns[0].width,
            )
        )
    return marks


def _free(used: Sequence[tuple[float, float]], wanted: tuple[float, float]) -> bool:
    return all(wanted[1] < start or wanted[0] > end for start, end in used)


def _position(day: date, columns: Sequence[Column]) -> float:
    """Where a day stands on the axis; a day beyond an end stands at that end."""
    for column in columns:
        if day <= column.stretch.last:
            days = (column.stretch.last - column.stretch.first).days + 1
            return round(column.x + max(0, (day - column.stretch.first).days) / days * column.width, 1)
    return columns[-1].x + columns[-1].width


def _shortened(title: str) -> str:
    return title if len(title) <= _LONGEST else title[:_LONGEST].rsplit(" ", 1)[0] + " …"


@dataclass(frozen=True)
class Run:
    """A campaign or phase as a bar on the axis of all time."""

    x: float
    y: int
    width: float
    title: str
    label_x: float
    anchor: str
    url: str
    is_phase: bool


@dataclass(frozen=True)
class AllTime:
    """All campaigns with their phases under each other on one axis."""

    width: int
    height: int
    columns: Sequence[Column]
    years: Sequence[tuple[int, str]]
    runs: Sequence[Run]


def all_time_of(happenings: Sequence[tuple[Happening, bool]]) -> AllTime | None:
    """Draw campaigns and phases (the flag says which is a phase) on one axis; None when none of them is dated."""
    if not happenings:
        return None
    first = min(happening.first for happening, _phase in happenings)
    last = max(happening.last for happening, _phase in happenings)
    stretches = axis(first.replace(month=1, day=1), last.replace(month=12, day=31))
    wide = max(_NARROWEST // 2, _WIDTH // len(stretches))
    columns = [
        Column(stretch, _label(stretch), Span(), "", False, number * wide, wide, 0, 0)
        for number, stretch in enumerate(stretches)
    ]
    runs, y = [], _TOP + 12
    for happening, is_phase in happenings:
        runs.append(_run(happening, is_phase, y, columns))
        y += _ROW_OF_PHASE if is_phase else _ROW
    return AllTime(wide * len(columns), y, columns, _years(columns), runs)


def _run(happening: Happening, is_phase: bool, y: int, columns: Sequence[Column]) -> Run:
    x, end = _position(happening.first, columns), _position(happening.last, columns)
    room = len(happening.title) * (_LETTER + (0 if is_phase else 1.5))
    on_right = end + 8 + room <= columns[-1].x + columns[-1].width or x - 8 - room < 0
    return Run(
        x=x,
        y=y,
        width=round(max(3, end - x), 1),
        title=happening.title,
        label_x=end + 8 if on_right else x - 8,
        anchor="start" if on_right else "end",
        url=happening.url,
        is_phase=is_phase,
    )
