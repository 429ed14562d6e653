"""Preparing a picture that comes in: its master kept, measured, and made into what the public sees. Files only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from archive.images.derive import Derived, derive
from archive.images.masters import Master, keep
from archive.images.measure import Measures
from archive.images.specs import PUBLISHED


@dataclass(frozen=True)
class Prepared:
    """A picture whose files lie where they belong, and what its rows will say."""

    master: Master
    measures: Measures
    derived: Sequence[Derived]


def prepare(source: Path, *, masters: Path, derivatives: Path, notice: str = "") -> Prepared:
    """Keep a picture file among the masters and make its smaller pictures. Raises NotAPicture.

    `notice` is written into the smaller ones. Needs no database, so that it may run in another process.
    """
    master = keep(source, root=masters)
    kept = masters / master.name
    measures, made = derive(kept, name=master.sha256, specs=PUBLISHED.values(), root=derivatives, notice=notice)
    return Prepared(master, measures, made)
