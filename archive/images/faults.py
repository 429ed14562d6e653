"""Named places where Verso can be made to die, so that tests can show that dying there loses nothing.

Off unless the environment says `VERSO_FAULT=after_rename` (or `after_rename:3`, to die the third time it gets there).
"""

from __future__ import annotations

import os
import signal
from collections import Counter

POINTS = (
    "after_ledger",
    "after_copy",
    "after_inspection",
    "before_rename",
    "after_rename",
    "after_mirror",
    "before_commit",
    "after_commit",
)

_passed: Counter[str] = Counter()


def point(name: str) -> None:
    """Pass a named place; die here if the environment says so. Raises ValueError for a place that has no name."""
    if name not in POINTS:
        raise ValueError(f"{name} is not in archive.images.faults.POINTS.")
    wanted, _, turn = os.environ.get("VERSO_FAULT", "").partition(":")
    if wanted != name:
        return
    _passed[name] += 1
    if _passed[name] == int(turn or 1):
        os.kill(os.getpid(), signal.SIGKILL)
