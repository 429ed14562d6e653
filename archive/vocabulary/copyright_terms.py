"""How long copyright lasts in the United States, by how a picture was made and came out: a table with its sections.

The museum lies in the United States and decides by its law: title 17 of the United States Code, after the table
“Copyright Term and the Public Domain” of Cornell University Library. Careful on purpose: where a year is missing, the
picture first came out abroad (section 104A may have restored its copyright) or nobody has looked, the answer is not
known, and never that it is free. Terms run to the end of the calendar year (section 305).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

_UNPUBLISHED_FLOOR = 2002
"""No copyright in what was unpublished on 1 January 1978 ended before the end of this year (section 303(a))."""


class Making(Enum):
    """How a picture was made and came out, as far as copyright asks."""

    UNKNOWN = ""
    US_GOVERNMENT = "us_government"
    UNPUBLISHED_NAMED = "unpublished_named"
    UNPUBLISHED_UNNAMED = "unpublished_unnamed"
    PUBLISHED_RENEWED = "published_renewed"
    PUBLISHED_NOT_RENEWED = "published_not_renewed"
    PUBLISHED_WITHOUT_NOTICE = "published_without_notice"
    ABROAD = "abroad"


@dataclass(frozen=True)
class Term:
    """One row: the year that counts, how many years run from it, the least and the latest year it fits, the law."""

    counts_from: str
    years: int
    law: str
    not_before: int = 0
    fits: range = range(1, 9999)


TERMS: Mapping[Making, Term] = {
    Making.UNPUBLISHED_NAMED: Term(
        "died", 70, "17 U.S.C. 302(a), 303(a): seventy years after the maker’s death", _UNPUBLISHED_FLOOR
    ),
    Making.UNPUBLISHED_UNNAMED: Term(
        "made", 120, "17 U.S.C. 302(c), 303(a): a hundred and twenty years after it was made", _UNPUBLISHED_FLOOR
    ),
    Making.PUBLISHED_RENEWED: Term(
        "published", 95, "17 U.S.C. 304: ninety-five years after it came out", fits=range(1923, 1978)
    ),
    Making.PUBLISHED_NOT_RENEWED: Term(
        "published", 28, "Copyright Act of 1909, section 24: not renewed after twenty-eight years", fits=range(1, 1964)
    ),
    Making.PUBLISHED_WITHOUT_NOTICE: Term(
        "published", 0, "Copyright Act of 1909, section 10: came out without a notice", fits=range(1, 1978)
    ),
}
_GOVERNMENT = "17 U.S.C. 105: a work of the United States Government"


@dataclass(frozen=True)
class Standing:
    """What the table says: the first day free of copyright, ALWAYS as `date.min`; None when it cannot be known."""

    free_from: date | None
    law: str = ""

    def is_free_on(self, day: date) -> bool:
        """Whether it is known to be free on this day."""
        return self.free_from is not None and self.free_from <= day

    def is_protected_on(self, day: date) -> bool:
        """Whether it is known to be in copyright on this day."""
        return self.free_from is not None and day < self.free_from


def standing(
    making: Making, *, made: int | None = None, published: int | None = None, died: int | None = None
) -> Standing:
    """The copyright of a picture by these years. Unknown, never free, where the table cannot tell."""
    if making is Making.US_GOVERNMENT:
        return Standing(date.min, _GOVERNMENT)
    term = TERMS.get(making)
    year = {"made": made, "published": published, "died": died}[term.counts_from] if term else None
    if term is None or year is None or year not in term.fits:
        return Standing(None)
    last = max(year + term.years, term.not_before)
    return Standing(date(last + 1, 1, 1), term.law)
