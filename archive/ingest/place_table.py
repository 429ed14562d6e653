"""A table of places in CSV, read cell by cell: what every row says, or every cell that will not do."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError

from archive.ingest.errors import NotImportable
from archive.models import Place, PlaceName

VALUES = {"id": "code", "lat": "latitude", "lon": "longitude", "parent_id": "parent", "kind": "kind"}
"""The columns that are no names, each with the field of a place it fills."""

NAMES = tuple(PlaceName.System.values)
"""The columns of names: the systems of spelling. A cell may hold several names, parted by ``;`` or ``|``."""

_KINDS = {"station": "railway_station", "route": "road", "landmark": "site", "pass": "site", "village": "town"}
_PARTED = re.compile(r"[;|]")
_LATIN = re.compile(r"[A-Za-z]")
_LONGEST = 200


@dataclass(frozen=True, order=True)
class Problem:
    """A cell that will not do. Rows are counted as a spreadsheet does, the heading being row 1."""

    row: int
    column: str
    cell: str
    reason: str

    def __str__(self) -> str:
        return f"row {self.row}, “{self.column}”, “{self.cell}”: {self.reason}"


class TableRefused(NotImportable):
    """Cells that will not do, all of them: nothing of the table is imported."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__(f"{len(problems)} cells will not do; nothing was imported.")


@dataclass(frozen=True)
class PlaceRow:
    """What a row says of one place: fields of `Place` (blank cells left out), its parent's code, and its names."""

    row: int
    code: str
    values: Mapping[str, Any]
    parent: str
    names: tuple[tuple[str, str], ...]


@dataclass
class _Cells:
    """The cells of one row by column, and what is wrong with them."""

    row: int
    cells: Mapping[str, str]
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, column: str, reason: str) -> None:
        self.problems.append(Problem(self.row, column, self.cells.get(column, ""), reason))


def read_table(path: Path) -> tuple[list[PlaceRow], list[Problem]]:
    """The rows of a CSV file in UTF-8 and what is wrong with single cells. Raises NotImportable for any other file."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise NotImportable(f"{path} cannot be read as a CSV table in UTF-8: {error}") from error
    if "\0" in text:
        raise NotImportable(f"{path} has NUL characters in it: it is not a CSV table in UTF-8.")
    if not lines:
        raise NotImportable(f"{path} is empty. Its first row must be the headings, “id” among them.")
    heading = [cell.strip().casefold() for cell in lines[0]]
    if problems := list(_of_heading(heading)):
        return [], problems
    tables = [
        _cells(number, heading, line) for number, line in enumerate(lines[1:], start=2) if any(map(str.strip, line))
    ]
    rows = [_row(cells) for cells in tables]
    return rows, [problem for cells in tables for problem in cells.problems]


def _of_heading(heading: Sequence[str]) -> Iterator[Problem]:
    known = [*VALUES, *NAMES]
    for at, column in enumerate(heading):
        if column not in known:
            yield Problem(1, column, column, f"no such column. There are: {', '.join(known)}")
        elif column in heading[:at]:
            yield Problem(1, column, column, "this column is there twice")
    if "id" not in heading:
        yield Problem(1, "id", "", "this column is missing")


def _cells(number: int, heading: Sequence[str], line: Sequence[str]) -> _Cells:
    cells = _Cells(number, {column: cell.strip() for column, cell in zip(heading, line, strict=False)})
    if len(line) > len(heading):
        cells.problems.append(Problem(number, "", line[len(heading)], "a cell without a heading: is a comma unquoted?"))
    return cells


def _row(cells: _Cells) -> PlaceRow:
    values: dict[str, Any] = {}
    for column, clean in _CLEAN.items():
        if text := cells.cells.get(column, ""):
            value = clean(cells, column, text)
            if value is not None:
                values[VALUES[column]] = value
    _check_point(cells)
    code = _code(cells)
    return PlaceRow(cells.row, code, values, cells.cells.get("parent_id", ""), tuple(_names(cells)))


def _code(cells: _Cells) -> str:
    code = cells.cells.get("id", "")
    _meets_rule(cells, "id", code)
    return code


def _degrees(cells: _Cells, column: str, text: str) -> Decimal | None:
    try:
        value = round(Decimal(text), 5)
    except InvalidOperation:
        cells.refuse(column, "not a number of degrees, as 24.33")
        return None
    return value if _meets_rule(cells, column, value) else None


def _kind(cells: _Cells, column: str, text: str) -> str | None:
    kind = _KINDS.get(text.casefold(), text.casefold().replace(" ", "_"))
    if kind in Place.Kind.values:
        return kind
    cells.refuse(column, f"no such kind. There are: {', '.join(Place.Kind.values)}")
    return None


_CLEAN: dict[str, Callable[[_Cells, str, str], Any]] = {"lat": _degrees, "lon": _degrees, "kind": _kind}


def _meets_rule(cells: _Cells, column: str, value: object) -> bool:
    """Ask the model, whose rules are those of every form."""
    rule: Any = Place._meta.get_field(VALUES[column])
    try:
        rule.clean(value, None)
    except ValidationError as error:
        cells.refuse(column, " ".join(error.messages))
        return False
    return True


def _check_point(cells: _Cells) -> None:
    lat, lon = cells.cells.get("lat", ""), cells.cells.get("lon", "")
    if bool(lat) != bool(lon):
        cells.refuse("lon" if lat else "lat", "give both lat and lon, or neither")


def _names(cells: _Cells) -> Iterator[tuple[str, str]]:
    for system in NAMES:
        for text in _PARTED.split(cells.cells.get(system, "")):
            if name := " ".join(text.split()):
                _check_name(cells, system, name)
                yield system, name


def _check_name(cells: _Cells, system: str, name: str) -> None:
    if len(name) > _LONGEST:
        cells.refuse(system, f"a name may have {_LONGEST} characters")
    if system in ("hans", "hant") and _LATIN.search(name):
        cells.refuse(system, "Latin letters among Chinese characters: is a cell in the wrong column?")
    if system == "pinyin" and not _LATIN.search(name):
        cells.refuse(system, "pinyin has Latin letters: is a cell in the wrong column?")
