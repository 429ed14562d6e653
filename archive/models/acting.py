"""Tells the database who is at work and why, so that its triggers can write it beside every change."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import pghistory
from django.db import connection
from pghistory.runtime import _tracker
from psycopg.pq import TransactionStatus

from archive.models.history import Act
from archive.models.users import User


@contextmanager
def act(
    *,
    by: User | None = None,
    door: Act.Door | None = None,
    address: str = "",
    reason: str = "",
    undoes: UUID | None = None,
) -> Iterator[None]:
    """All changes made inside, whatever makes them, are one act. Inside another one it only adds words to that.

    Words added after the act's first change come too late. `COPY` does not carry them: write something else first, in
    the same transaction.
    """
    told: dict[str, Any] = {"door": door, "address": address[:300], "reason": reason, "undoes": undoes}
    if by is not None and by.pk:
        told |= {"by_key": by.pk, "by_name": by.get_username()}
    outermost = current_act() is None
    try:
        with pghistory.context(**{key: str(value) for key, value in told.items() if value}):
            yield
    finally:
        if outermost:
            _over()


def current_act() -> UUID | None:
    """The act we are in; None outside one. It is in the history only once something was changed."""
    now = getattr(_tracker, "value", None)
    return now.id if now else None


def _over() -> None:
    """What the same transaction changes after the act is not part of it."""
    open_one = connection.connection
    if open_one is not None and open_one.info.transaction_status == TransactionStatus.INTRANS:
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('pghistory.context_id', '', true)")
