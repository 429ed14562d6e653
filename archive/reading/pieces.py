"""What a reading is made of: pieces of the untouched text, each with its kind, value, rule and confidence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from archive.reading.dates import DateReading
from archive.reading.gazetteer import PlaceCandidate


class Kind(Enum):
    """What a piece of a caption is."""

    AGENCY = "agency"
    IDENTIFIER = "identifier"
    RELEASE = "release"
    CLEARANCE = "clearance"
    HEADLINE = "series_headline"
    TITLE = "title"
    DATELINE = "dateline"
    BODY = "body"
    DATE = "date"
    PLACE = "place"
    PERSON = "person"
    UNIT = "unit"
    AIRCRAFT = "aircraft"
    CREDIT = "credit_line"
    SOURCE = "donor_or_source"
    MARK = "mark"
    RELATION = "relation"
    EDITORIAL = "editorial"
    UNCERTAINTY = "uncertainty"
    TRUNCATION = "truncation"
    SENSITIVE = "sensitive"
    FURNITURE = "furniture"


@dataclass(frozen=True)
class Identifier:
    """An identifier: its scheme, and the code as its agency writes it."""

    scheme: str
    normalized: str
    flags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Release:
    """A release line: ``on_receipt``, ``immediate``, ``distribution_list_A`` and the like."""

    normalized: str


@dataclass(frozen=True)
class Clearance:
    """Who let a caption pass: cleared, passed, approved or restricted; the censor's name and the authority, if said."""

    kind: str
    censor: str | None
    authority: str | None


@dataclass(frozen=True)
class Dateline:
    """Where and when a caption was sent from; neither is where and when the picture was taken."""

    date: DateReading | None = None


@dataclass(frozen=True)
class Dated:
    """A date with its role: depicted, event, release, receipt, radioed or cataloguer."""

    reading: DateReading
    role: str


@dataclass(frozen=True)
class Placed:
    """A place: its role (depicted, within, relative, mentioned, dateline), and certain, probable or uncertain."""

    place_id: str | None
    role: str
    certainty: str
    candidates: tuple[PlaceCandidate, ...] = ()


@dataclass(frozen=True)
class Person:
    """A person. Roles: depicted, photographer, censor, donor, informant, collection_owner, mentioned."""

    name: str
    role: str
    rank: str | None = None
    hometown: str | None = None


@dataclass(frozen=True)
class Unit:
    """A military unit as written."""

    name: str


@dataclass(frozen=True)
class Aircraft:
    """An aircraft: its type, its own name, its serial and the number it carries."""

    type: str | None
    name: str | None = None
    serial: str | None = None
    number: str | None = None


@dataclass(frozen=True)
class Labelled:
    """A piece whose value is a word of ours: the kind of a source, mark, relation or sensitivity."""

    label: str


Value = Identifier | Release | Clearance | Dateline | Dated | Placed | Person | Unit | Aircraft | Labelled | None


@dataclass(frozen=True)
class Piece:
    """A slice of the text, `text[start:end]`, and what it is. `confidence` is between 0 and 1."""

    kind: Kind
    start: int
    end: int
    value: Value
    rule: str
    confidence: float = 0.9
    alternatives: tuple[Value, ...] = ()
