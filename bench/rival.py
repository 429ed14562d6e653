"""What every way of searching gives back, so that the answers can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from bench.questions import Question


@dataclass(frozen=True)
class Found:
    """How many photographs answer, and the primary keys of those on the page, in their order."""

    total: int
    ids: list[int]


class Rival(Protocol):
    """A way of searching that ours is compared with."""

    name: str

    def find(self, question: Question) -> Found: ...
