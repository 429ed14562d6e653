"""Statements as a visitor reads them: what is said, in which words, how surely, and on what ground."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from archive.models import Certainty, CodeReading, Dating, PlaceMention, Statement, Subject
from archive.models.evidence import ranked
from archive.public import pages
from archive.public.writings import words_url
from archive.vocabulary.date_words import in_words
from archive.vocabulary.dates import EdtfDate

S = TypeVar("S", bound=Statement)


def told(statement: Statement, text: str, *, url: str = "") -> pages.Statement:
    """A statement in a visitor's terms, without the names of staff."""
    certain = statement.certainty == Certainty.STATED
    return pages.Statement(
        text=text,
        url=url,
        as_written=statement.as_written if statement.as_written != text else "",
        certainty="" if certain else str(statement.get_certainty_display()),
        basis=str(statement.get_basis_display()),
        source=str(statement.source or ""),
        reasoning=statement.reasoning,
        is_preferred=statement.preferred,
        words_url=words_url(statement),
    )


def fact(label: str, statements: Iterable[S], tell: Callable[[S], pages.Statement]) -> pages.Fact | None:
    """One line of facts out of statements of one kind: the first of them, and the others beside it."""
    all_told = [tell(statement) for statement in ranked(statements)]
    return pages.Fact(label, all_told[0], all_told[1:]) if all_told else None


def tell_date(dating: Dating) -> pages.Statement:
    """A date in words, with the words of the source beside it."""
    return told(dating, str(in_words(EdtfDate.parse(dating.edtf))) if dating.edtf else dating.as_written)


def tell_place(mention: PlaceMention) -> pages.Statement:
    """A place by its name of today, with a link; or only the words, where it is not settled."""
    place = mention.place
    name = str(place) if place else mention.as_written
    text = f"{mention.relation_words} {name}".strip()
    return told(mention, text, url=place.get_absolute_url() if place else "")


def tell_subject(subject: Subject) -> pages.Statement:
    """A person, unit or craft. Never called for a private person."""
    craft = ", ".join(filter(None, [subject.craft, subject.craft_marks]))
    return told(subject, craft or (str(subject.agent) if subject.agent else subject.as_written))


def tell_code(code: CodeReading) -> pages.Statement:
    """A provenance code with a link to its run."""
    return told(code, code.verbatim, url=code.get_absolute_url())
