"""What several public pages are made of: links, pictures, cards, statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.maps.marks import MapPicture
from archive.public.pages.evidence import Chosen, Cited, Quote
from archive.reading.finding import Piece


@dataclass(frozen=True)
class Words:
    """A text with the language it is in (BCP 47), empty for the page's own; and a remark beside it."""

    text: str
    language: str = ""
    remark: str = ""


@dataclass(frozen=True)
class Link:
    """Something to follow: what it says, where it leads, and how many photographs stand behind it."""

    text: str
    url: str
    count: int | None = None
    language: str = ""
    remark: str = ""

    @property
    def counted(self) -> str:
        """How many, in words; it must have a count."""
        number = self.count or 0
        return ngettext("%(number)s photograph", "%(number)s photographs", number) % {"number": number}


class Picture(NamedTuple):
    """A picture as the browser gets it: addresses, size in pixels, colour until it has loaded, and what it shows."""

    src: str
    width: int
    height: int
    alt: str
    tone: str = "#b4b4ae"
    srcset: str = ""
    large: str = ""
    is_illustration: bool = False

    @property
    def ratio(self) -> str:
        """Width by height, three decimals, for rows of equal height."""
        return f"{self.width / self.height:.3f}"


@dataclass(frozen=True)
class Found:
    """Where the words of a search stand when the card does not show them: on what, and the words around them."""

    where: str
    pieces: Sequence[Piece]


class PhotoCard(NamedTuple):
    """A photograph in a list. Without a picture it shows the beginning of its caption."""

    number: str
    url: str
    title: str
    excerpt: str
    date_words: str
    place_words: str
    place_today: str
    picture: Picture | None
    has_back: bool
    is_sensitive: bool
    reason: str = ""
    marked_title: Sequence[Piece] = ()
    marked_place: Sequence[Piece] = ()
    found: Found | None = None

    @property
    def whereabouts(self) -> str:
        """The place as it was written, with what it is called today where that is another name."""
        if not self.place_today:
            return self.place_words
        return _("%(then)s, today %(today)s") % {"then": self.place_words, "today": self.place_today}


@dataclass(frozen=True)
class Chip:
    """An active filter or search, where letting go of it leads, and where it leads alone."""

    label: str
    url: str
    key: str = ""
    alone: str = ""


@dataclass(frozen=True)
class Pager:
    """Numbered pages. A None among `pages` is a gap."""

    number: int
    pages: Sequence[Link | None]
    previous_url: str = ""
    next_url: str = ""


@dataclass(frozen=True)
class Statement:
    """One statement as a visitor reads it: the words, what we make of them, and all that answers “why?”.

    `accord` says how it stands to the one the page is about; `why_url` is the page of its evidence.
    """

    text: str
    why_url: str
    ground: str
    certainty: str
    entered: str
    url: str = ""
    as_written: str = ""
    language: str = ""
    reasoning: str = ""
    quote: Quote | None = None
    source: Cited | None = None
    chosen: Chosen | None = None
    is_rejected: bool = False
    accord: str = ""


@dataclass(frozen=True)
class Fact:
    """One line of facts: its label, the statement shown, those beside it, and those considered and rejected.

    With nothing but rejected ones nothing is shown: nobody knows, and we say what it is not. `tell_url` is where a
    visitor says that it is wrong.
    """

    label: str
    shown: Statement | None
    others: Sequence[Statement] = ()
    rejected: Sequence[Statement] = ()
    tell_url: str = ""

    @property
    def several(self) -> int:
        """How many statements there are where there is more than one; else 0."""
        count = bool(self.shown) + len(self.others) + len(self.rejected)
        return count if count > 1 else 0


@dataclass(frozen=True)
class Panel:
    """What another part of the archive says on a photograph's page: a heading and statements with links."""

    title: str
    facts: Sequence[Fact]


@dataclass(frozen=True)
class PlaceOnMap:
    """Where a place lies, in words and degrees, how surely, and the way to its page."""

    title: str
    url: str
    latitude: str
    longitude: str
    precision: str
    then: str
    now: str
    picture: MapPicture | None = None
