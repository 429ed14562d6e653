"""What the reader makes of a caption, kept as suggestions for a curator."""

from __future__ import annotations

from collections.abc import Iterable

from archive.models import Photo


def suggest(photos: Iterable[Photo]) -> None:
    """Read the captions of these photographs and keep what was understood as open suggestions."""
