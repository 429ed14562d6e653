"""Who else is at a record just now."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from archive.models import Presence, User

SECONDS = 45
"""How long a sign of life lasts: three of those that an open page sends."""


def note(user: User, table: str, record: str) -> None:
    """A sign of life of somebody at a record."""
    Presence.objects.bulk_create(
        [Presence(user=user, table=table, record=record)],
        update_conflicts=True,
        unique_fields=["table", "record", "user"],
        update_fields=["seen_at"],
    )


def others(user: User, table: str, record: str) -> list[str]:
    """The names of the others who have the record open."""
    since = timezone.now() - timedelta(seconds=SECONDS)
    at_it = Presence.objects.filter(table=table, record=record, seen_at__gte=since).exclude(user=user)
    return [str(one.user.get_username()) for one in at_it.select_related("user").order_by("user__username")]
