"""A table of claims as blocks: one row a claim, the headings being the keys of a claim and “campaign”."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from archive.ingest.errors import NotImportable
from campaigns.importing.blocks import Block, FileRefused, Item, Problem, Row, Text
from campaigns.importing.yaml_file import read_text

_LISTS = ("who",)
_PARTED = re.compile(r"[;|]")


def read_csv(path: Path) -> Block:
    """The rows as `claims` of one block. Raises FileRefused, by line of the file, or NotImportable."""
    reader = csv.reader(io.StringIO(read_text(path), newline=""), strict=True)
    claims: list[Item] = []
    try:
        heading = [cell.strip().casefold() for cell in next(reader, [])]
        _check(heading, path)
        line = reader.line_num + 1
        for cells in reader:
            if any(map(str.strip, cells)):
                claims.append(_claim(heading, cells, line))
            line = reader.line_num + 1
    except csv.Error as error:
        raise FileRefused([Problem(reader.line_num, "CSV", "", str(error))]) from error
    return Block(1, {"claims": Row(1, claims)})


def _check(heading: list[str], path: Path) -> None:
    if "campaign" not in heading:
        raise NotImportable(f"{path} has no column “campaign”. Its first row must be the headings.")
    twice = sorted({column for column in heading if heading.count(column) > 1})
    if twice:
        raise FileRefused([Problem(1, column, "", "this column is there twice") for column in twice])


def _claim(heading: list[str], cells: list[str], line: int) -> Block:
    if len(cells) > len(heading):
        raise FileRefused([Problem(line, "", cells[len(heading)], "a cell without a heading: is a comma unquoted?")])
    filled = {column: cell.strip() for column, cell in zip(heading, cells, strict=False) if cell.strip()}
    return Block(line, {column: _cell(column, cell, line) for column, cell in filled.items()})


def _cell(column: str, cell: str, line: int) -> Item:
    if column in _LISTS:
        return Row(line, [Text(part.strip(), line) for part in _PARTED.split(cell) if part.strip()])
    return Text(cell, line)
