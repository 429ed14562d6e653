"""JSON objects, one a line, as the reading commands take them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.management.base import CommandError


def objects(lines: Iterable[str], field: str) -> Iterator[dict[str, Any]]:
    """The object of each line that is not blank. Raises CommandError with the line's number when it will not do."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise CommandError(f"Line {number} is not JSON: {error.msg}.", returncode=2) from error
        if not isinstance(row, dict) or not isinstance(row.get(field), str):
            raise CommandError(f"Line {number} is not an object with a text “{field}”.", returncode=2)
        yield row
