"""Prints what the reader makes of provenance codes."""

from __future__ import annotations

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from archive.management.lines import objects
from archive.reading.codes import read_code


class Command(BaseCommand):
    """``read_code [CODE…]``, or ``--jsonl`` for objects with ``id`` and ``code``, one a line."""

    help = "Print scheme, parts, conformity, suggestions and inferences of each code as JSON."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("codes", nargs="*")
        parser.add_argument("--jsonl", action="store_true", help="read objects with id and code, one a line")

    def handle(self, *args: Any, **options: Any) -> None:
        for code in options["codes"]:
            self.stdout.write(json.dumps(read_code(code).as_dict(), ensure_ascii=False))
        if options["jsonl"]:
            for row in objects(sys.stdin, "code"):
                self.stdout.write(
                    json.dumps({"id": row.get("id")} | read_code(row["code"]).as_dict(), ensure_ascii=False)
                )
