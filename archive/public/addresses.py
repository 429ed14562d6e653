"""The address of a list with something changed in it: every state of the list is a plain address."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from urllib.parse import quote_plus, urlencode

from django.http import QueryDict


def with_changes(address: QueryDict, path: str, **changes: str) -> str:
    """The address with some parameters changed, or let go of where they become empty; on its first page again."""
    changed = {key: [value] if value else [] for key, value in ({"page": ""} | changes).items()}
    return _address(path, dict(address.lists()) | changed)


def only(path: str, **parameters: str) -> str:
    """The address with these parameters, and nothing else that may stand in it now."""
    return _address(path, {key: [value] for key, value in parameters.items() if value})


class Toggles:
    """The addresses with a value of one facet chosen or let go of, on the first page; for many values of it."""

    def __init__(self, address: QueryDict, path: str, key: str) -> None:
        self._path, self._key = path, key
        self._others = _words(dict(address.lists()) | {key: [], "page": []})
        self._chosen = address.getlist(key)

    def address(self, value: str, *, instead_of: Collection[str] = ()) -> str:
        """That with `value` chosen, `instead_of` some others; without it where it is chosen."""
        others = [one for one in self._chosen if one != value]
        if len(others) == len(self._chosen):
            others = [*(one for one in others if one not in instead_of), value]
        own = "&".join(f"{self._key}={quote_plus(one)}" for one in others)
        words = "&".join(filter(None, [self._others, own]))
        return f"{self._path}?{words}" if words else self._path


def adding(address: QueryDict, path: str, key: str, value: str) -> str:
    """The address with one value more of a parameter, on its first page again."""
    return _address(path, dict(address.lists()) | {key: [*address.getlist(key), value], "page": []})


def form_fields(address: QueryDict, *left_out: str) -> list[tuple[str, str]]:
    """The parameters that a form has to keep, but for those it asks for itself."""
    return [(key, value) for key, values in address.lists() if key not in left_out for value in values]


def _address(path: str, parameters: Mapping[str, Sequence[str]]) -> str:
    words = _words(parameters)
    return f"{path}?{words}" if words else path


def _words(parameters: Mapping[str, Sequence[str]]) -> str:
    """As they stand in an address. A page has dozens of these: copying a `QueryDict` for each took a tenth of it."""
    return urlencode(parameters, doseq=True)
