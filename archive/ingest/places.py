"""A table of places brought into the gazetteer: worked out first, then done in one transaction, or not at all.

Nothing is ever deleted: a row adds names to the place with its code and changes what its cells that are not blank say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from archive.ingest.place_table import PlaceRow, Problem, TableRefused, read_table
from archive.models import Place, PlaceName
from archive.search.deriving import renew_derived_names
from archive.search.indexing import reindexed

_TITLES = ("pinyin", "english", "postal", "hant", "hans")
_KIND = Place.Kind.TOWN


@dataclass(frozen=True)
class Change:
    """What a row would do to the place with its code: make it, or change these fields and add these names."""

    code: str
    is_new: bool
    values: Mapping[str, Any]
    parent: str
    names: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        told = [f"{field} {value}" for field, value in self.values.items()]
        told += [f"in {self.parent}"] if self.parent else []
        told += [f"{text} ({system})" for system, text in self.names]
        return f"{'new' if self.is_new else 'change'} {self.code}: {', '.join(told)}"


@dataclass(frozen=True)
class PlacePlan:
    """The places that would be made or changed, in the table's order, and how many would stay as they are."""

    changes: tuple[Change, ...]
    unchanged: int


def plan_places(path: Path) -> PlacePlan:
    """What importing this table would do. Raises TableRefused with every cell that will not do, or NotImportable."""
    rows, problems = read_table(path)
    known = {place.code: place for place in Place.objects.select_related("parent")}
    problems += [*_of_codes(rows), *_of_parents(rows, known), *_of_new(rows, known)]
    if problems:
        raise TableRefused(problems)
    names = _names_of({row.code for row in rows})
    changes = [_change(row, known.get(row.code), names.get(row.code, set())) for row in rows]
    wanted = tuple(change for change in changes if change.is_new or change.values or change.parent or change.names)
    return PlacePlan(wanted, len(changes) - len(wanted))


@transaction.atomic
def import_places(path: Path) -> PlacePlan:
    """Do what `plan_places` says, with the names that rules make and the search entries; what was done.

    Raises as `plan_places` does. Safe to run again.
    """
    _let_nobody_else_write()
    plan = plan_places(path)
    changed = list(Place.objects.filter(code__in=[change.code for change in plan.changes]))
    with reindexed(*changed):
        Place.objects.bulk_create(_made(change) for change in plan.changes if change.is_new)
        places = Place.objects.in_bulk(_codes(plan.changes), field_name="code")
        _write_values(plan.changes, places)
        _write_names(plan.changes, places)
        renew_derived_names(places[change.code] for change in plan.changes)
    return plan


def _let_nobody_else_write() -> None:
    """Until the transaction ends; readers are not held up. Two imports of one new place come one after the other."""
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE archive_place IN SHARE ROW EXCLUSIVE MODE")


def _of_codes(rows: Sequence[PlaceRow]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for row in rows:
        if row.code and first.setdefault(row.code, row.row) != row.row:
            yield Problem(row.row, "id", row.code, f"is the id of row {first[row.code]} too")


def _of_parents(rows: Sequence[PlaceRow], known: Mapping[str, Place]) -> Iterator[Problem]:
    above = {code: place.parent.code if place.parent else "" for code, place in known.items()}
    above.update({row.code: row.parent for row in rows if row.parent or row.code not in known})
    for row in rows:
        if row.parent and row.parent not in above:
            yield Problem(row.row, "parent_id", row.parent, "no such place, here or in the archive")
        elif row.parent and _lies_in_itself(row.code, above):
            yield Problem(row.row, "parent_id", row.parent, "the place would lie in itself")


def _lies_in_itself(code: str, above: Mapping[str, str]) -> bool:
    line: set[str] = set()
    at = above[code]
    while at and at not in line:
        line.add(at)
        at = above.get(at, "")
    return code in line


def _of_new(rows: Sequence[PlaceRow], known: Mapping[str, Place]) -> Iterator[Problem]:
    for row in rows:
        if row.code not in known and not row.names:
            yield Problem(row.row, "pinyin", "", "a new place needs a name")


def _names_of(codes: set[str]) -> dict[str, set[tuple[str, str]]]:
    names: dict[str, set[tuple[str, str]]] = {}
    listed = PlaceName.objects.filter(place__code__in=codes, is_derived=False)
    for code, system, text in listed.values_list("place__code", "system", "text"):
        names.setdefault(code, set()).add((system, text))
    return names


def _change(row: PlaceRow, place: Place | None, names: set[tuple[str, str]]) -> Change:
    added = tuple(dict.fromkeys(name for name in row.names if name not in names))
    if place is None:
        return Change(row.code, True, row.values, row.parent, added)
    values = {field: value for field, value in row.values.items() if getattr(place, field) != value}
    parent = "" if place.parent and place.parent.code == row.parent else row.parent
    return Change(row.code, False, values, parent, added)


def _made(change: Change) -> Place:
    by_system = dict(reversed(change.names))
    titles = [by_system[system] for system in _TITLES if system in by_system]
    title = titles[0] if titles else change.names[0][1]
    return Place(code=change.code, title=title, kind=_KIND)


def _codes(changes: Iterable[Change]) -> set[str]:
    return {code for change in changes for code in (change.code, change.parent) if code}


def _write_values(changes: Sequence[Change], places: Mapping[str, Place]) -> None:
    for change in changes:
        place = places[change.code]
        for field, value in change.values.items():
            setattr(place, field, value)
        if change.parent:
            place.parent = places[change.parent]
        if place.has_point() and place.precision == Place.Precision.NONE:
            place.precision = Place.Precision.APPROXIMATE
    fields = ["kind", "latitude", "longitude", "precision", "parent"]
    Place.objects.bulk_update([places[change.code] for change in changes], fields, batch_size=500)


def _write_names(changes: Sequence[Change], places: Mapping[str, Place]) -> None:
    """A name that a rule had made already and a source now gives stands as given."""
    rows = [
        PlaceName(place=places[change.code], system=system, text=text)
        for change in changes
        for system, text in change.names
    ]
    PlaceName.objects.filter(place__in=[row.place_id for row in rows], is_derived=True).delete()
    PlaceName.objects.bulk_create(rows, batch_size=1000)
