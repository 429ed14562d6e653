"""Gives an archive that has no places the gazetteer that comes with the project, without the demonstration."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from archive.demo.authorities import load_places, load_schemes
from archive.demo.data_files import read
from archive.management.recorded import RecordedCommand
from archive.models import CodeScheme, Place


class Command(RecordedCommand):
    """``load_gazetteer``: what is there already is left as it is, so that it is safe to run again."""

    help = "Load the places and the families of codes that come with the project, where the archive has none."

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            self.stdout.write(self._load_places())
            self.stdout.write(self._load_schemes())

    def _load_places(self) -> str:
        if count := Place.objects.count():
            return f"The archive has {count} places: none were loaded."
        return f"{len(load_places(read('places')))} places are loaded, with their names."

    def _load_schemes(self) -> str:
        if count := CodeScheme.objects.count():
            return f"The archive has {count} families of codes: none were loaded."
        return f"{len(load_schemes())} families of codes are loaded."
