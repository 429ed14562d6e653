"""A curator's word on what a visitor told: accepted, rejected with a reason, or opened again.

Accepting makes a statement beside the others; which one is shown first is a choice of its own. Opening again takes back
all that accepting did. The history keeps every step.
"""

from __future__ import annotations

from itertools import count
from typing import Any

from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from archive.models import Correction, Photo, Source, Statement, Transcription, User
from archive.models.acting import act
from archive.publishing.corrected import make
from archive.publishing.kinds import NotAnswered, Taken
from archive.publishing.preferring import NotPreferred, hold, prefer
from archive.publishing.standing import made_by, stands_now, text_now
from archive.search.indexing import index_photos

_ANSWER = ["state", "answer", "answered_by", "answered_at", "source", "made", "before"]
_LONGEST_TITLE = 300


class Moved(NotAnswered):
    """Somebody else decided it between the look and the word."""


def accept(
    correction: Correction, taken: Taken, *, by: User, seen: str, answer: str = "", prefer_because: str = ""
) -> None:
    """Let it become what it says; with `prefer_because`, shown first from now on, for that reason.

    `seen` is what `stands_now` said when the curator looked. Raises NotAnswered, or Moved.
    """
    reason = _("Correction %(number)s accepted") % {"number": correction.pk}
    with act(by=by, reason=": ".join(filter(None, [reason, prefer_because.strip()]))), transaction.atomic():
        current = _held(correction, seen, Correction.State.OPEN)
        current.state, current.answer = Correction.State.ACCEPTED, answer.strip()
        _write(current, taken, by) if current.kind in Correction.TEXTS else _state(current, taken, by, prefer_because)
        _sign(current, by)
        index_photos([current.photo_id])


def reject(correction: Correction, *, by: User, seen: str, answer: str) -> None:
    """Put it away, with the reason that its sender reads. Raises NotAnswered, or Moved."""
    if not answer.strip():
        raise NotAnswered(_("Say why: the sender reads it."))
    reason = _("Correction %(number)s rejected") % {"number": correction.pk}
    with act(by=by, reason=reason), transaction.atomic():
        current = _held(correction, seen, Correction.State.OPEN)
        current.state, current.answer = Correction.State.REJECTED, answer.strip()
        _sign(current, by)


def open_again(correction: Correction, *, by: User, seen: str) -> str:
    """Take back the answer, and all that accepting did. Raises NotAnswered, or Moved.

    Returns in words what had to stay; empty when nothing had to.
    """
    reason = _("Correction %(number)s opened again") % {"number": correction.pk}
    with act(by=by, reason=reason), transaction.atomic():
        current = _held(correction, seen, Correction.State.ACCEPTED, Correction.State.REJECTED)
        source, stays = current.source, _take_back(current)
        current.state, current.answer, current.made, current.before = Correction.State.OPEN, "", "", {}
        current.answered_by = current.answered_at = current.source = None
        current.save(update_fields=_ANSWER)
        _forget(source)
        index_photos([current.photo_id])
    return stays


def _held(correction: Correction, seen: str, *states: Correction.State) -> Correction:
    """The correction as it is now, once nobody else can decide it or write about its photograph."""
    hold(correction.photo_id)
    current = (
        Correction.objects.select_for_update(of=("self",)).select_related("photo", "answered_by").get(pk=correction.pk)
    )
    if current.state not in states and current.answered_at:
        words = {"who": current.answered_by, "when": date_format(localtime(current.answered_at), "DATETIME_FORMAT")}
        said = _("%(who)s answered it meanwhile, on %(when)s: %(state)s. Nothing of yours was saved.")
        raise Moved(said % (words | {"state": current.get_state_display()}))
    if current.state not in states:
        raise Moved(_("Somebody else opened it again meanwhile. Nothing of yours was saved."))
    if stands_now(current) != seen:
        raise Moved(_("What stands there was changed meanwhile. Nothing of yours was saved: look, and decide again."))
    return current


def _sign(current: Correction, by: User) -> None:
    current.answered_by, current.answered_at = by, timezone.now()
    current.save(update_fields=_ANSWER)


def _write(current: Correction, taken: Taken, by: User) -> None:
    """Write a title or a description into the photograph."""
    value = taken.value.strip()
    if not value:
        raise NotAnswered(_("Write what shall stand there."))
    if current.kind == Correction.Kind.TITLE and len(value) > _LONGEST_TITLE:
        raise NotAnswered(_("A title has at most %(most)s letters.") % {"most": _LONGEST_TITLE})
    current.before, current.made = {"text": text_now(current), "wrote": value}, current.kind
    _set_text(current.photo, current.kind, value)


def _set_text(photo: Photo, name: str, value: str) -> None:
    setattr(photo, name, value)
    photo.save(update_fields=[name])


def _state(current: Correction, taken: Taken, by: User, prefer_because: str) -> None:
    """Make the statement, or the other reading of words, with the visitor as its source."""
    current.source = _source_of(current)
    made = make(current, taken, source=current.source, by=by)
    if isinstance(made, Transcription):
        current.made = f"words-{made.pk}"
        return
    assert isinstance(made, Statement)
    current.made = made.slug
    if prefer_because.strip():
        current.before = _first(made)
        try:
            prefer(made, because=prefer_because, by=by)
        except NotPreferred as refusal:
            raise NotAnswered(str(refusal)) from refusal


def _first(made: Statement) -> dict[str, Any]:
    """Which of the others was preferred until now, why, by whom and since when."""
    one = next((row for row in made.rivals() if row.preferred), None)
    if one is None or one.preferred_at is None:
        return {}
    signed = {"because": one.preferred_because, "by": one.preferred_by_id, "at": one.preferred_at.isoformat()}  # type: ignore[attr-defined]
    return {"statement": one.pk, **signed}


def _source_of(current: Correction) -> Source:
    """A source for this visitor alone: two who told us something on one day are two."""
    day = date_format(localtime(current.sent_at), "j F Y")
    title = f"{current.helper()}, {day}"
    title = title[:1].upper() + title[1:]
    _one_at_a_time(title)
    taken = set(Source.objects.filter(author="", title__startswith=title).values_list("title", flat=True))
    free = next(name for turn in count(1) if (name := f"{title} ({turn})" if turn > 1 else title) not in taken)
    note = _("Told in correction %(number)s.") % {"number": current.pk}
    return Source.objects.create(title=free, kind=Source.Kind.MESSAGE, note=note)


def _one_at_a_time(title: str) -> None:
    """Until the transaction ends, nobody else gives a source a title that begins so."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [title])


def _take_back(current: Correction) -> str:
    """Undo what accepting did. A text that was changed since stays as it is: returns that in words."""
    if current.made in Correction.TEXTS:
        if text_now(current) != current.before["wrote"]:
            return _("The text was changed since, and stays as it is.")
        _set_text(current.photo, current.kind, current.before["text"])
    elif made := made_by(current):
        _remove(made, current.before)
    return ""


def _remove(made: Statement | Transcription, before: dict[str, Any]) -> None:
    rivals = made.rivals() if isinstance(made, Statement) and made.preferred else []
    try:
        made.delete()
    except (models.ProtectedError, models.RestrictedError) as error:
        raise NotAnswered(_("Something else rests on what it became. Take that away first.")) from error
    _give_back(rivals, before)


def _give_back(rivals: list[Any], before: dict[str, Any]) -> None:
    """Prefer again what was preferred before, with its reason, in the name of who said so, since the same day."""
    one = next((row for row in rivals if row.pk == before.get("statement") and row.is_standing()), None)
    if one is not None:
        one.preferred, one.preferred_because = True, before["because"]
        one.preferred_by_id, one.preferred_at = before["by"], parse_datetime(before["at"])
        one.save(update_fields=["preferred", "preferred_because", "preferred_by", "preferred_at"])


def _forget(source: Source | None) -> None:
    """Drop the source, unless something else has come to rest on it."""
    if source is None:
        return
    try:
        source.delete()
    except models.ProtectedError:
        return
