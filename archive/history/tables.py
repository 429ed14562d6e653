"""From the tables and columns that the history names to the models and fields they are."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models

from archive.models.history import State
from archive.models.tracking import tracked_models

Model = type[models.Model]


@cache
def _by_table() -> dict[str, Model]:
    return {model._meta.db_table: model for model in tracked_models()}


def model_of(table: str) -> Model | None:
    """The model of a table; None when it is no longer one of ours."""
    return _by_table().get(table)


def owner_of(model: Model) -> Model:
    """The model whose permissions count: for the table of a many-to-many field, the one that has the field."""
    owner: Any = model._meta.auto_created
    return owner or model


def fields_of(model: Model) -> dict[str, models.Field]:
    """The fields of a model by column."""
    return {field.column or field.name: field for field in model._meta.concrete_fields}


def _quoted(model: Model) -> tuple[str, str]:
    """The names of its table and of its key, for SQL."""
    quote = connection.ops.quote_name
    return quote(model._meta.db_table), quote(model._meta.pk.column or "")


def instance(model: Model, state: State) -> Any:
    """A record as this state says it was, not saved."""
    fields = {column: field for column, field in fields_of(model).items() if column in state}
    return model(**{field.attname: python_value(field, state[column]) for column, field in fields.items()})


def python_value(field: models.Field, value: Any) -> Any:
    """What a column's JSON stands for. Texts that are longer or odd by today's rules are taken as they are."""
    target = field.target_field if isinstance(field, models.ForeignKey) else field
    # A list of texts is one already; what `to_python` would parse is a list written as text.
    return value if value is None or isinstance(value, list | dict) else target.to_python(value)


def states_now(model: Model, pks: Iterable[str], *, lock: bool = False) -> dict[str, State]:
    """The rows as they are now, by primary key as text, in the form of the history. With `lock`, held for us.

    Who locks rows of several models takes them in the order of `lock_order`.
    """
    table, key = _quoted(model)
    sql = f"SELECT {key}::text, to_jsonb(t)::text FROM {table} t WHERE {key} = ANY(%s) ORDER BY {key}"
    with connection.cursor() as cursor:
        cursor.execute(sql + (" FOR NO KEY UPDATE" if lock else ""), [[model._meta.pk.to_python(pk) for pk in pks]])
        return {pk: json.loads(state) for pk, state in cursor.fetchall()}


def lock_order(model: Model) -> tuple[bool, str]:
    """Photographs first, as the index takes them too: so two who lock the same rows wait, and neither is thrown out."""
    return (model._meta.db_table != "archive_photo", model._meta.db_table)


def insert(model: Model, change: int, side: str, **other: Any) -> None:
    """Put a row back as it stood before or after a change, byte for byte. `other` columns, and new ones, are given."""
    fields, (table, _key) = fields_of(model), _quoted(model)
    columns = ", ".join(map(connection.ops.quote_name, fields))
    _write(
        f"INSERT INTO {table} ({columns}) SELECT {columns} "
        f"FROM jsonb_populate_record(NULL::{table}, %s::jsonb || ({_state(side)}) || %s::jsonb)",
        [_json(_defaults(fields)), change, _json(other)],
    )


def alter(model: Model, pk: str, change: int, side: str, columns: Iterable[str]) -> None:
    """Give these columns of a row the values they had before or after a change, byte for byte."""
    table, key = _quoted(model)
    names = ", ".join(map(connection.ops.quote_name, columns))
    _write(
        f"UPDATE {table} SET ({names}) = (SELECT {names} FROM jsonb_populate_record(NULL::{table}, ({_state(side)}))) "
        f"WHERE {key} = %s",
        [change, model._meta.pk.to_python(pk)],
    )


def remove(model: Model, pk: str) -> None:
    """Drop a row. What rests on it has to be gone by the end of the transaction."""
    table, key = _quoted(model)
    _write(f"DELETE FROM {table} WHERE {key} = %s", [model._meta.pk.to_python(pk)])


def _state(side: str) -> str:
    column = {"before": "before", "after": "after"}[side]
    return f"SELECT {column} FROM archive_change WHERE id = %s"


def _defaults(fields: dict[str, models.Field]) -> State:
    return {column: field.get_default() for column, field in fields.items() if not field.primary_key}


def _json(values: State) -> str:
    return json.dumps(values, cls=DjangoJSONEncoder)


def _write(sql: str, values: list[Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
