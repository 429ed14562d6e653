"""What the page of search and browse may show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import ngettext

from archive.public.pages.parts import Chip, Link, Pager, PhotoCard, Words


@dataclass(frozen=True)
class FacetValue:
    """A value of a facet: choosing it (or letting go of it, when chosen) leads to `url`."""

    label: str
    url: str
    count: int
    is_chosen: bool
    depth: int = 0


@dataclass(frozen=True)
class FacetBox:
    """A facet with the values to offer; `more` are those beyond the first eight."""

    key: str
    label: str
    values: Sequence[FacetValue]
    more: Sequence[FacetValue] = ()

    @property
    def is_open(self) -> bool:
        """Whether something in it is chosen."""
        return any(value.is_chosen for value in (*self.values, *self.more))

    @property
    def more_words(self) -> str:
        """How many lie beyond the first."""
        return ngettext("%(number)s more", "%(number)s more", len(self.more)) % {"number": len(self.more)}


@dataclass(frozen=True)
class Equivalence:
    """That the search read a word as a place: all its names, and the address that searches the word alone.

    `places` are the places' own names: several, where the word names more than one.
    """

    typed: str
    places: Sequence[Link]
    names: Sequence[Words]
    only_url: str


@dataclass(frozen=True)
class GalleryPage:
    """Search and browse. `hidden` are the form fields that keep the chosen filters.

    `not_reached` is how many of the photographs found lie beyond the last page that is offered, 0 for none.
    """

    words: str
    total: int
    cards: Sequence[PhotoCard]
    chips: Sequence[Chip]
    clear_url: str
    facets: Sequence[FacetBox]
    pager: Pager
    orders: Sequence[Link]
    order: str
    equivalences: Sequence[Equivalence]
    hidden: Sequence[tuple[str, str]]
    ways_out: Sequence[Link]
    span: SpanBox
    slips: Sequence[Link] = ()
    not_reached: int = 0
    problems: Sequence[str] = ()


@dataclass(frozen=True)
class SpanBox:
    """The span of days: as typed, the other fields of the form, and, when one is asked for, how sure it is."""

    since: str
    until: str
    hidden: Sequence[tuple[str, str]]
    answers: Sequence[Link] = ()
    answer: str = ""
