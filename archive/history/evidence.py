"""The evidence for a statement as staff read it: with names, with what was rejected, and with what happened to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from archive.history.seeing import Person, may
from archive.history.telling import Line, lines
from archive.models import Change, Proposal, Statement, User
from archive.reading.marking import around
from archive.search.accord import accords

PREFERS = "archive.prefer_statement"
_AROUND = 120
_LINES = 30


@dataclass(frozen=True)
class Grounds:
    """One statement with all that it rests on. `quote` is what stands before the words, the words, and after them."""

    slug: str
    text: str
    as_written: str
    certainty: str
    basis: str
    source: str
    derived_from: str
    carrier: str
    language: str
    quote: tuple[str, str, str] | None
    reasoning: str
    entered_by: str
    entered_at: datetime
    origin: str
    is_standing: bool
    is_preferred: bool
    preferred_because: str
    preferred_by: str
    preferred_at: datetime | None
    accord: str
    record_url: str
    evidence_url: str


@dataclass(frozen=True)
class Evidence:
    """A statement, the others that answer the same, and what happened to them lately, the newest first.

    `seen` stands for which one is preferred now. Visitors read the page at `public_url`, if they may.
    """

    label: str
    photo: str
    photo_url: str
    public_url: str
    own: Grounds
    others: Sequence[Grounds]
    lines: Sequence[Line]
    seen: str
    may_prefer: bool


def kinds_of_statement() -> dict[str, type[Statement]]:
    """The kinds of statements by how addresses name them."""
    return {model.KEY: model for model in apps.get_models() if issubclass(model, Statement)}


def statement_of(key: str) -> Statement | None:
    """The statement that an address names, as in ``date-12``, with what is told of it."""
    kind, _dash, number = key.partition("-")
    model = kinds_of_statement().get(kind)
    if model is None or not number.isdecimal():
        return None
    found: Statement | None = _whole(model).filter(pk=number[:18]).first()
    return found


def evidence_of(statement: Statement, user: Person) -> Evidence:
    """All that staff may read of why it is said, by a person who may see such statements."""
    about = _whole(type(statement)).filter(photo=statement.photo_id).shown_first()
    answers = [one for one in about if one.question() == statement.question()]
    own = next(one for one in answers if one.pk == statement.pk)
    others = [one for one in answers if one.pk != statement.pk]
    accord = accords(own, others)
    return Evidence(
        label=capfirst(own.label()),
        photo=str(own.photo),
        photo_url=reverse("admin:archive_photo_change", args=[own.photo_id]),
        public_url=_public_url(own),
        own=_grounds(own, ""),
        others=[_grounds(one, str(accord[one.slug].label)) for one in others],
        lines=lines(_lately(answers), user),
        seen=standing(answers),
        may_prefer=may_prefer(user, own),
    )


def may_prefer(user: Person, statement: Statement) -> bool:
    """Whether somebody may say which of the statements that answer the same is shown first."""
    if not user.has_perm(PREFERS) or not may(user, "change", type(statement)):
        return False
    is_public = statement.photo.state == statement.photo.State.PUBLIC
    return not is_public or user.has_perm("archive.publish_photo")


def standing(answers: Iterable[Statement]) -> str:
    """Which of these statements is preferred, and since when: another text once anybody has changed that."""
    return next((f"{one.slug} {one.preferred_at:%Y%m%dT%H%M%S.%f}" for one in answers if one.preferred), "none")


def _whole(model: type[Statement]) -> Any:
    rows: Any = model._default_manager
    asked_by_gate = ("photo__accession__rights", "photo__accession__deed_of_gift", "photo__rights")
    evidence = ("source__derived_from", "transcription", "by", "preferred_by")
    return rows.with_origin().select_related(*asked_by_gate, *evidence)


def _public_url(one: Statement) -> str:
    shown = one.is_told() and one.photo.is_public()
    return reverse("evidence", args=[one.photo.number, one.slug]) if shown else ""


def _lately(answers: Sequence[Statement]) -> list[Change]:
    table, records = answers[0]._meta.db_table, [str(one.pk) for one in answers]
    # Who entered each stands beside it.
    changes = Change.objects.filter(table=table, record__in=records).exclude(kind=Change.Kind.ADDED)
    return list(changes.select_related("act").order_by("-pk")[:_LINES])


def _grounds(one: Statement, accord: str) -> Grounds:
    meta = one._meta
    words = one.transcription
    return Grounds(
        slug=one.slug,
        text=one.in_words(),
        as_written=one.as_written,
        certainty=str(one.get_certainty_display()),
        basis=str(one.get_basis_display()),
        source=str(one.source or ""),
        derived_from=str(one.source.derived_from or "") if one.source else "",
        carrier=f"{words.get_carrier_display()} · {words.get_layer_display()}" if words else "",
        language=words.language if words else "",
        quote=_quote(one),
        reasoning=one.reasoning,
        entered_by=_name(one.by),
        entered_at=one.at,
        origin=_origin(one),
        is_standing=one.is_standing(),
        is_preferred=one.preferred,
        preferred_because=one.preferred_because,
        preferred_by=_name(one.preferred_by) if one.preferred else "",
        preferred_at=one.preferred_at,
        accord=accord,
        record_url=reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[one.pk]),
        evidence_url=reverse("desk-evidence", args=[one.slug]),
    )


def _quote(one: Statement) -> tuple[str, str, str] | None:
    text, start, end = one.transcription.text if one.transcription else "", one.span_start or 0, one.span_end or 0
    return around(text, start, end, _AROUND) if end and text[start:end] == one.as_written else None


def _name(user: User | None) -> str:
    return user.get_username() if user else _("a program")


def _origin(one: Statement) -> str:
    if not one.origin:
        return ""
    return _("a visitor") if one.origin == Proposal.VISITOR else _("the rule “%(rule)s”") % {"rule": one.origin}
