"""The base of every command that changes records."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from archive.models import Act
from archive.models.acting import act


class RecordedCommand(BaseCommand):
    """A command all of whose changes are one act of the history, under the command's name."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        name = type(self).__module__.rpartition(".")[2]
        with act(door=Act.Door.COMMAND, address=name):
            return super().execute(*args, **options)
