"""Does what a plan says: all of it in one transaction, or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db import connection, models, transaction

from archive.models import User
from archive.search.indexing import reindexed
from campaigns.importing.kinds import CAMPAIGN, NAME
from campaigns.importing.plan import Change, Plan, Shelf, plan, resolved
from campaigns.models import Campaign


@transaction.atomic
def carry_out(path: Path, *, by: User | None) -> Plan:
    """Import this file; what was done. New campaigns are proposed, not public. Safe to run again.

    Raises FileRefused, by line, or NotImportable.
    """
    _let_nobody_else_write()
    planned = plan(path)
    with reindexed(*_renamed(planned)):
        for change in planned.changes:
            _write(change, planned.shelf, by)
    return planned


def _renamed(planned: Plan) -> list[Campaign]:
    """The campaigns that photographs may be found by otherwise than before."""
    named = [change for change in planned.changes if change.wanted.kind in (CAMPAIGN, NAME)]
    changed = [change.record for change in named]
    changed += [resolved(change.wanted.identity.get("campaign"), planned.shelf) for change in named]
    return [record for record in changed if isinstance(record, Campaign)]


def _let_nobody_else_write() -> None:
    """Until the transaction ends; readers are not held up. Two imports of one file come one after the other."""
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE campaigns_campaign IN SHARE ROW EXCLUSIVE MODE")


def _write(change: Change, shelf: Shelf, by: User | None) -> None:
    wanted = change.wanted
    record: Any = change.record or _made(change, shelf, by)
    for column, value in wanted.values.items():
        setattr(record, column, resolved(value, shelf))
    record.save()
    for column, values in wanted.many.items():
        getattr(record, column).add(*(resolved(value, shelf) for value in values))
    shelf[wanted.kind.name, wanted.key] = record


def _made(change: Change, shelf: Shelf, by: User | None) -> models.Model:
    identity = {column: resolved(value, shelf) for column, value in change.wanted.identity.items()}
    signed = {"by": by} if change.wanted.kind.name == "preference" else {}
    return change.wanted.kind.model(**identity, **signed)
