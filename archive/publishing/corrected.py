"""What an accepted correction becomes: a statement, or words on the print, with the visitor as its source.

What another statement needs to answer the same question is kept in `Correction.asked`, since the statement that was
corrected may be gone by then.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from archive.models import (
    Agent,
    Basis,
    CodeReading,
    CodeScheme,
    Correction,
    Dating,
    Place,
    PlaceMention,
    Source,
    Statement,
    Subject,
    Transcription,
    User,
)
from archive.publishing.kinds import Case, NotAnswered, Taken, Values, other


def asked_by(statement: Statement) -> dict[str, Any]:
    """What another statement needs to answer the same question as this one."""
    own = {name: getattr(statement, name, "") for name in ("role", "relation_words")}
    own |= {"craft": bool(getattr(statement, "craft", "")), "scheme": getattr(statement, "scheme_id", None)}
    if statement.as_written and statement.as_written in statement.question():
        words = ("as_written", "transcription_id", "span_start", "span_end")
        own |= {name: getattr(statement, name) for name in words}
    return {name: value for name, value in own.items() if value}


def relation_in(correction: Correction, value: str) -> str:
    """The words before a place's name, as in “2 miles south of”, where the value begins as what stood there does."""
    words = correction.asked.get("relation_words", "")
    return words if words and value.strip().startswith(words) else ""


def asked_by_words(row: Transcription) -> dict[str, Any]:
    """Where another reading of these words stands."""
    return {name: getattr(row, name) for name in ("carrier", "layer", "language", "position")}


def make(correction: Correction, taken: Taken, *, source: Source, by: User) -> models.Model:
    """The record that the correction becomes. Raises NotAnswered where it cannot be one."""
    made = _maker(correction.kind)(Case(correction, taken, source, by))
    try:
        made.full_clean()
    except ValidationError as error:
        raise NotAnswered(" ".join(error.messages)) from error
    made.save()
    return made


def _maker(key: str) -> Callable[[Case], Any]:
    if kind := other(key):
        return kind.make
    if key not in _MAKERS:
        raise NotAnswered(_("Facts of this kind are not kept here any more. Reject it, and say so."))
    return _MAKERS[key]


def said(case: Case) -> dict[str, Any]:
    """What every statement has. The words of its source are the visitor's, unless the question asks by the print's."""
    told, asked = case.correction, case.correction.asked
    is_mended = case.taken.value.strip() != told.told.strip()
    words = (
        _words_of_print(asked)
        if asked.get("as_written")
        else {"as_written": "" if is_mended else told.told.strip()[:500]}
    )
    return {"photo": told.photo, "basis": Basis.VISITOR, "source": case.source, "by": case.by, **words}


def _words_of_print(asked: Values) -> dict[str, Any]:
    """The words asked about, with their place in the text as long as they stand there."""
    start, end = asked.get("span_start", 0), asked.get("span_end", 0)
    row = Transcription.objects.filter(pk=asked.get("transcription_id", 0)).first()
    if row is None or not end or row.text[start:end] != asked["as_written"]:
        return {"as_written": asked["as_written"]}
    return {"as_written": asked["as_written"], "transcription": row, "span_start": start, "span_end": end}


def _dating(case: Case) -> Statement:
    role = case.correction.asked.get("role") or Dating.Role.DEPICTED
    return Dating(role=role, edtf=case.taken.read["edtf"], **said(case))


def _place(case: Case) -> Statement:
    asked, place = case.correction.asked, Place.objects.get(code=case.taken.read["place"])
    relation = relation_in(case.correction, case.taken.value)
    role = asked.get("role") or PlaceMention.Role.DEPICTED
    return PlaceMention(role=role, place=place, relation_words=relation, **said(case))


def _code(case: Case) -> Statement:
    scheme = CodeScheme.objects.filter(pk=case.correction.asked.get("scheme", 0)).first()
    return CodeReading(verbatim=case.taken.value.strip(), scheme=scheme, **said(case))


def _subject(case: Case) -> Statement:
    role, name = case.correction.asked.get("role") or Subject.Role.DEPICTED, case.taken.value.strip()
    words = said(case)
    if case.correction.asked.get("craft"):
        return Subject(role=role, craft=name, **words)
    agent = _agent(name)
    if agent is None and role not in Subject.ONE_ANSWER:
        raise NotAnswered(
            _("No single person or body is known as “%(name)s”. Enter them among the people and bodies first.")
            % {"name": name}
        )
    return Subject(role=role, agent=agent, **words | ({} if agent else {"as_written": name[:500]}))


def _agent(name: str) -> Agent | None:
    """The person or body we know by this name, if it is only one."""
    known = list(Agent.objects.filter(Q(name__iexact=name) | Q(names__text__iexact=name)).distinct()[:2])
    return known[0] if len(known) == 1 else None


def _words(case: Case) -> Transcription:
    told = case.correction
    return Transcription(photo=told.photo, text=case.taken.value, by=case.by, source=case.source, **told.asked)


_MAKERS: dict[str, Callable[[Case], Any]] = {
    Correction.Kind.DATE: _dating,
    Correction.Kind.PLACE: _place,
    Correction.Kind.SUBJECT: _subject,
    Correction.Kind.CODE: _code,
    Correction.Kind.WORDS: _words,
}
