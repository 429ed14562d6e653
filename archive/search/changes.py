"""What happened to the search entries since a snapshot of the database: read from the log that triggers keep of them.

A transaction may end long after one that began later, so neither numbers nor moments tell what a reader has missed. The
snapshots of PostgreSQL do: they name the transactions whose work a statement could see.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db import connection

MOST_CHANGES = 5_000
"""Whoever missed more than so many changes reads everything again."""

LOG = "archive_entrychange"
MOMENT = "(extract(epoch FROM {}) * 1000000)::bigint"
"""A moment as a whole number of microseconds since 1970."""

STANDING = f"pg_current_snapshot()::text, '{LOG}'::regclass::oid::bigint, {MOMENT.format('now()')}"
"""The columns of a `Standing`, in a statement that reads something."""

SINCE = f"""
    pg_snapshot_xmax(pg_current_snapshot()) < pg_snapshot_xmax(%s::pg_snapshot),
    ARRAY(
        SELECT coalesce(photo_id, 0) FROM {LOG}
        WHERE written_by >= pg_snapshot_xmin(%s::pg_snapshot)
            AND NOT pg_visible_in_snapshot(written_by, %s::pg_snapshot)
        LIMIT {MOST_CHANGES + 1}
    )
"""
"""Two columns that say what changed since a snapshot, which is asked for three times: read by `missed`."""

_KEPT_FOR = "1 day"
_LONGEST_AWAY = timedelta(hours=12) // timedelta(microseconds=1)
"""Well within what the log reaches back."""

TERMS = -1
"""Stands in place of a photograph where what facet terms are called has changed."""

_EVERYTHING = 0


@dataclass(frozen=True)
class Standing:
    """A statement's snapshot, its database (by the key of the log), and the moment it was made, in microseconds."""

    snapshot: str
    log: int
    now: int


def missed(before: Standing, now: Standing, is_set_back: bool, photos: Sequence[int]) -> list[int] | None:
    """The photographs whose entries changed, came or went in between, and perhaps `TERMS`; None where everything has to
    be read.

    `is_set_back` and `photos` are what `SINCE` found. A database that is set back was restored from a backup.
    """
    is_away = now.log != before.log or now.now - before.now > _LONGEST_AWAY
    is_lost = is_set_back or is_away or len(photos) > MOST_CHANGES or _EVERYTHING in photos
    return None if is_lost else list(dict.fromkeys(photos))


def forget_old() -> None:
    """Let go of what every reader has long seen. A process that nobody asked for long reads everything again."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {LOG} WHERE written_at < now() - %s::interval", [_KEPT_FOR])
