"""What importing a file would do. Nothing is written here.

A record is known again by its identity: a source by title and author, a claim by its source, subject, property,
aspects, words and page. What a file leaves out stays as it is; nothing is deleted.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import models

from archive.ingest.errors import NotImportable
from campaigns.importing.blocks import FileRefused
from campaigns.importing.csv_file import read_csv
from campaigns.importing.kinds import Ref, Wanted
from campaigns.importing.understanding import Understanding
from campaigns.importing.yaml_file import read_yaml

Shelf = dict[tuple[str, Hashable], models.Model | None]
"""The records a file refers to, by kind and key; None while one is still to be made."""


@dataclass(frozen=True)
class Change:
    """A record that would be made, or changed in these columns."""

    wanted: Wanted
    record: models.Model | None
    columns: tuple[str, ...]

    def __str__(self) -> str:
        named = [str(value) for value in self.wanted.identity.values() if value and not isinstance(value, Ref)]
        what = f"{self.wanted.kind.name}, line {self.wanted.line}: {', '.join(named)}"
        return f"change {what} ({', '.join(self.columns)})" if self.record else f"new {what}"


@dataclass(frozen=True)
class Plan:
    """All records of a file that would be made or changed, in order, and how many stay as they are.

    `shelf` holds the records that are known already.
    """

    changes: tuple[Change, ...]
    unchanged: int
    shelf: Shelf

    def count(self, *, new: bool) -> int:
        """How many records would be new, or changed."""
        return sum((change.record is None) == new for change in self.changes)


def plan(path: Path) -> Plan:
    """What importing this file (.yaml, .yml or .csv) would do. Raises FileRefused, by line, or NotImportable."""
    understanding = _understood(path)
    if understanding.problems:
        raise FileRefused(understanding.problems)
    shelf: Shelf = {}
    changes = [_change(wanted, shelf) for wanted in understanding.wanted]
    needed = tuple(change for change in changes if change.record is None or change.columns)
    return Plan(needed, len(changes) - len(needed), shelf)


def resolved(value: Any, shelf: Mapping[tuple[str, Hashable], models.Model | None]) -> Any:
    """The record a `Ref` stands for, None while it is to be made; any other value as it is."""
    return shelf[value.kind, value.key] if isinstance(value, Ref) else value


def _understood(path: Path) -> Understanding:
    understanding = Understanding()
    match path.suffix.casefold():
        case ".yaml" | ".yml":
            understanding.campaign_file(read_yaml(path))
        case ".csv":
            understanding.claims_table(read_csv(path))
        case _:
            raise NotImportable(f"{path} must be a .yaml file, or a .csv table of claims.")
    return understanding


def _change(wanted: Wanted, shelf: Shelf) -> Change:
    identity = {column: resolved(value, shelf) for column, value in wanted.identity.items()}
    known = all(value is not None for value in identity.values())
    record = wanted.kind.model._base_manager.filter(**identity).first() if known else None
    if wanted.kind.name == "preference" and identity["claim"] is not None:
        # Once the claim is there, what is preferred is the curators' affair.
        return Change(wanted, identity["claim"], ())
    shelf[wanted.kind.name, wanted.key] = record
    return Change(wanted, record, _differing(record, wanted, shelf) if record else ())


def _differing(record: models.Model, wanted: Wanted, shelf: Shelf) -> tuple[str, ...]:
    single = [column for column, value in wanted.values.items() if getattr(record, column) != resolved(value, shelf)]
    many = [column for column, values in wanted.many.items() if _missing(record, column, values, shelf)]
    return (*single, *many)


def _missing(record: models.Model, column: str, values: tuple[Any, ...], shelf: Shelf) -> bool:
    there = set(getattr(record, column).all())
    return any(resolved(value, shelf) not in there for value in values)
