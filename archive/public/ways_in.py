"""How other apps offer a way in on the front page: they register a maker of links."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from archive.public.pages import Link

Maker = Callable[[], Sequence[Link]]

_makers: list[Maker] = []


def register(maker: Maker) -> None:
    """Add a maker of links, once. They must lead to what is public and count only that."""
    if maker not in _makers:
        _makers.append(maker)


def ways_in() -> list[Link]:
    """The links of all makers."""
    return [link for maker in _makers for link in maker()]
