"""Makes what the search goes by anew from the records: names that rules make of places' pinyin, and the entries."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from archive.models import Place
from archive.search.deriving import renew_derived_names
from archive.search.rebuilding import rebuild
from archive.search.tallies import lacks_counts


class Command(BaseCommand):
    """``rebuild_search``: for after an upgrade, or when in doubt; day by day the entries keep themselves."""

    help = "Make the table that public lists read anew from the records."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--if-needed", action="store_true", help="Only where an upgrade has left it without counts."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_needed"] and not lacks_counts():
            return
        renew_derived_names(Place.objects.all())
        count = rebuild(lambda done: self.stdout.write(f"{done} indexed …"))
        self.stdout.write(f"The index holds what {count} published photographs say.")
