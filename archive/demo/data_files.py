"""The demonstration's data files, which hold its words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_DATA = Path(__file__).with_name("data")


def read(name: str) -> list[dict[str, Any]]:
    """The rows of one data file, by its name without the ending."""
    rows: list[dict[str, Any]] = json.loads((_DATA / f"{name}.json").read_text(encoding="utf-8"))
    return rows
