"""The pages of the monthly desk: a month with the first lines of each list, and one list whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.urls import reverse

from archive.desk.month.listing import Group, MonthList, Row, Words
from archive.desk.month.months import Month
from archive.desk.month.table import groups
from archive.history.seeing import Person

_FIRST = 5
PER_PAGE = 100


@dataclass(frozen=True)
class Shown:
    """One list as a page shows it: its words, how many lines it has, some of them, and where the rest is."""

    key: str
    title: Words
    why: Words
    empty: Words
    columns: Sequence[Words]
    count: int
    rows: Sequence[Row]
    url: str
    csv_url: str

    @property
    def is_cut(self) -> bool:
        """Whether there are more lines than these."""
        return self.count > len(self.rows)


@dataclass(frozen=True)
class Section:
    """Lists under one heading."""

    title: Words
    lists: Sequence[Shown]


@dataclass(frozen=True)
class MonthPage:
    """A month: all lists that somebody may read."""

    month: Month
    is_this: bool
    sections: Sequence[Section]
    previous_url: str
    next_url: str


@dataclass(frozen=True)
class ListPage:
    """One list of a month, a page of it."""

    month: Month
    shown: Shown
    page: Page[Any]
    month_url: str


def month_page(month: Month, user: Person) -> MonthPage:
    """A month with the first lines of each list."""
    return MonthPage(
        month=month,
        is_this=month == Month.this(),
        sections=[_section(group, month, user) for group in groups(user)],
        previous_url=_month_url(month.previous()),
        next_url=_month_url(month.next()),
    )


def list_page(one: MonthList, month: Month, user: Person, number: str) -> ListPage:
    """A page of one list; a number that does not exist is the nearest that does."""
    page = Paginator(one.found(month, user), PER_PAGE).get_page(number)
    return ListPage(month, _shown(one, month, page.paginator.count, list(page)), page, _month_url(month))


def _section(group: Group, month: Month, user: Person) -> Section:
    return Section(group.title, [_beginning(one, month, user) for one in group.lists])


def _beginning(one: MonthList, month: Month, user: Person) -> Shown:
    """The first lines of a list. A list that fits is not counted: its lines are."""
    found = one.found(month, user)
    first = list(found[: _FIRST + 1])
    count = found.count() if len(first) > _FIRST else len(first)
    return _shown(one, month, count, first[:_FIRST])


def _shown(one: MonthList, month: Month, count: int, found: Sequence[Any]) -> Shown:
    return Shown(
        key=one.key,
        title=one.title,
        why=one.why,
        empty=one.empty,
        columns=one.columns,
        count=count,
        rows=[one.told(record, month) for record in found],
        url=reverse("desk-month-list", args=[str(month), one.key]),
        csv_url=reverse("desk-month-csv", args=[str(month), one.key]),
    )


def _month_url(month: Month) -> str:
    return reverse("desk-month-of", args=[str(month)])
