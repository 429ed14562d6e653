"""Derived rows written many at once: new ones are added, others changed where they differ, equal ones left alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection, models
from django.db.models.fields import NOT_PROVIDED


def write(rows: Sequence[models.Model]) -> None:
    """Add these rows of one model, or change those that are there. An equal row costs neither room nor index work.

    A column with a default of the database's own, as the moment of writing, gets it anew with each change.
    """
    if not rows:
        return
    meta = rows[0]._meta
    fields = [field for field in meta.concrete_fields if not field.generated and field.db_default is NOT_PROVIDED]
    names = [connection.ops.quote_name(str(field.column)) for field in fields]
    others = [name for name, field in zip(names, fields, strict=True) if not field.primary_key]
    anew = [f"{name} = DEFAULT" for name in map(connection.ops.quote_name, _by_the_database(meta.concrete_fields))]
    changed = [*(f"{name} = EXCLUDED.{name}" for name in others), *anew]
    given = ", ".join(f"%s::{_kind(field)}[]" for field in fields)
    table, key = connection.ops.quote_name(meta.db_table), connection.ops.quote_name(str(meta.pk.column))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({', '.join(names)}) SELECT * FROM unnest({given})"
            f" ON CONFLICT ({key}) DO UPDATE SET {', '.join(changed)}"
            f" WHERE ({_row(table, others)}) IS DISTINCT FROM ({_row('EXCLUDED', others)})",
            [[_value(field, row) for row in rows] for field in fields],
        )


def _by_the_database(fields: Sequence[models.Field[Any, Any]]) -> list[str]:
    return [str(field.column) for field in fields if field.db_default is not NOT_PROVIDED]


def _kind(field: models.Field[Any, Any]) -> str:
    """The type of a column; of texts without their length, which a cast would cut off in silence."""
    return "text" if isinstance(field, models.CharField) else str(field.db_type(connection))


def _value(field: models.Field[Any, Any], row: models.Model) -> Any:
    return field.get_db_prep_save(field.pre_save(row, add=True), connection)


def _row(table: str, names: Sequence[str]) -> str:
    return ", ".join(f"{table}.{name}" for name in names)
