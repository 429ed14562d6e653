"""What the gate asks the database of a picture: one statement, which the database prepares once for each connection.

Tiles come by the hundred. To plan this statement takes PostgreSQL ten times as long as to answer it, and Django's own
cursors have it planned anew each time; a cursor of psycopg takes half as long as the answer itself. So libpq is asked
without one. Whatever goes wrong on this short way is left to Django's own: it connects anew, asks again, and says what
is the matter.
"""

from __future__ import annotations

from functools import cache
from typing import Any
from weakref import WeakSet

import psycopg
from django.db import connection
from django.db.models import Case, F, Value, When
from django.db.models.functions import Coalesce, NullIf
from psycopg.pq import ExecStatus
from psycopg.pq.abc import PGresult

from archive.models import Derivative
from archive.models.openness import exposure_now
from archive.vocabulary.exposure import Exposure

Row = tuple[str, str | None, int]
"""Where the file lies, the code of its rights term, and how much of it may be shown now, as a number of `Exposure`."""

_NAME = b"gate"
_KEY, _SPEC = "-key-", "-spec-"


def answer(key: str, spec: str) -> Row | None:
    """What the database says of this picture at this size; None when there is none."""
    if "\0" in key:  # no text of PostgreSQL has one, and libpq would read no further
        return None
    if connection.in_atomic_block:  # where a failure would spoil the transaction
        return _plain_answer(key, spec)
    connection.ensure_connection()
    try:
        result = _prepared_answer(connection.connection, key, spec)
    except psycopg.Error:
        return _plain_answer(key, spec)
    if result.status == ExecStatus.TUPLES_OK:
        return _row(result)
    # Psycopg lets go of all prepared statements after a transaction was rolled back: ours is made anew the next time.
    _prepared.discard(connection.connection)
    return _plain_answer(key, spec)


def _prepared_answer(line: psycopg.Connection[Any], key: str, spec: str) -> PGresult:
    if line not in _prepared and line.pgconn.prepare(_NAME, _sql("$1", "$2").encode()).status == ExecStatus.COMMAND_OK:
        _prepared.add(line)
    return line.pgconn.exec_prepared(_NAME, [key.encode(), spec.encode()])


_prepared: WeakSet[psycopg.Connection[Any]] = WeakSet()
"""The connections that know the statement."""


def _row(result: PGresult) -> Row | None:
    if not result.ntuples:
        return None
    path, code, number = (result.get_value(0, column) for column in range(3))
    return (path or b"").decode(), None if code is None else code.decode(), int(number or 0)


def _plain_answer(key: str, spec: str) -> Row | None:
    with connection.cursor() as cursor:
        cursor.execute(_sql("%s", "%s"), [key, spec])
        row: Row | None = cursor.fetchone()
        return row


@cache
def _sql(key: str, spec: str) -> str:
    """The question, with these two for the places of what changes, and all else of it written out."""
    exposure = Case(
        When(image__is_hidden=True, then=Value(Exposure.STAFF.value)), default=exposure_now("image__photo__entry__")
    )
    own, gift = F("image__photo__rights__term"), F("image__photo__accession__rights__term")
    rows = Derivative.objects.filter(spec=_SPEC, image__key=_KEY).values_list(
        "path", Coalesce(NullIf(own, Value("")), gift), exposure
    )
    # That of PostgreSQL can; the stubs know only the base of all.
    written: str = connection.ops.compose_sql(*rows.query.sql_with_params())  # type: ignore[attr-defined]
    return written.replace(f"'{_KEY}'", key).replace(f"'{_SPEC}'", spec)
