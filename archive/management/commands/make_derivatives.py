"""Makes the smaller pictures that are missing, from the masters."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive.images.adding import lacks_derivatives, make_again
from archive.images.errors import NotAPicture
from archive.models import Image

_TOLD = 10


class Command(BaseCommand):
    """``make_derivatives``: after a restore, or when an upgrade brings a new size. Safe to stop and run again."""

    help = "Make the published sizes that have no row or no file, from the masters."

    def handle(self, *args: Any, **options: Any) -> None:
        lacking = [image for image in Image.objects.prefetch_related("derivatives") if lacks_derivatives(image)]
        told = [self._make(number, image, len(lacking)) for number, image in enumerate(lacking, start=1)]
        failed = [problem for problem in told if problem]
        self.stdout.write(f"{len(lacking) - len(failed)} pictures made anew.")
        if failed:
            raise CommandError("\n".join(failed))

    def _make(self, number: int, image: Image, of: int) -> str:
        """Make one; what went wrong, or nothing."""
        if number % _TOLD == 0:
            self.stdout.write(f"{number} of {of} …")
        try:
            make_again(image)
        except FileNotFoundError:
            return f"{image}: the master {image.master} is missing. Bring it back from the backup."
        except NotAPicture as problem:
            return f"{image}: {problem}"
        return ""
