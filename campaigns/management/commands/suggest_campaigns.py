"""Proposes links between photographs and campaigns, for curators to decide."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from campaigns.models import SuggestedLink
from campaigns.suggesting import suggest


class Command(BaseCommand):
    """``suggest_campaigns``. Links nothing. What was rejected does not come back."""

    help = "Propose links from the places and dates of photographs to campaigns and phases, for the desk."

    def handle(self, *args: Any, **options: Any) -> None:
        new = suggest()
        waiting = SuggestedLink.objects.open().count()
        self.stdout.write(f"{new} links are newly suggested; {waiting} wait to be decided at /desk/campaigns/.")
