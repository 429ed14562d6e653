"""CSV that spreadsheets open as it is meant: UTF-8 with a byte order mark, and no cell that is taken for a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

MARK = "\ufeff"
"""Without it Excel reads UTF-8 as the code page of the country, and 柳州 as noise. Readers of UTF-8 skip it."""
CONTENT_TYPE = "text/csv; charset=utf-8"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        """The same text."""
        return text


def cell(value: Any) -> str:
    """A value as a cell; one that a spreadsheet would take for a formula begins with an apostrophe."""
    text = str(value)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def lines(heading: Sequence[Any], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """The file line by line: the mark with the names of the columns, then the rows."""
    writer = csv.writer(_Echo())
    yield MARK + writer.writerow([cell(name) for name in heading])
    for row in rows:
        yield writer.writerow([cell(value) for value in row])
