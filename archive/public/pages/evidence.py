"""What pages may show of the evidence for a statement. Never who of the staff entered it, but on their own part."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Quote:
    """Words on the print that a statement rests on, with those around them; `url` is where they stand on its page."""

    where: str
    language: str
    before: str
    words: str
    after: str
    url: str
    is_struck: bool = False


@dataclass(frozen=True)
class Cited:
    """A source as it is cited, and the one it goes back to."""

    title: str
    kind: str
    author: str = ""
    date_words: str = ""
    url: str = ""
    derived_from: str = ""


@dataclass(frozen=True)
class Chosen:
    """Why the museum shows this statement first, and since when."""

    because: str
    since: str


@dataclass(frozen=True)
class Earlier:
    """What was said, or shown first, before: until when, and, where it was preferred, why."""

    text: str
    until: str
    certainty: str = ""
    because: str = ""


@dataclass(frozen=True)
class Signed:
    """What only staff read of a statement: who entered it and who preferred it, when, and where to change it."""

    entered: str
    preferred: str
    record_url: str
    evidence_url: str
