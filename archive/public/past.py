"""What visitors once read in answer to a question, and read no more. Told only of what they could read at the time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, time
from itertools import groupby

from django.utils import timezone
from django.utils.formats import date_format

from archive.history.former import Former, former_states, last_at_the_gate
from archive.models import Photo, Statement
from archive.public import pages
from archive.public.discretion import discreet, unnamed
from archive.vocabulary.exposure import Exposure
from archive.vocabulary.gate import ALWAYS

Past = Mapping[str, Sequence[Former]]

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def what_was_public(photo: Photo, statements: Iterable[Statement]) -> Past:
    """By the slug of each statement, the states in which the public could read it.

    Where the gate would have said otherwise at any time since, or somebody keeps the past of a statement back, nothing.
    """
    states = former_states([one for one in statements if not one.keeps_past_back])
    if not any(states.values()):
        return {}
    opened, gate = _opened(photo), last_at_the_gate(photo)
    return {
        key: [row for row in rows if row.until > opened and row.ended_by > gate and _was_read(row.statement)]
        for key, rows in states.items()
    }


def earlier(statement: Statement, past: Past) -> list[pages.Earlier]:
    """What this statement said before it said what it says now."""
    said = [(words, list(rows)) for words, rows in groupby(past.get(statement.slug, ()), Former.said)]
    if said and said[-1][0] == (statement.in_words(), statement.certainty):
        said.pop()
    return [_earlier(rows[-1]) for _words, rows in said]


def once_preferred(statements: Iterable[Statement], past: Past) -> list[pages.Earlier]:
    """What was shown first before, with the reason that was given."""
    ended = [row for one in statements for row in _preferences(one, past.get(one.slug, ()))]
    return [_earlier(row) for row in sorted(ended, key=lambda row: row.until)]


def _preferences(now: Statement, states: Sequence[Former]) -> Iterator[Former]:
    signed = [row for row in states if row.statement.preferred and row.statement.preferred_because]
    for at, rows in groupby(signed, lambda row: row.statement.preferred_at):
        if at != now.preferred_at:
            yield list(rows)[-1]


def _opened(photo: Photo) -> datetime:
    """When the rules of today let the public read a photograph."""
    day = photo.verdict().since(Exposure.WORDS)
    return _LONG_AGO if day == ALWAYS else timezone.make_aware(datetime.combine(day, time.min))


def _was_read(then: Statement) -> bool:
    return then.is_standing() and then.is_recallable()


def _earlier(row: Former) -> pages.Earlier:
    then = row.statement
    return pages.Earlier(
        text=then.in_words(),
        until=date_format(timezone.localtime(row.until), "DATE_FORMAT"),
        certainty=str(then.get_certainty_display()),
        because=discreet(then.preferred_because, unnamed(then.photo)) if then.preferred else "",
    )
