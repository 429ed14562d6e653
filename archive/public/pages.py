"""What each public page may show: one frozen dataclass a page. Templates use these names and no others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.reading.marking import Segment


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


@dataclass(frozen=True)
class Picture:
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
class PhotoCard:
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


@dataclass(frozen=True)
class FacetValue:
    """A value of a facet: choosing it (or letting go of it, when chosen) leads to `url`."""

    label: str
    url: str
    count: int
    is_chosen: bool


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


@dataclass(frozen=True)
class Chip:
    """An active filter or search, and where letting go of it leads."""

    label: str
    url: str
    key: str = ""


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
class Pager:
    """Numbered pages. A None among `pages` is a gap."""

    number: int
    pages: Sequence[Link | None]
    previous_url: str = ""
    next_url: str = ""


@dataclass(frozen=True)
class LandingPage:
    """The front page: one photograph, the size of the collection, and ways in."""

    hero: PhotoCard | None
    photo_count: int
    donor_count: int
    first_year: int | None
    last_year: int | None
    examples: Sequence[Link]
    years: Sequence[Link]
    year_most: int
    campaigns: Sequence[Link]
    places: Sequence[Link]
    newest: Sequence[PhotoCard]


@dataclass(frozen=True)
class GalleryPage:
    """Search and browse. `hidden` are the form fields that keep the chosen filters."""

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
    problems: Sequence[str] = ()


@dataclass(frozen=True)
class Statement:
    """One statement as a visitor reads it: the words, what we make of them, and why."""

    text: str
    url: str = ""
    as_written: str = ""
    certainty: str = ""
    basis: str = ""
    source: str = ""
    reasoning: str = ""
    is_preferred: bool = False
    language: str = ""
    words_url: str = ""

    @property
    def has_grounds(self) -> bool:
        """Whether there is anything to say to “why?”."""
        return bool(self.certainty or self.basis or self.source or self.reasoning)


@dataclass(frozen=True)
class Fact:
    """One line of facts: its label, the statement shown, and those that disagree or stand beside it."""

    label: str
    shown: Statement
    others: Sequence[Statement] = ()


@dataclass(frozen=True)
class Writing:
    """One transcription: where it stands, which layer, in which language, and how it is cut.

    `parts` are its text, cut where statements rest on its words.
    """

    carrier: str
    layer: str
    language: str
    text: str
    parts: Sequence[Segment] = ()
    cut: str = ""
    is_struck: bool = False
    is_verified: bool = False


@dataclass(frozen=True)
class Side:
    """One side of the print."""

    label: str
    picture: Picture


@dataclass(frozen=True)
class Related:
    """A photograph that belongs with this one, and why; only words when it is lost or not public."""

    reason: str
    card: PhotoCard | None
    words: str = ""


@dataclass(frozen=True)
class StoryStep:
    """One step in the object's story."""

    when: str
    text: str
    evidence: str = ""


@dataclass(frozen=True)
class Use:
    """May I use it? The answer in a sentence, the term with its address, and the credit to copy."""

    answer: str
    sentence: str
    term: str
    term_url: str
    credit: str


@dataclass(frozen=True)
class Panel:
    """What another part of the archive says on a photograph's page: a heading and statements with links."""

    title: str
    facts: Sequence[Fact]


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
    preview: str = ""
    is_illustration: bool = False


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


@dataclass(frozen=True)
class ListPage:
    """A plain list of ways in: places, campaigns, code schemes or collections, perhaps in groups."""

    title: str
    introduction: str
    groups: Sequence[tuple[str, Sequence[Link]]]
    empty: str


@dataclass(frozen=True)
class PlacePage:
    """One place: its names with language and time, where it lies, what lies in it, and its photographs."""

    title: str
    kind: str
    names: Sequence[PlaceNameLine]
    searched: str
    lies_in: Sequence[Link]
    contains: Sequence[Link]
    then: str
    now: str
    note: str
    location: PlaceOnMap | None
    cards: Sequence[PhotoCard]
    total: int
    all_url: str


@dataclass(frozen=True)
class PlaceNameLine:
    """One name of a place."""

    text: str
    language: str
    system: str
    period: str
    note: str


@dataclass(frozen=True)
class CollectionPage:
    """One collection: what it is, who gave it as they wish to be named, and its photographs."""

    title: str
    description: str
    credits: Sequence[str]
    cards: Sequence[PhotoCard]
    total: int
    all_url: str


@dataclass(frozen=True)
class SchemePage:
    """One family of codes: who issued them, how they are built, on what evidence, and its codes that are public."""

    title: str
    agency: str
    meaning: str
    evidence: str
    confidence: str
    runs: Sequence[tuple[str, Sequence[Link]]]
    nonconforming: Sequence[Link]


@dataclass(frozen=True)
class RunStep:
    """One place in a run of codes: a code that is here, or a gap nobody has filled yet."""

    code: str
    cards: Sequence[PhotoCard] = ()
    is_current: bool = False
    url: str = ""


@dataclass(frozen=True)
class CodePage:
    """One provenance code: how it reads, what it may imply, its photographs, and its run with the gaps."""

    code: str
    scheme: Link | None
    conforms: bool
    why_not: str
    parts: Sequence[tuple[str, str]]
    inferred: Sequence[str]
    cards: Sequence[PhotoCard]
    run: Sequence[RunStep]


@dataclass(frozen=True)
class AboutPage:
    """What this archive is and how to read it."""

    photo_count: int
    collection_count: int
