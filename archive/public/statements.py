"""Statements as a visitor reads them: what is said, in which words, how surely, and on what ground."""

from __future__ import annotations

from django.urls import reverse
from django.utils.text import capfirst

from archive.models import Statement
from archive.public import grounds, pages
from archive.public.correctable import tell_url
from archive.public.discretion import discreet, unnamed
from archive.public.questions import Question
from archive.public.writings import quote_of


def told(statement: Statement) -> pages.Statement:
    """A statement in a visitor's terms, without the names of staff. Its photograph is fetched with its words."""
    text, names = statement.in_words(), unnamed(statement.photo)
    return pages.Statement(
        text=text,
        url=statement.about_url(),
        why_url=why_url(statement),
        as_written=statement.as_written if statement.as_written != text else "",
        ground=grounds.ground(statement),
        certainty=grounds.certainty(statement),
        reasoning=discreet(statement.reasoning, names),
        quote=quote_of(statement),
        source=grounds.cited(statement.source, names),
        entered=grounds.entered(statement),
        chosen=grounds.chosen(statement, names),
        is_rejected=not statement.is_standing(),
    )


def why_url(statement: Statement) -> str:
    """The page of its evidence."""
    return reverse("evidence", args=[statement.photo.number, statement.slug])


def fact(question: Question) -> pages.Fact:
    """One line of facts: the first of the statements that stand, the others beside it, and what was rejected."""
    shown, *others = map(told, question.standing) if question.standing else [None]
    rejected = [told(one) for one in question.rejected]
    first = question.answers()[0]
    tell = tell_url(first.photo.number, first.slug)
    return pages.Fact(capfirst(question.label), shown, [one for one in others if one], rejected, tell)
