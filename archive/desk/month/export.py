"""A list of the monthly desk as a file: every line of it, sent while it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db import connection, transaction
from django.http import StreamingHttpResponse

from archive.desk.month.listing import MonthList
from archive.desk.month.months import Month
from archive.desk.spreadsheets import CONTENT_TYPE, lines
from archive.history.seeing import Person

_AT_A_TIME = 2000
_PATIENCE = "SET LOCAL statement_timeout = '60s'"
"""What staff have anyhow (`config.patience`); but lines are sent when that middleware has done its work."""


def export(one: MonthList, month: Month, user: Person) -> StreamingHttpResponse:
    """The answer that sends the file."""
    answer = StreamingHttpResponse(lines(one.columns, _rows(one, month, user)), content_type=CONTENT_TYPE)
    answer["Content-Disposition"] = f'attachment; filename="{one.key}-{month}.csv"'
    return answer


def _rows(one: MonthList, month: Month, user: Person) -> Iterator[Sequence[str]]:
    # In a transaction the database hands lines over as it finds them; outside of one it would find all of them first.
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_PATIENCE)
        for record in one.found(month, user).iterator(chunk_size=_AT_A_TIME):
            yield one.told(record, month).cells
