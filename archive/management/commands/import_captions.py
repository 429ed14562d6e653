"""Imports a saved gallery page: one draft for each caption."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from archive.ingest.errors import NotImportable
from archive.ingest.pages import read_page
from archive.ingest.plan import carry_out, plan
from archive.management.recorded import RecordedCommand
from archive.models import User


class Command(RecordedCommand):
    """``import_captions FILE --accession NUMBER``. Exit status 2 when the file or the accession will not do."""

    help = "Import a saved page of captions: one draft photograph for each. Safe to run again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the page, plain text in UTF-8")
        parser.add_argument("--accession", required=True, metavar="NUMBER", help="the gift it belongs to, as 2026.3")
        parser.add_argument("--by", metavar="USERNAME", help="who imports it")
        parser.add_argument("--plan", action="store_true", help="say what would be done, and write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self._import(options["file"], options["accession"], options["by"], planning=options["plan"])
        except NotImportable as error:
            raise CommandError(str(error), returncode=2) from error

    def _import(self, path: Path, number: str, username: str | None, *, planning: bool) -> None:
        page = read_page(path)
        if planning:
            planned = plan(page, accession_number=number)
            self.stdout.write(f"“{page.title}”: {len(planned.new)} new captions, {planned.known} known.")
            return
        done = carry_out(page, accession_number=number, by=_user(username))
        self.stdout.write(f"“{page.title}”: {len(done.made)} drafts made, {done.known} captions were known already.")
        if done.made:
            self.stdout.write(f"Drafts {done.made[0].number} to {done.made[-1].number}, for a curator to go through.")
        for remark in done.remarks:
            self.stdout.write(remark)


def _user(username: str | None) -> User | None:
    if username is None:
        return None
    user = User.objects.filter(username=username).first()
    if user is None:
        raise NotImportable(f"Nobody here is called {username}. Give the name of a member of staff, or leave --by out.")
    return user
