"""Prints which places spellings name, and which they may be slips for."""

from __future__ import annotations

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive.management.lines import objects
from archive.search.naming import what_place


class Command(BaseCommand):
    """``find_place NAME…``, or ``--jsonl`` for objects with ``id`` and ``query``, one a line, on standard input."""

    help = "Print as JSON which places of the gazetteer each spelling names, which are like it, and whether to choose."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("names", nargs="*", metavar="NAME", help="a spelling; quote one of several words")
        parser.add_argument("--jsonl", action="store_true", help="read objects with id and query, one a line")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["jsonl"]:
            for row in objects(sys.stdin, "query"):
                answer = {"id": row.get("id"), **what_place(row["query"]).as_dict()}
                self.stdout.write(json.dumps(answer, ensure_ascii=False))
            return
        if not options["names"]:
            raise CommandError("Give a name, or --jsonl and objects on standard input.", returncode=2)
        for name in options["names"]:
            self.stdout.write(json.dumps({"query": name, **what_place(name).as_dict()}, ensure_ascii=False))
