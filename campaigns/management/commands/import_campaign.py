"""Brings a campaign with its names, events and claims into the archive."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive.ingest.errors import NotImportable
from archive.models import User
from campaigns.importing import FileRefused, Plan, carry_out, plan


class Command(BaseCommand):
    """``import_campaign FILE``. Exit status 2, and nothing written, when anything in the file will not do."""

    help = "Import a campaign from a YAML file, or claims from a CSV table; docs/importing.md has their keys."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="a .yaml file of one campaign, or a .csv table of claims; UTF-8")
        parser.add_argument("--plan", action="store_true", help="say what would be done, and write nothing")
        parser.add_argument("--by", default="", metavar="USERNAME", help="who signs the preferences in the file")

    def handle(self, *args: Any, **options: Any) -> None:
        user = _user(options["by"])
        try:
            done = plan(options["file"]) if options["plan"] else carry_out(options["file"], by=user)
        except FileRefused as refused:
            raise CommandError("\n".join(map(str, [*refused.problems, refused])), returncode=2) from refused
        except NotImportable as error:
            raise CommandError(str(error), returncode=2) from error
        if options["plan"]:
            for change in done.changes:
                self.stdout.write(str(change))
        self.stdout.write(_told(done, "would be" if options["plan"] else "are"))


def _told(done: Plan, verb: str) -> str:
    new, changed = done.count(new=True), done.count(new=False)
    return f"{new} records {verb} new, {changed} {verb} changed, {done.unchanged} stay as they were."


def _user(name: str) -> User | None:
    if not name:
        return None
    user = User.objects.filter(username=name).first()
    if user is None:
        raise CommandError(f"Nobody here is called “{name}”. Give a user name, or leave out --by.", returncode=2)
    return user
