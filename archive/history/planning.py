"""What undoing would do, worked out without writing anything: a step for each record, and what stands in its way.

Undoing an act gives every record it touched the state from before it. Where somebody has changed the same columns
since, the step says so, and is left out unless it is asked for by name.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.history.tables import Model, lock_order, model_of, states_now
from archive.history.telling import differing
from archive.models import Act, Change, CustodyEvent, Photo
from archive.models.append_only import AppendOnly
from archive.models.history import State
from archive.models.tracking import is_tracked

ONWARD = {
    "archive_accession": {"last_item"},
    "archive_image": {"key"},
    "archive_photo": {"state", "lifted"},
    "archive_donorlink": {"revoked_at"},
}
"""Columns that never go back: numbers given out once, addresses of pictures that died with a withdrawal; and what the
public may see, which is decided anew."""


Key = tuple[Model, str]
"""A record: its model, and its primary key as text."""


class Deed(models.TextChoices):
    """What a step does."""

    BRING_BACK = "bring_back", gettext_lazy("comes back")
    PUT_BACK = "put_back", gettext_lazy("gets its earlier values")
    TAKE_AWAY = "take_away", gettext_lazy("goes away again")
    DECIDE = "decide", gettext_lazy("its public life is decided anew")
    ANSWER = "answer", gettext_lazy("stays; a new entry takes it back")
    STAY = "stay", gettext_lazy("stays: it is only ever added to")


@dataclass(frozen=True)
class Step:
    """What becomes of one record. `source` is the change whose state it gets, on its `side`."""

    model: Model
    pk: str
    deed: Deed
    source: int
    side: str
    columns: tuple[str, ...] = ()
    left: State | None = None
    now: State | None = None
    then: State | None = None
    changed_since: bool = False
    obstacle: str = ""

    @property
    def key(self) -> str:
        """The step's name in a form."""
        return f"{self.model._meta.db_table}:{self.pk}:{self.deed}"


@dataclass(frozen=True)
class _Net:
    """All that an act did to one record: from the state before its first change to that after its last."""

    model: Model
    first: Change
    last: Change

    @property
    def key(self) -> Key:
        return (self.model, self.first.record)

    @property
    def then(self) -> State | None:
        state: State | None = self.first.before
        return state

    @property
    def left(self) -> State | None:
        state: State | None = self.last.after
        return state


def plan_undo(changes: Iterable[Change], *, lock: bool = False) -> list[Step]:
    """The steps that undo these changes, one act's or some of them, the oldest first. `lock` holds the rows."""
    nets = _nets(changes)
    now = _now(nets, lock)
    gone = {net.key for net in nets if net.then is None and not issubclass(net.model, AppendOnly)}
    resting = _resting(gone)
    steps = [step for net in reversed(nets) for step in _steps(net, now.get(net.key), resting.get(net.key, ""))]
    return sorted(steps, key=lambda step: _ORDER.index(step.deed))


_ORDER = (Deed.TAKE_AWAY, Deed.PUT_BACK, Deed.BRING_BACK, Deed.DECIDE, Deed.ANSWER, Deed.STAY)
"""What goes away makes room for what comes back; decisions are taken on records as they then are."""


def fingerprint(steps: Sequence[Step]) -> str:
    """Changes when anything that the steps were worked out from does."""
    told = [(step.key, step.source, step.side, step.now, step.obstacle) for step in steps]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def changes_of(act: Act) -> list[Change]:
    """All changes of an act, the oldest first."""
    return list(act.changes.order_by("pk"))


def _nets(changes: Iterable[Change]) -> list[_Net]:
    first: dict[tuple[str, str], Change] = {}
    last: dict[tuple[str, str], Change] = {}
    for change in changes:
        first.setdefault((change.table, change.record), change)
        last[change.table, change.record] = change
    nets = [_Net(model, first[key], last[key]) for key in last if (model := model_of(key[0]))]
    return sorted(nets, key=lambda net: net.last.pk)


def _now(nets: Sequence[_Net], lock: bool) -> dict[Key, State]:
    wanted: dict[Model, list[str]] = {}
    for net in nets:
        wanted.setdefault(net.model, []).append(net.first.record)
    return {
        (model, pk): state
        for model in sorted(wanted, key=lock_order)
        for pk, state in states_now(model, wanted[model], lock=lock).items()
    }


def _steps(net: _Net, now: State | None, resting: str) -> list[Step]:
    if issubclass(net.model, AppendOnly):
        return [_of_ledger(net, now)] if net.then is None and now is not None else []
    if net.then is None:
        return [_take_away(net, now, resting)] if net.left is not None and now is not None else []
    if net.left is None:
        return [_step(net, Deed.BRING_BACK, now)] if now is None else []
    return [*_put_back(net, now), *_decide(net, now)]


def _step(net: _Net, deed: Deed, now: State | None, **more: Any) -> Step:
    source = net.first
    return Step(net.model, source.record, deed, source.pk, "before", left=net.left, now=now, then=net.then, **more)


def _of_ledger(net: _Net, now: State | None) -> Step:
    # A decision is answered by the one that its photograph's step takes.
    return _step(net, Deed.ANSWER if net.model is CustodyEvent else Deed.STAY, now)


def _take_away(net: _Net, now: State | None, resting: str) -> Step:
    since = bool(differing(net.left, now))
    return _step(net, Deed.TAKE_AWAY, now, changed_since=since, obstacle=resting)


def _put_back(net: _Net, now: State | None) -> list[Step]:
    onward = ONWARD.get(net.model._meta.db_table, set())
    touched = [column for column in differing(net.left, net.then) if column not in onward]
    if now is None:
        return [_step(net, Deed.PUT_BACK, now, obstacle=_("It was deleted since."))] if touched else []
    columns = [column for column in touched if now.get(column) != (net.then or {}).get(column)]
    since = any(now.get(column) != (net.left or {}).get(column) for column in columns)
    return [_step(net, Deed.PUT_BACK, now, columns=tuple(columns), changed_since=since)] if columns else []


def _decide(net: _Net, now: State | None) -> list[Step]:
    then, left = (net.then or {}).get("state"), (net.left or {}).get("state")
    if net.model is not Photo or now is None or then in (left, now["state"]):
        return []
    return [_step(net, Deed.DECIDE, now, columns=("state",), changed_since=now["state"] != left)]


def _resting(gone: set[Key]) -> dict[Key, str]:
    """What would hang in the air if these records went away, in words; what can be made again goes with them."""
    leaving: dict[Model, list[str]] = {}
    for model, pk in gone:
        leaving.setdefault(model, []).append(pk)
    return {
        (model, str(target)): _rest(relation.related_model)
        for model, pks in leaving.items()
        for relation in relations_to(model)
        if is_tracked(relation.related_model)
        for pk, target in _referring(relation, pks)
        if (relation.related_model, str(pk)) not in gone
    }


def _rest(model: Model) -> str:
    return _("Some %(kind)s rest on it.") % {"kind": model._meta.verbose_name_plural}


def _referring(relation: Any, pks: list[str]) -> models.QuerySet[Any, Any]:
    column = relation.field.attname
    found: models.QuerySet[Any, Any] = relation.related_model._base_manager.filter(**{f"{column}__in": pks})
    return found.values_list("pk", column)


def relations_to(model: Model) -> list[Any]:
    """The foreign keys, of all models, that may refer to a record of this one."""
    every = model._meta.get_fields(include_hidden=True)
    return [one for one in every if one.auto_created and not one.concrete and (one.one_to_many or one.one_to_one)]


def with_children(change: Change) -> list[Change]:
    """The deletion of a record and, of the same act, all that went or let go because of it, the oldest first."""
    every = changes_of(change.act)
    found = {(change.table, change.record)}
    chosen = {change.pk}
    grown = True
    while grown:
        fresh = [one for one in every if one.pk not in chosen and one.after != one.before and _hung_on(one, found)]
        chosen |= {one.pk for one in fresh}
        found |= {(one.table, one.record) for one in fresh if one.after is None}
        grown = bool(fresh)
    return [one for one in every if one.pk in chosen]


def _hung_on(change: Change, found: set[tuple[str, str]]) -> bool:
    """Whether a change dropped, or let go of, a reference to one of these records."""
    model = model_of(change.table)
    if model is None or change.before is None:
        return False
    return any(
        isinstance(field, models.ForeignKey)
        and (field.remote_field.model._meta.db_table, str(change.before.get(field.column))) in found
        and (change.after is None or change.after.get(field.column) is None)
        for field in model._meta.concrete_fields
    )
