"""One record gets an earlier state, or some fields of it, by the rules that hold today."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from archive.history.planning import ONWARD
from archive.history.seeing import may_restore
from archive.history.tables import Model, fields_of, model_of, python_value, states_now
from archive.history.undoing import Moved, NotUndone
from archive.models import Change, PlaceName, User
from archive.models.acting import act
from archive.models.history import State
from archive.search.deriving import renew_derived_names
from archive.search.indexing import reindexed


def restorable(model: Model, now: State, then: State) -> list[str]:
    """The columns somebody may give their earlier values: those that are typed, and differ."""
    onward = ONWARD.get(model._meta.db_table, set())
    return [
        column
        for column, field in fields_of(model).items()
        if field.editable and not field.primary_key and column not in onward
        if column in then and then[column] != now.get(column)
    ]


def version_of(model: Model, pk: str) -> int:
    """The number of the latest change of a record; 0 when it has not changed since its history is kept."""
    return Change.objects.of(model, pk).order_by("-pk").values_list("pk", flat=True).first() or 0


def restore(change: Change, columns: Collection[str], *, by: User, version: int) -> Any:
    """Give a record these columns as they were after `change`; the rest follows as if they were typed.

    Returns the record. Raises Moved when it is not at `version` any more, and NotUndone: what may not be, or is against
    a rule of today, in words.
    """
    model = model_of(change.table)
    if model is None or change.after is None:
        raise NotUndone(_("There is no such state to go back to."))
    with act(by=by, reason=_("restored"), undoes=None), transaction.atomic():
        now = states_now(model, [change.record], lock=True).get(change.record)
        if now is None or not may_restore(by, model, now):
            raise NotUndone(_("You may not change this record, or it is no longer there."))
        if version_of(model, change.record) != version:
            raise Moved(_("Somebody changed the record while you were looking. Here it is as it is now."))
        return _restored(model, change, [one for one in restorable(model, now, change.after) if one in columns])


def _restored(model: Model, change: Change, columns: list[str]) -> models.Model:
    record = model._base_manager.get(pk=change.record)
    fields, then = fields_of(model), change.after or {}
    with reindexed(record):
        for column in columns:
            setattr(record, fields[column].attname, python_value(fields[column], then[column]))
        try:
            record.full_clean()
        except ValidationError as error:
            raise NotUndone(" ".join(error.messages)) from error
        record.save()
        if isinstance(record, PlaceName):
            renew_derived_names([record.place])
    return record
