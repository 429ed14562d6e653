"""What a claim can say (days, an amount, names, words), and how two values of one kind stand to each other.

What is marked “about” reaches a little further than it says: an amount by a tenth to each side, a date as
`archive.vocabulary.days` says. Reach decides whether two values can both be true, never whether they agree.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import IntEnum

from archive.reading.folding import name_key
from archive.vocabulary.days import Days

TENTH = Decimal("0.1")


class Verdict(IntEnum):
    """How values stand to each other, the worst highest. `DIFFER` is for words, which only a reader can weigh."""

    ALONE = 0
    AGREE = 1
    OVERLAP = 2
    DIFFER = 3
    DISJOINT = 4


@dataclass(frozen=True)
class Amount:
    """A number from `low` to `high`, both included; None is open. “Over 100” has no high."""

    low: Decimal | None
    high: Decimal | None
    is_about: bool = field(default=False, compare=False)

    def reach(self) -> tuple[Decimal | None, Decimal | None]:
        """The bounds, a tenth further out when it is marked “about”."""
        if not self.is_about:
            return self.low, self.high
        low = None if self.low is None else self.low - abs(self.low) * TENTH
        high = None if self.high is None else self.high + abs(self.high) * TENTH
        return low, high

    def meets(self, other: Amount) -> bool:
        """Whether some number lies within both."""
        (a, b), (c, d) = self.reach(), other.reach()
        return (a is None or d is None or a <= d) and (c is None or b is None or c <= b)


@dataclass(frozen=True)
class Names:
    """People, bodies or units, by whatever tells them apart."""

    of: frozenset[object]

    def meets(self, other: Names) -> bool:
        """Whether somebody is named by both."""
        return bool(self.of & other.of)


@dataclass(frozen=True)
class Words:
    """Anything that can only be said. Spelling, spacing and the form of Han characters make no difference."""

    text: str = field(compare=False)
    key: str = ""

    @classmethod
    def of(cls, text: str) -> Words:
        """These words."""
        return cls(text, name_key(text))


Value = Days | Amount | Names | Words


def compare(one: Value, other: Value) -> Verdict | None:
    """How two values stand to each other, whichever comes first; None when they are of different kinds."""
    if type(one) is not type(other):
        return None
    if one == other:
        return Verdict.AGREE
    if isinstance(one, Words):
        return Verdict.DIFFER
    return Verdict.OVERLAP if one.meets(other) else Verdict.DISJOINT  # type: ignore[arg-type]
