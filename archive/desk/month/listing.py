"""What a list of the monthly desk is. Its page, its longer page and its file are made from the same definition."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

from archive.desk.month.months import Month
from archive.history.seeing import Person

Words = str | Promise


@dataclass(frozen=True)
class Row:
    """One line: its cells in the order of the columns, and the page of what its first cell names."""

    cells: Sequence[str]
    url: str = ""


@dataclass(frozen=True)
class MonthList:
    """One list: what it holds and why somebody looks at it, its columns, where its lines come from, who may read it."""

    key: str
    title: Words
    why: Words
    empty: Words
    columns: Sequence[Words]
    found: Callable[[Month, Person], QuerySet[Any, Any]]
    """What the list holds in a month for a member of staff, in an order that never changes between two pages."""
    told: Callable[[Any, Month], Row]
    """One of them as a line."""
    needs: Sequence[str]
    """The permissions that show its records elsewhere."""

    def is_for(self, user: Person) -> bool:
        """Whether somebody may read it."""
        return user.has_perms(self.needs)


@dataclass(frozen=True)
class Group:
    """Lists under one heading."""

    title: Words
    lists: Sequence[MonthList]
