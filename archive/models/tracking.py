"""Which tables the history watches: all of the apps that ask for it, but for the few they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.apps import apps
from django.db import connection, models

_LEFT_OUT: dict[str, frozenset[str]] = {}
_SECRET: Mapping[str, tuple[str, ...]] = {
    "archive_user": ("password", "last_login"),
    "archive_sendercontact": ("email",),
}
"""Columns that never enter the history: it is read by more people than may know them, and is kept for good."""

_ATTACH = "SELECT archive_watch(%s, %s, %s)"
_READY = "SELECT to_regproc('archive_watch') IS NOT NULL"


def track(app: str, *, but: frozenset[str] = frozenset()) -> None:
    """Watch every table of this app, many-to-many tables too, but those of the models named: what can be made again."""
    _LEFT_OUT[app] = but


def tracked_models() -> Iterator[type[models.Model]]:
    """The models whose every change is recorded."""
    for app, but in _LEFT_OUT.items():
        for model in apps.get_app_config(app).get_models(include_auto_created=True):
            if model._meta.managed and not model._meta.proxy and model._meta.object_name not in but:
                yield model


def is_tracked(model: type[models.Model]) -> bool:
    """Whether every change of this model's records is recorded; if not, they can be made again from others."""
    return model in set(tracked_models())


def watch(**_signal: object) -> None:
    """Give every tracked table that is there its triggers. Safe to run again; a table that has them is not touched."""
    with connection.cursor() as cursor:
        cursor.execute(_READY)
        if not cursor.fetchone()[0]:
            return
        for model in tracked_models():
            table, key = model._meta.db_table, model._meta.pk.column
            cursor.execute(_ATTACH, [table, key, list(_SECRET.get(table, ()))])
