"""How other apps add to the demonstration: they register a chapter, told once everything of the archive is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from archive.models import User

Chapter = Callable[[Sequence[Mapping[str, Any]], User], None]
"""Told of the demonstration's photographs as their data file has them, and of the curator who catalogued them."""

_chapters: list[Chapter] = []


def register(chapter: Chapter) -> None:
    """Add a chapter, once."""
    if chapter not in _chapters:
        _chapters.append(chapter)


def tell_all(photos: Sequence[Mapping[str, Any]], curator: User) -> None:
    """Let every chapter add its part."""
    for chapter in _chapters:
        chapter(photos, curator)
