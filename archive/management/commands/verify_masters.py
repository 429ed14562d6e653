"""Checks the masters against their hashes."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive.images.verifying import BAD, longest_unseen, strangers, verify
from archive.models import FixityCheck, Image

_TOLD = 100


class Command(BaseCommand):
    """``verify_masters``: exit status 1 when a master is damaged or missing, or a file there belongs to no picture."""

    help = "Hash the masters again: find what is missing, changed or strange; repair it from the second copy."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--repair", action="store_true", help="put back what is damaged, from MASTERS_MIRROR")
        parser.add_argument("--oldest", type=int, metavar="N", help="only the N that were not looked at for longest")
        parser.add_argument("--minutes", type=float, metavar="M", help="begin no further one after M minutes")

    def handle(self, *args: Any, **options: Any) -> None:
        images = longest_unseen()[: options["oldest"]].iterator(chunk_size=500)
        outcomes: Counter[str] = Counter()
        damaged: set[int] = set()
        checks = verify(
            _in_time(images, options["minutes"]), by=None, program="verify_masters", repairing=options["repair"]
        )
        for number, check in enumerate(checks, start=1):
            outcomes[str(check.get_outcome_display())] += 1
            self._tell(check, damaged)
            if number % _TOLD == 0:
                sys.stderr.write(f"{number} …\n")
        strange = strangers()
        for name in strange:
            self.stdout.write(f"stray: {name} belongs to no picture.")
        told = ", ".join(f"{count} {words}" for words, count in sorted(outcomes.items())) or "no masters"
        self.stdout.write(f"{told}; {len(strange)} stray files.")
        if damaged or strange:
            raise CommandError(f"{len(damaged)} masters are not as they should be, {len(strange)} files are strangers.")

    def _tell(self, check: FixityCheck, damaged: set[int]) -> None:
        """Name what is damaged, and strike it off again when it was repaired."""
        if check.outcome in BAD:
            damaged.add(check.image_id)
        elif check.outcome == FixityCheck.Outcome.REPAIRED:
            damaged.discard(check.image_id)
        if check.outcome != FixityCheck.Outcome.INTACT:
            self.stdout.write(
                f"{check.get_outcome_display()}: {check.image}, {check.image.master} {check.found}".strip()
            )


def _in_time(images: Iterable[Image], minutes: float | None) -> Iterator[Image]:
    """As many as fit into so many minutes; all without a number."""
    latest = time.monotonic() + minutes * 60 if minutes is not None else None
    for image in images:
        if latest is not None and time.monotonic() > latest:
            return
        yield image
