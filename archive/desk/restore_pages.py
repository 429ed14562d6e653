"""The page on which one record gets an earlier state: field by field, now beside then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from archive.history.restoring import restorable, version_of
from archive.history.seeing import may_restore
from archive.history.tables import model_of, states_now
from archive.history.telling import Difference, differences, history_url, who_did
from archive.models import Change, User


@dataclass(frozen=True)
class RestorePage:
    """A record now and as it was after a change, in the fields that somebody may give their earlier values."""

    id: int
    record: str
    what: str
    history_url: str
    at: datetime
    who: str
    version: int
    fields: Sequence[Difference]
    problem: str
    is_allowed: bool


def restore_page(change: Change, user: User, *, problem: str = "") -> RestorePage:
    """What restoring would change. The record is there; its version is read first, so that no change slips between."""
    model = model_of(change.table)
    assert model is not None
    version = version_of(model, change.record)
    now, then = states_now(model, [change.record])[change.record], change.after or {}
    columns = restorable(model, now, then)
    return RestorePage(
        id=change.pk,
        record=str(model._base_manager.get(pk=change.record)),
        what=str(model._meta.verbose_name),
        history_url=history_url(model, change.record),
        at=change.act.at,
        who=who_did(change.act),
        version=version,
        fields=[one for one in differences(model, now, then, user) if one.column in columns],
        problem=problem,
        is_allowed=may_restore(user, model, now),
    )
