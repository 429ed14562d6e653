"""Statements that the database prepares once for each connection.

Planning takes PostgreSQL as long as answering where little is asked for, and Django's own cursors have each statement
planned anew. What every list asks goes by these cursors. Their SQL must be one of a few texts, all else parameters.
"""

from __future__ import annotations

import psycopg
from django.db import connection
from django.db.backends.utils import CursorWrapper


def prepared_cursor(*, is_binary: bool = False) -> CursorWrapper:
    """A cursor on Django's connection. `is_binary`: answers come as bytes and not as their digits."""
    connection.ensure_connection()
    line = connection.connection
    line.prepare_threshold = 0
    cursor = psycopg.Cursor(line)
    if is_binary:
        cursor.format = psycopg.pq.Format.BINARY
    return connection._prepare_cursor(cursor)  # type: ignore[attr-defined,no-any-return]
