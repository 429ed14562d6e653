"""Tells the database who is at work and why, so that its triggers can write it beside every change."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pghistory
from pghistory.runtime import _tracker

from archive.models.history import Act
from archive.models.users import User


def act(
    *,
    by: User | None = None,
    door: Act.Door | None = None,
    address: str = "",
    reason: str = "",
    undoes: UUID | None = None,
) -> pghistory.context:
    """A context: all changes made inside, whatever makes them, are one act. Inside another one it only adds to that.

    Words added after the act's first change come too late. `COPY` does not carry them: write something else first, in
    the same transaction.
    """
    told: dict[str, Any] = {"door": door, "address": address[:300], "reason": reason, "undoes": undoes}
    if by is not None and by.pk:
        told |= {"by_key": by.pk, "by_name": by.get_username()}
    return pghistory.context(**{key: str(value) for key, value in told.items() if value})


def current_act() -> UUID | None:
    """The act we are in; None outside one. It is in the history only once something was changed."""
    now = getattr(_tracker, "value", None)
    return now.id if now else None
