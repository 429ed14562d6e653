"""What the address of a campaign's page asks for: a month, a place, a frame of the map."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.http import QueryDict
from django.utils.translation import gettext as _

from archive.maps.boxes import Box
from archive.vocabulary.date_words import in_words
from archive.vocabulary.dates import EdtfDate
from archive.vocabulary.errors import VocabularyError

_STRETCH = re.compile(r"\d{4}(?:-\d{2})?", re.ASCII)
_LONGEST_PLACE = 15
T = TypeVar("T")


@dataclass(frozen=True)
class Stretch:
    """A month or a year: its EDTF text, its words, and its first and last day."""

    text: str
    words: str
    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> Stretch:
        """Read ``1944-11`` or ``1944``. Raises VocabularyError."""
        if not _STRETCH.fullmatch(text):
            raise VocabularyError(_("“%(text)s” is not a month of the form 1944-11.") % {"text": text})
        edtf = EdtfDate.parse(text)
        if edtf.earliest is None or edtf.latest is None:
            raise VocabularyError(_("“%(text)s” is not a month of the form 1944-11.") % {"text": text})
        return cls(text, in_words(edtf).render(_), edtf.earliest, edtf.latest)

    def touched_by(self, first: date | None, last: date | None) -> bool:
        """Whether something that happened between these days, inclusive, may have happened in it.

        An open end is None; with both ends open nothing is known, and the answer is no.
        """
        if first is None and last is None:
            return False
        return (first is None or first <= self.last) and (last is None or last >= self.first)

    def holds(self, first: date | None, last: date | None) -> bool:
        """Whether all these days lie in it."""
        return first is not None and last is not None and self.first <= first and last <= self.last


@dataclass(frozen=True)
class Asked:
    """A month and a place to look at, a frame of the map, and what could not be understood, in sentences."""

    stretch: Stretch | None = None
    place: int | None = None
    frame: Box | None = None
    problems: tuple[str, ...] = ()

    @classmethod
    def read(cls, query: QueryDict) -> Asked:
        """Read the address. What cannot be understood is left out and said."""
        problems: list[str] = []
        place = query.get("place", "")
        if place and not (place.isascii() and place.isdecimal() and len(place) <= _LONGEST_PLACE):
            problems.append(_("“%(text)s” is not a place of this archive.") % {"text": place})
            place = ""
        stretch = _read(Stretch.parse, query.get("month", ""), problems)
        frame = _read(Box.parse, query.get("map", ""), problems)
        return cls(stretch, int(place) if place else None, frame, tuple(problems))

    def query(self, **changes: str) -> str:
        """The query of an address that asks this with some changes; a part changed to nothing is let go."""
        parts = {
            "month": self.stretch.text if self.stretch else "",
            "place": str(self.place or ""),
            "map": str(self.frame or ""),
        }
        # Digits, dots, dashes and commas alone: nothing to escape, which matters where a page has hundreds of links.
        return "?" + "&".join(f"{key}={value}" for key, value in (parts | changes).items() if value)


def _read(parse: Callable[[str], T], text: str, problems: list[str]) -> T | None:
    if not text:
        return None
    try:
        return parse(text)
    except VocabularyError as problem:
        problems.append(str(problem))
        return None
