"""Lists what is said of photographs and cannot be true together."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from campaigns.doubting import doubts


class Command(BaseCommand):
    """``find_contradictions``: one line each, with the number of the photograph. Changes nothing."""

    help = "List photographs whose words, places, dates and campaigns contradict each other."

    def handle(self, *args: Any, **options: Any) -> None:
        found = list(doubts())
        for doubt in found:
            self.stdout.write(f"{doubt.photo.number}\t{doubt.rule.label}\t{doubt.words}")
        self.stdout.write(f"{len(found)} found.")
