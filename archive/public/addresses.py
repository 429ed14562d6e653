"""The address of a list with something changed in it: every state of the list is a plain address."""

from __future__ import annotations

from collections.abc import Collection

from django.http import QueryDict


def with_changes(address: QueryDict, path: str, **changes: str) -> str:
    """The address with some parameters changed, or let go of where they become empty; on its first page again."""
    changed = address.copy()
    for key, value in ({"page": ""} | changes).items():
        changed.setlist(key, [value] if value else [])
    return _address(path, changed)


def toggled(address: QueryDict, path: str, key: str, value: str, *, instead_of: Collection[str] = ()) -> str:
    """The address with a value of a facet chosen, `instead_of` some others, or let go of where it is chosen."""
    changed = address.copy()
    others = [one for one in changed.getlist(key) if one != value]
    is_chosen = len(others) < len(changed.getlist(key))
    changed.setlist(key, others if is_chosen else [*(one for one in others if one not in instead_of), value])
    changed.setlist("page", [])
    return _address(path, changed)


def adding(address: QueryDict, path: str, key: str, value: str) -> str:
    """The address with one value more of a parameter, on its first page again."""
    changed = address.copy()
    changed.appendlist(key, value)
    changed.setlist("page", [])
    return _address(path, changed)


def form_fields(address: QueryDict, *left_out: str) -> list[tuple[str, str]]:
    """The parameters that a form has to keep, but for those it asks for itself."""
    return [(key, value) for key, values in address.lists() if key not in left_out for value in values]


def _address(path: str, query: QueryDict) -> str:
    words = query.urlencode()
    return f"{path}?{words}" if words else path
