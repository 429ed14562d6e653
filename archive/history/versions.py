"""At which version somebody read the records that they now write, and what others did to them meanwhile."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Max, Q
from django.utils.translation import gettext as _

from archive.history.tables import Model, lock_order, model_of, states_now
from archive.history.telling import differing, who_did
from archive.models import Change, Photo
from archive.models.history import State

Key = tuple[str, str]
"""A record: its table, and its primary key as text."""

Versions = Mapping[Key, int]
"""Records with the number of their last change; 0 for those that have not changed since their history is kept."""


class NotVersions(ValueError):
    """This text was not written by `written`."""


@dataclass(frozen=True)
class Moved:
    """A record that others changed meanwhile: as it was read, as it is now (None when it is gone), and who did it."""

    model: Model
    pk: str
    base: State
    now: State | None
    who: str

    @property
    def columns(self) -> list[str]:
        """The columns that others changed."""
        return differing(self.base, self.now) if self.now is not None else []


def versions_of(keys: Collection[Key]) -> dict[Key, int]:
    """The versions of these records. One query."""
    asked = Q()
    for table in {table for table, _pk in keys}:
        asked |= Q(table=table, record__in=[pk for of, pk in keys if of == table])
    if not asked:
        return {}
    found = Change.objects.filter(asked).order_by().values_list("table", "record").annotate(last=Max("pk"))
    last = {(table, record): version for table, record, version in found}
    return {key: last.get(key, 0) for key in keys}


def written(versions: Versions) -> str:
    """Versions as a hidden field of a form carries them."""
    return json.dumps({f"{table}:{pk}": version for (table, pk), version in versions.items()})


def read(text: str) -> dict[Key, int]:
    """What `written` wrote. Raises NotVersions."""
    try:
        told = json.loads(text)
        pairs = {tuple(key.split(":", 1)): int(version) for key, version in told.items()}
    except (ValueError, AttributeError, TypeError) as error:
        raise NotVersions(text[:80]) from error
    if any(len(key) != 2 or model_of(key[0]) is None for key in pairs):
        raise NotVersions(text[:80])
    return pairs  # type: ignore[return-value]


def lock(keys: Iterable[Key]) -> dict[Key, State]:
    """Hold these records, and first the photographs they are about, until the transaction ends. Their states now."""
    wanted: dict[Model, set[str]] = {}
    for table, pk in keys:
        if model := model_of(table):
            wanted.setdefault(model, set()).add(pk)
    wanted.setdefault(Photo, set()).update(_photos(wanted))
    return {
        (model._meta.db_table, pk): state
        for model in sorted(wanted, key=lock_order)
        for pk, state in states_now(model, wanted[model], lock=True).items()
    }


def moved(seen: Versions, now: Mapping[Key, State]) -> list[Moved]:
    """Those of the records, held by `lock`, that others changed since they were seen at these versions."""
    current = versions_of(seen.keys())
    return [_moved(key, version, now.get(key)) for key, version in seen.items() if current[key] != version]


def unread(now: Mapping[Key, State]) -> list[Moved]:
    """All of the records, held by `lock`, for a form that does not say at which versions it was filled."""
    who = _("somebody before you")
    found = ((model_of(table), pk, state) for (table, pk), state in now.items())
    return [Moved(model, pk, dict.fromkeys(state), state, who) for model, pk, state in found if model]


def who_wrote(model: Model, pk: str, column: str) -> str:
    """Who wrote what stands in this column of a record; nobody, as long as its history is not kept."""
    changes = Change.objects.of(model, pk).select_related("act").order_by("-pk")
    return next((who_did(one.act) for one in changes.iterator(20) if column in one.columns()), _("somebody"))


def who_joined(through: Model, column: str, pk: int) -> str:
    """Who last added or dropped a row of the table of a many-to-many field, of the record this column names."""
    of_record = Q(**{f"after__{column}": pk}) | Q(**{f"before__{column}": pk})
    last = Change.objects.filter(of_record, table=through._meta.db_table).select_related("act").order_by("pk").last()
    return who_did(last.act) if last else _("somebody")


def _moved(key: Key, version: int, now: State | None) -> Moved:
    table, pk = key
    model = model_of(table)
    assert model is not None
    changes = Change.objects.of(model, pk).select_related("act")
    since = list(changes.filter(pk__gt=version))
    base: Any = changes.get(pk=version).after if version else since[0].before
    people = dict.fromkeys(who_did(change.act) for change in since)
    return Moved(model, pk, base or {}, now, ", ".join(people))


def _photos(wanted: Mapping[Model, set[str]]) -> set[str]:
    """The photographs that these records are about."""
    about = {model: pks for model, pks in wanted.items() if any(f.attname == "photo_id" for f in model._meta.fields)}
    found = [
        model._base_manager.filter(pk__in=pks, photo__isnull=False).values_list("photo", flat=True)
        for model, pks in about.items()
    ]
    return {str(pk) for pks in found for pk in pks}
