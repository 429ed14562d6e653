"""Prints what the reader makes of dates."""

from __future__ import annotations

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from archive.management.lines import objects
from archive.reading.dates import read_date


class Command(BaseCommand):
    """``read_date [PHRASE…]``, or ``--jsonl`` for objects with ``id``, ``phrase`` and ``context``, one a line."""

    help = "Print EDTF, first and last day and flags of each date phrase as JSON."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("phrases", nargs="*")
        parser.add_argument("--jsonl", action="store_true", help="read objects with id and phrase, one a line")
        parser.add_argument("--locale", help="that of the office which wrote it, as en-US")

    def handle(self, *args: Any, **options: Any) -> None:
        for phrase in options["phrases"]:
            reading = read_date(phrase, locale=options["locale"])
            self.stdout.write(json.dumps({"phrase": phrase} | reading.as_dict(), ensure_ascii=False))
        if options["jsonl"]:
            for row in objects(sys.stdin, "phrase"):
                reading = read_date(row["phrase"], locale=options["locale"], context=_context(row))
                self.stdout.write(json.dumps({"id": row.get("id")} | reading.as_dict(), ensure_ascii=False))


def _context(row: dict[str, Any]) -> dict[str, Any]:
    """The case's context, as an object; a bare text in its place is a locale."""
    context = row.get("context")
    return context if isinstance(context, dict) else {"locale": context} if context else {}
