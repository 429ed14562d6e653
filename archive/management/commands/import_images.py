"""Brings a folder of scans into a gift."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive.images.errors import NoRoom
from archive.images.masters import sweep
from archive.ingest.errors import NotImportable
from archive.ingest.folders import Folder, read_folder
from archive.ingest.intake import go_on, receive, unfinished
from archive.models import IntakeFile, User


class Command(BaseCommand):
    """``import_images FOLDER --accession NUMBER``. Exit status 2: nothing can be done; 1: files were refused."""

    help = "Bring in a folder of scans: a draft for each print, front and back paired by name. Safe to run again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="the folder with the scans")
        parser.add_argument("--accession", required=True, metavar="NUMBER", help="the gift they belong to, as 2026.3")
        parser.add_argument("--by", metavar="USERNAME", help="who brings them in")
        parser.add_argument("--plan", action="store_true", help="show the pairing, and write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            folder = read_folder(options["folder"])
            self._show(folder)
            if not options["plan"]:
                self._bring_in(folder, options["accession"], _user(options["by"]))
        except (NotImportable, NoRoom) as error:
            raise CommandError(str(error), returncode=2) from error

    def _show(self, folder: Folder) -> None:
        """The pairing, print by print, and what is left out with the reason."""
        for one in folder.pairing.prints:
            self.stdout.write(f"{one.name}: " + ", ".join(f"{side.side} {side.name}" for side in one.sides))
        for unclear in folder.pairing.unclear:
            self.stdout.write(f"unclear: {', '.join(unclear.names)}. {unclear.reason}")
        for refusal in folder.refused:
            self.stdout.write(f"refused: {refusal}")
        self.stdout.write(
            f"{len(folder.pairing.prints)} prints of {folder.pairing.files} files; "
            f"{len(folder.pairing.unclear)} unclear, {len(folder.refused)} refused."
        )

    def _bring_in(self, folder: Folder, accession: str, by: User | None) -> None:
        sweep(settings.MASTERS_ROOT)
        intake = go_on(folder.pairing, accession_number=accession, folder=str(folder.path), by=by)
        listed = {side.name for one in folder.pairing.prints for side in one.sides}
        wanted = [file for file in unfinished(intake.files.select_related("photo")) if file.name in listed]
        done = [self._receive(folder.path, file, by, number, len(wanted)) for number, file in enumerate(wanted, 1)]
        kept = [file for file in done if file.state == IntakeFile.State.KEPT]
        refused = [file for file in done if file.state == IntakeFile.State.REFUSED]
        known = folder.pairing.files - len(wanted)
        self.stdout.write(f"{len(kept)} files kept, {known} were kept before, {len(refused)} refused.")
        if refused or folder.refused or folder.pairing.unclear:
            raise CommandError(
                "\n".join(file.reason for file in refused) or "Not everything was brought in: see above."
            )

    def _receive(self, folder: Path, file: IntakeFile, by: User | None, number: int, of: int) -> IntakeFile:
        try:
            file = receive(file, folder / file.name, by=by, program="import_images")
        except OSError as problem:
            words = f"{file.name}: {problem.strerror or problem}. Run the same command again to go on from here."
            raise CommandError(words) from problem
        sys.stderr.write(f"{number} of {of}  {file.name}  {file.get_state_display()}\n")
        return file


def _user(username: str | None) -> User | None:
    if username is None:
        return None
    user = User.objects.filter(username=username).first()
    if user is None:
        raise NotImportable(f"Nobody here is called {username}. Give the name of a member of staff, or leave --by out.")
    return user
