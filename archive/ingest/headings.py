"""How other apps hear of a page's heading: campaigns, for one, makes the campaign that a page introduces."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from archive.ingest.pages import Page
from archive.models import Photo, User

Listener = Callable[[Page, Sequence[Photo], User | None], str]
"""Told of a page and the photographs newly made from it, in the import's transaction; answers in words what it did."""

_listeners: list[Listener] = []


def register(listener: Listener) -> None:
    """Add a listener, once."""
    if listener not in _listeners:
        _listeners.append(listener)


def tell(page: Page, photos: Sequence[Photo], *, by: User | None) -> list[str]:
    """Tell every listener; what they did, in words, one line each."""
    return [answer for listener in _listeners if (answer := listener(page, photos, by))]
