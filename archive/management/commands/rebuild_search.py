"""Makes the search entries anew from the records."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from archive.search.indexing import rebuild


class Command(BaseCommand):
    """``rebuild_search``: for after an upgrade, or when in doubt; day by day the entries keep themselves."""

    help = "Make the table that public lists read anew from the records."

    def handle(self, *args: Any, **options: Any) -> None:
        count = rebuild(lambda done: self.stdout.write(f"{done} indexed …"))
        self.stdout.write(f"The index holds what {count} published photographs say.")
