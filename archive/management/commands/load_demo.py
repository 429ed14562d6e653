"""Loads the demonstration collection into an empty archive."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser

from archive.demo import loader
from archive.management.recorded import RecordedCommand
from archive.models import User

_PASSWORD = "verso-demo"


class Command(RecordedCommand):
    """``load_demo``: about 40 photographs with drawn pictures, and one member of staff for each role."""

    help = "Load the demonstration collection, if the archive is empty."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--password", default="", help="for the four demonstration sign-ins")

    def handle(self, *args: Any, **options: Any) -> None:
        if not loader.is_wanted():
            self._say_again()
            return
        if settings.SECURE and not options["password"]:
            raise CommandError("This is a server: choose a password for the demonstration with --password.")
        password = options["password"] or _PASSWORD
        count = loader.load(password, progress=self.stdout.write)
        self.stdout.write(f"The demonstration is loaded: {count} photographs.")
        self.stdout.write(f"Sign in as {', '.join(loader.ROLES)}, each with the password {password}")

    def _say_again(self) -> None:
        """What to know of an archive that has records already: theirs, or the demonstration with its first password."""
        # One is asked for all: a password is slow to check, and this runs at every start.
        curator = User.objects.filter(username="curator", is_active=True).first()
        if curator and curator.check_password(_PASSWORD):
            self.stdout.write(f"Sign in as {', '.join(loader.ROLES)}, each with the password {_PASSWORD}")
        else:
            self.stdout.write("The archive is not empty: the demonstration was not loaded.")
