"""Values and records of the history in words, as one member of staff may read them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.formats import localize
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from archive.history.seeing import RESTORES, Person, can_be_restored, may
from archive.history.tables import Model, fields_of, instance, python_value
from archive.models.history import State

NOTHING = "—"
Key = tuple[Model, str]


class Names:
    """What records are called. They are fetched together, one query a model, before anything is told of them."""

    def __init__(self, user: Person) -> None:
        self._user = user
        self._known: dict[Key, str] = {}

    def fetch(self, keys: Iterable[Key]) -> None:
        """Learn the names of these records, as far as there are any today and this person may see them."""
        wanted: dict[Model, set[str]] = {}
        for model, pk in keys:
            if (model, pk) not in self._known:
                wanted.setdefault(model, set()).add(pk)
        for model, pks in wanted.items():
            if may(self._user, "view", model):
                self._known |= {(model, str(row.pk)): str(row) for row in _fetched(model, pks)}

    def may_restore(self, model: Model) -> bool:
        """Whether this person restores such records, as far as that does not hang on the single one."""
        return can_be_restored(model) and self._user.has_perm(RESTORES) and may(self._user, "change", model)

    def record(self, model: Model, pk: str, state: State | None) -> str:
        """What a record is called now; when it is gone, what it was called."""
        known = self._known.get((model, pk))
        if known is not None:
            return known or f"#{pk}"
        try:
            return str(instance(model, state or {}))
        except (models.ObjectDoesNotExist, AttributeError, TypeError, ValueError):
            # Its name was made of other records, which are gone as well.
            return f"{model._meta.verbose_name} #{pk}"

    def value(self, model: Model, column: str, value: Any) -> str:
        """One value in words."""
        field = fields_of(model).get(column)
        if value is None or value in ("", []):
            return NOTHING
        if isinstance(field, models.ForeignKey):
            target = field.remote_field.model
            return self._known.get((target, str(value)), f"{target._meta.verbose_name} #{value}")
        return _words(field, value)


def targets(model: Model, state: State | None, columns: Iterable[str]) -> Iterator[Key]:
    """The records that these columns of a state refer to."""
    fields = fields_of(model)
    for column in columns:
        field, value = fields.get(column), (state or {}).get(column)
        if isinstance(field, models.ForeignKey) and value is not None:
            yield field.remote_field.model, str(value)


def _fetched(model: Model, pks: set[str]) -> Iterable[models.Model]:
    # Names are often made of the name of what a record belongs to.
    belongs = [field.name for field in model._meta.fields if field.is_relation and not field.null]
    return model._base_manager.select_related(*belongs).in_bulk([model._meta.pk.to_python(pk) for pk in pks]).values()


def _words(field: models.Field | None, value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    choices: dict[Any, Any] = dict(getattr(field, "flatchoices", None) or ())
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    if value in choices:
        return str(choices[value])
    read = python_value(field, value) if field else value
    return str(localize(localtime(read) if isinstance(read, datetime) else read))
