"""Registers a gift, so that photographs can be catalogued into it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError, CommandParser

from archive.management.recorded import RecordedCommand
from archive.models import Accession


class Command(RecordedCommand):
    """``register_accession NUMBER --title TITLE``: the least that a gift needs; the rest is for the admin."""

    help = "Register a gift under its accession number."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("number", help="the accession number, as 2026.3")
        parser.add_argument("--title", required=True, help="what the gift is, in a few words")
        parser.add_argument("--credit", default="", help="the credit line the donor wishes")

    def handle(self, *args: Any, **options: Any) -> None:
        accession = Accession(number=options["number"], title=options["title"], credit_line=options["credit"])
        try:
            accession.full_clean()
        except ValidationError as error:
            raise CommandError(" ".join(error.messages), returncode=2) from error
        accession.save()
        self.stdout.write(f"Registered {accession}.")
