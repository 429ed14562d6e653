"""How other apps speak on a photograph's page: they register a maker of panels."""

from __future__ import annotations

from collections.abc import Callable

from archive.models import Photo
from archive.public.pages import Panel

Maker = Callable[[Photo], Panel | None]

_makers: list[Maker] = []


def register(maker: Maker) -> None:
    """Add a maker of panels, once. It is told of a public photograph and must say nothing that is not public."""
    if maker not in _makers:
        _makers.append(maker)


def panels_for(photo: Photo) -> list[Panel]:
    """What all makers say of this photograph."""
    return [panel for maker in _makers if (panel := maker(photo))]
