"""All lists of the monthly desk, under their headings. A new list is one entry here."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from archive.desk.month import changes, fixity, gifts, letters, statements
from archive.desk.month.listing import Group, MonthList
from archive.history.seeing import Person


def groups(user: Person) -> Iterator[Group]:
    """The lists that somebody may read; headings with none are left out."""
    for group in _all():
        if mine := [one for one in group.lists if one.is_for(user)]:
            yield Group(group.title, mine)


def list_of(key: str, user: Person) -> MonthList | None:
    """The list with this key, if there is one and this person may read it."""
    return next((one for group in groups(user) for one in group.lists if one.key == key), None)


def _all() -> tuple[Group, ...]:
    return (
        Group(_("Waiting for an answer"), letters.LISTS),
        Group(_("Gifts and rights"), gifts.LISTS),
        Group(_("Statements"), statements.lists()),
        Group(_("Masters"), fixity.LISTS),
        Group(_("Changes"), changes.LISTS),
    )
