"""Brings a table of places into the gazetteer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from archive.ingest.errors import NotImportable
from archive.ingest.place_table import TableRefused
from archive.ingest.places import import_places, plan_places
from archive.management.recorded import RecordedCommand


class Command(RecordedCommand):
    """``import_places FILE.csv``. Exit status 2, and nothing written, when the file or any cell of it will not do."""

    help = "Import a table of places: id, pinyin, hans, hant, lat, lon, parent_id, kind and further columns of names."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="a CSV table in UTF-8; its first row are the headings")
        parser.add_argument("--plan", action="store_true", help="say what would be done, and write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            done = (plan_places if options["plan"] else import_places)(options["file"])
        except TableRefused as refused:
            raise CommandError("\n".join(map(str, [*refused.problems, refused])), returncode=2) from refused
        except NotImportable as error:
            raise CommandError(str(error), returncode=2) from error
        if options["plan"]:
            for change in done.changes:
                self.stdout.write(str(change))
        new = sum(change.is_new for change in done.changes)
        verb = "would be" if options["plan"] else "are"
        self.stdout.write(
            f"{new} places {verb} new, {len(done.changes) - new} {verb} changed, {done.unchanged} stay as they were."
        )
