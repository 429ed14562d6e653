"""Which file of a picture may go out, and to whom: every byte of a picture is asked for here, on each request."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import local
from typing import Any

import psycopg
from django.conf import settings
from django.db import OperationalError, connection
from django.db.models import Case, F, Value, When
from django.db.models.functions import Coalesce, NullIf
from django.http import Http404, HttpRequest

from archive.images.allowed import largest_allowed, needed_for
from archive.images.specs import LARGE
from archive.models import Derivative
from archive.models.openness import exposure_now
from archive.vocabulary.exposure import Exposure
from archive.vocabulary.rights import RIGHTS_TERMS, Reuse, RightsTerm


@dataclass(frozen=True)
class Shown:
    """A derivative's file that may be shown: to everybody, or (not `is_public`) to the staff who asks."""

    path: Path
    term: RightsTerm | None
    exposure: Exposure
    is_public: bool

    def longest(self, width: int, height: int) -> int | None:
        """The longest side, in pixels, at which a picture of this size is cut to measure; None for as scanned.

        Where only a small picture is public, that of a card. What one has to ask for is seen no larger than its
        largest published size.
        """
        box = largest_allowed(self.exposure) if self.is_public else None
        if box:
            scale = min(box[0] / width, box[1] / height, 1)
            return max(1, round(max(width, height) * scale))
        return LARGE.width if self.term is None or self.term.reuse is Reuse.ASK else None


def shown(request: HttpRequest, key: str, spec: str) -> Shown:
    """The file of a picture at this size. Raises Http404 for all that this visitor may not know of."""
    row = _asked(key, spec)
    if row is None:
        raise Http404
    path, code, number = row
    exposure = Exposure(number)
    is_open = exposure >= needed_for(spec)
    # Staff are asked for last, so that the public's requests never touch a session.
    if not is_open and not _is_staff(request):
        raise Http404
    return Shown(settings.DERIVATIVES_ROOT / path, RIGHTS_TERMS.get(code), exposure, is_open)


def _is_staff(request: HttpRequest) -> bool:
    """Whether somebody has signed in who may see what is not public. Without a session there is nobody."""
    user = getattr(request, "user", None)
    return user is not None and user.has_perm("archive.view_photo")


def _asked(key: str, spec: str) -> tuple[Any, ...] | None:
    """The gate's answer, on a new connection when the one kept from the request before turns out to be gone."""
    try:
        return _answer(key, spec)
    except OperationalError:
        if connection.in_atomic_block:
            raise
        connection.close()
        return _answer(key, spec)


def _answer(key: str, spec: str) -> tuple[Any, ...] | None:
    """By a statement that the database prepares once for each connection.

    Planning takes PostgreSQL ten times as long as answering, and Django's own cursors have it planned anew each time.
    """
    sql, parameters = _question()
    connection.ensure_connection()
    wanted = {_KEY: key, _SPEC: spec}
    with connection.wrap_database_errors:
        cursor = _cursor_of(connection.connection)
        cursor.execute(sql, [wanted.get(one, one) for one in parameters])
        return cursor.fetchone()


_kept = local()
"""Of each thread: the connection it asked on last, and the cursor for that."""


def _cursor_of(line: psycopg.Connection[Any]) -> psycopg.Cursor[Any]:
    """The cursor that asks for pictures on this connection: tiles come by the hundred, and it is made once."""
    if getattr(_kept, "line", None) is not line:
        line.prepare_threshold = 0
        _kept.line, _kept.cursor = line, psycopg.Cursor(line)
    cursor: psycopg.Cursor[Any] = _kept.cursor
    return cursor


_KEY, _SPEC = "-key-", "-spec-"


@cache
def _question() -> tuple[str, tuple[Any, ...]]:
    """The gate's question in SQL, put together once."""
    exposure = Case(
        When(image__is_hidden=True, then=Value(Exposure.STAFF.value)), default=exposure_now("image__photo__entry__")
    )
    own, gift = F("image__photo__rights__term"), F("image__photo__accession__rights__term")
    rows = Derivative.objects.filter(spec=_SPEC, image__key=_KEY).values_list(
        "path", Coalesce(NullIf(own, Value("")), gift), exposure
    )
    return rows.query.sql_with_params()
