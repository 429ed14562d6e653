"""A date as this collection keeps it: an EDTF expression with the first and last day it can mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from archive.vocabulary.edtf import Tree, level, moments, parse_edtf


@dataclass(frozen=True)
class EdtfDate:
    """A date in EDTF (ISO 8601-2:2019, levels 0 to 2). Make one with `parse`.

    `earliest` and `latest` are inclusive days; None means open, or not determined when the year is missing. The marks
    ``?``, ``~`` and ``%`` never change them.
    """

    text: str
    tree: Tree = field(compare=False, repr=False)
    earliest: date | None = field(compare=False)
    latest: date | None = field(compare=False)

    @classmethod
    @lru_cache(maxsize=10_000)
    def parse(cls, text: str) -> EdtfDate:
        """Read an EDTF expression such as ``1944-23`` or ``[1944-22,1944-23]``; blanks between its parts do not count.

        Raises VocabularyError, with a sentence a curator can act on.
        """
        has_parts = text.lstrip()[:1] in ("[", "{") or "/" in text
        squeezed = "".join(text.split()) if has_parts else text.strip()
        tree = parse_edtf(squeezed)
        earliest, latest = tree.bounds()
        return cls(squeezed, tree, earliest, latest)

    @property
    def is_approximate(self) -> bool:
        """Whether any part of it is marked ``~`` or ``%``."""
        return any(mark in moment.qualifiers for moment in moments(self.tree) for mark in "~%")

    @property
    def is_uncertain(self) -> bool:
        """Whether any part of it is marked ``?`` or ``%``."""
        return any(mark in moment.qualifiers for moment in moments(self.tree) for mark in "?%")

    @property
    def level(self) -> int:
        """The EDTF level it needs: 0, 1 or 2."""
        return level(self.tree)

    def __str__(self) -> str:
        return self.text


def certainly_within(a: EdtfDate, b: EdtfDate) -> bool:
    """Whether no day that `a` can mean lies outside the days of `b`."""
    starts = b.earliest is None or (a.earliest is not None and b.earliest <= a.earliest)
    ends = b.latest is None or (a.latest is not None and a.latest <= b.latest)
    return starts and ends


def possibly_within(a: EdtfDate, b: EdtfDate) -> bool:
    """Whether some day that `a` can mean lies within the days of `b`."""
    starts = b.latest is None or a.earliest is None or a.earliest <= b.latest
    ends = b.earliest is None or a.latest is None or a.latest >= b.earliest
    return starts and ends
