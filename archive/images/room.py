"""Whether the disk has room for another master."""

from __future__ import annotations

import shutil
from pathlib import Path

from archive.images.errors import NoRoom

LEAST_FREE = 0.10
"""The part of the disk that stays free: a full disk stops the database too."""


def refuse_without_room(root: Path, wanted: int) -> None:
    """Raises NoRoom when so many more bytes would leave less than a tenth of the masters' disk free."""
    while not root.exists():
        root = root.parent
    disk = shutil.disk_usage(root)
    if disk.free - wanted < LEAST_FREE * disk.total:
        free = f"{disk.free / 1e9:.1f} of {disk.total / 1e9:.1f} GB"
        raise NoRoom(f"The disk of the masters is nearly full: {free} are free. Make room; nothing was taken in.")
