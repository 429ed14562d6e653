"""What the page of one photograph may show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.public.pages.parts import Fact, Link, Panel, PhotoCard, Picture, PlaceOnMap
from archive.reading.marking import Segment


@dataclass(frozen=True)
class Writing:
    """One transcription: where it stands, which layer, in which language, and how it is cut.

    `parts` are its text, cut where statements rest on its words; `reader` is who read it, if not the museum's staff.
    """

    carrier: str
    layer: str
    language: str
    text: str
    parts: Sequence[Segment] = ()
    cut: str = ""
    is_struck: bool = False
    is_verified: bool = False
    reader: str = ""
    tell_url: str = ""


@dataclass(frozen=True)
class Side:
    """One side of the print: `zoom` is where a viewer reads of it (info.json), `sizes` how wide the page shows it."""

    label: str
    picture: Picture
    name: str = ""
    zoom: str = ""
    sizes: str = "100vw"


@dataclass(frozen=True)
class Related:
    """A photograph that belongs with this one, and why; only words when it is lost or not public."""

    reason: str
    card: PhotoCard | None
    words: str = ""


@dataclass(frozen=True)
class Shot:
    """One of two photographs of a pair: no picture where it may distress, or where there is none."""

    label: str
    title: str
    url: str
    date_words: str
    place_words: str
    picture: Picture | None
    is_sensitive: bool = False


@dataclass(frozen=True)
class Pair:
    """Before and after, as one thing to look at; with an address of its own."""

    before: Shot
    after: Shot
    words: str
    url: str

    @property
    def can_slide(self) -> bool:
        """Whether one picture can be laid over the other."""
        return bool(self.before.picture and self.after.picture)


@dataclass(frozen=True)
class PairPage:
    """A pair on a page of its own."""

    title: str
    pair: Pair


@dataclass(frozen=True)
class StoryStep:
    """One step in the object's story; a gap is a time of which nothing is known."""

    when: str
    text: str
    evidence: str = ""
    is_gap: bool = False


@dataclass(frozen=True)
class Use:
    """May I use it? The answer in a sentence, the term with its address, and the credit to copy."""

    answer: str
    sentence: str
    term: str
    term_url: str
    credit: str


@dataclass(frozen=True)
class PhotoPage:
    """One photograph."""

    number: str
    title: str
    description: str
    sides: Sequence[Side]
    writings: Sequence[Writing]
    facts: Sequence[Fact]
    codes: Sequence[Fact]
    panels: Sequence[Panel]
    story: Sequence[StoryStep]
    pairs: Sequence[Pair]
    related: Sequence[Related]
    use: Use
    collection: Link | None
    credit: str
    sensitivity: Sequence[str]
    address: str
    citation: str
    excerpt: str
    date_words: str = ""
    place_words: str = ""
    place: PlaceOnMap | None = None
    preview: Picture | None = None
    is_illustration: bool = False
    helped: Sequence[str] = ()
    unanswered: Sequence[Link] = ()
    tell_title_url: str = ""
    tell_description_url: str = ""
