"""The history line by line: who changed what of which record, when, why, from what to what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.admin.utils import quote
from django.db import models
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from archive.history.marking import Run, marked
from archive.history.names import Names, targets
from archive.history.seeing import Person
from archive.history.tables import Model, fields_of, model_of, owner_of
from archive.models import Act, Change
from archive.models.history import State


@dataclass(frozen=True)
class Difference:
    """One column with two values in words, and the runs of both with what only one of them has."""

    column: str
    label: str
    old: str
    new: str
    old_runs: Sequence[Run]
    new_runs: Sequence[Run]


@dataclass(frozen=True)
class Line:
    """One change as the history shows it."""

    id: int
    act: UUID
    at: datetime
    who: str
    door: str
    why: str
    kind: str
    kind_words: str
    what: str
    record: str
    history_url: str
    may_restore: bool
    differences: Sequence[Difference]


def lines(changes: Iterable[Change], user: Person) -> list[Line]:
    """These changes, fetched with their acts, as lines that this member of staff may read."""
    known = [(change, model) for change in changes if (model := model_of(change.table))]
    names = Names(user)
    names.fetch((model, change.record) for change, model in known)
    for side in ("before", "after"):
        names.fetch(key for change, model in known for key in targets(model, getattr(change, side), change.columns()))
    return [_line(change, model, names) for change, model in known]


def differences(model: Model, old: State | None, new: State | None, user: Person) -> list[Difference]:
    """What differs between two states of a record, in the order of its fields."""
    columns = differing(old, new)
    names = Names(user)
    names.fetch([*targets(model, old, columns), *targets(model, new, columns)])
    return _differences(model, old, new, names)


def differing(old: State | None, new: State | None) -> list[str]:
    """The columns in which two states differ. A column that only one of them knows was not there yet, or is no more."""
    if old is None or new is None:
        return list(old or new or {})
    return [column for column in old if column in new and old[column] != new[column]]


def who_did(act: Act) -> str:
    """Who did it, in words."""
    return act.by_name or {
        Act.Door.COMMAND: _("a command"),
        Act.Door.DATABASE: _("somebody at the database"),
        Act.Door.PUBLIC: _("a visitor"),
    }.get(Act.Door(act.door), _("nobody signed in"))


def how(act: Act) -> str:
    """By which door, and where there."""
    return ", ".join(filter(None, [str(act.get_door_display()), act.address]))


def _line(change: Change, model: Model, names: Names) -> Line:
    act = change.act
    return Line(
        id=change.pk,
        act=act.pk,
        at=act.at,
        who=who_did(act),
        door=how(act),
        why=act.reason,
        kind=change.kind,
        kind_words=str(change.get_kind_display()),
        what=str(owner_of(model)._meta.verbose_name),
        record=names.record(model, change.record, change.after or change.before),
        history_url=history_url(model, change.record),
        may_restore=names.may_restore(model),
        differences=_differences(model, change.before, change.after, names),
    )


def history_url(model: Model, pk: str) -> str:
    """The page of a record's history; empty for tables that have none of their own."""
    meta = model._meta
    try:
        return reverse(f"admin:{meta.app_label}_{meta.model_name}_history", args=[quote(pk)])
    except NoReverseMatch:
        return ""


def _differences(model: Model, old: State | None, new: State | None, names: Names) -> list[Difference]:
    fields = fields_of(model)
    shown = [column for column in differing(old, new) if _is_told(fields.get(column), old, new)]
    order = list(fields)
    shown.sort(key=lambda column: order.index(column) if column in fields else len(order))
    return [_difference(model, column, old or {}, new or {}, names) for column in shown]


def _is_told(field: models.Field | None, old: State | None, new: State | None) -> bool:
    """Of a record that came or went only what says something; never its key, nor what is worked out from the rest."""
    if field is None:
        return True
    if old is None or new is None:
        state = old or new or {}
        return (
            field.editable and not field.primary_key and state.get(field.column or "") not in (None, "", [], False, {})
        )
    return not field.primary_key and not hasattr(field, "by")


def _difference(model: Model, column: str, old: State, new: State, names: Names) -> Difference:
    field = fields_of(model).get(column)
    was, now = names.value(model, column, old.get(column)), names.value(model, column, new.get(column))
    return difference(column, str(field.verbose_name) if field else column, was, now)


def difference(column: str, label: str, old: str, new: str) -> Difference:
    """Two values in words under a label, with the words marked that only one of them has."""
    return Difference(column, label, old, new, *marked(old, new))
