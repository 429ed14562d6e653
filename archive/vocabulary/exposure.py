"""How much of a photograph leaves the house: an ordered scale from nothing to the whole picture."""

from __future__ import annotations

from enum import IntEnum


class Exposure(IntEnum):
    """What the public gets. A smaller number is stricter, so that the strictest of several is their minimum."""

    WITHDRAWN = 0
    """Nothing, and its lasting address says that it was taken back."""
    STAFF = 1
    """Nothing; to the public it does not exist."""
    WORDS = 2
    """Metadata only: its words, no picture of any size."""
    SMALL = 3
    """Its words and a picture of the size of a card."""
    FULL = 4
    """Everything, at every published size."""
