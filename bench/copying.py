"""Rows into a table by COPY, which is how a million of them get in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Field, Model

from archive.models.fields import DerivedDate, DerivedText

Row = tuple[Any, ...]


def copy(model: type[Model], given: Sequence[str], rows: Iterable[Row]) -> None:
    """Add rows that give these columns; the others take their default or are worked out from what is given."""
    rest = [field for field in model._meta.concrete_fields if not (field.attname in given or field.primary_key)]
    names = ", ".join([*given, *(str(field.column) for field in rest)])
    fillers = [_filler(field, given) for field in rest]
    statement = f"COPY {model._meta.db_table} ({names}) FROM STDIN"
    with connection.cursor() as cursor, _no_triggers(model._meta.db_table), cursor.copy(statement) as copying:
        for row in rows:
            copying.write_row((*row, *(filler(row) for filler in fillers)))


def _filler(field: Field[Any, Any], given: Sequence[str]) -> Callable[[Row], Any]:
    if isinstance(field, DerivedText | DerivedDate) and field.source in given and field.by:
        derive, source = cache(field.by), given.index(field.source)
        return lambda row: derive(row[source])
    default = field.get_db_prep_save(field.get_default(), connection)
    return lambda row: default


@contextmanager
def _no_triggers(table: str) -> Iterator[None]:
    """Without what a change by a person sets off, such as its history. Foreign keys are checked all the same."""
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
