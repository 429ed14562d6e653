"""Prints what the reader makes of captions."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from archive.demo.data_files import read
from archive.ingest.gazetteer import gazetteer, shipped_gazetteer
from archive.management.lines import objects
from archive.models import Place
from archive.reading.captions import read_caption
from archive.reading.gazetteer import Gazetteer


class Command(BaseCommand):
    """``read_caption [FILE…|-]``, or ``--jsonl`` for objects with ``id`` and ``raw``, one a line, on standard input."""

    help = "Print the reading of each caption as JSON, with the places of this archive's gazetteer."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="*", default=["-"], help="one caption each; - is standard input")
        parser.add_argument("--jsonl", action="store_true", help="read objects with id and raw, one a line")
        parser.add_argument("--locale", help="that of the office which typed it, as en-US")

    def handle(self, *args: Any, **options: Any) -> None:
        names = _names()
        if options["jsonl"]:
            for row in objects(sys.stdin, "raw"):
                reading = read_caption(row["raw"], gazetteer=names, locale=row.get("locale") or options["locale"])
                self.stdout.write(json.dumps({"id": row.get("id"), "reading": reading.as_dict()}, ensure_ascii=False))
            return
        for text in _texts(options["files"]):
            reading = read_caption(text, gazetteer=names, locale=options["locale"])
            self.stdout.write(json.dumps(reading.as_dict(), ensure_ascii=False, indent=2))


def _names() -> Gazetteer:
    """This archive's places; those that Verso brings along, where it has none yet or no tables."""
    try:
        if Place.objects.exists():
            return gazetteer()
    except DatabaseError:
        pass
    return shipped_gazetteer(read("places"))


def _texts(files: list[str]) -> Iterator[str]:
    for name in files:
        try:
            yield sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"{name} cannot be read as text: {error}", returncode=2) from error
