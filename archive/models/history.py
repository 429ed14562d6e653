"""What happened to the records: acts, and the changes each of them made. Written by the database, never by us.

Triggers of migration 0040 write one change for each row that any statement adds, alters or drops, in its own
transaction. Both tables are only ever added to: the database refuses the rest.
"""

from __future__ import annotations

from typing import Any, Self

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

State = dict[str, Any]
"""A row as the database told it: its columns by name, values as JSON."""


class Act(models.Model):
    """Everything that one request, command or transaction changed, as one step: who did it, by which door, and why.

    People are kept as words and number, not as a reference: who left the museum still did what they did.
    """

    class Door(models.TextChoices):
        ADMIN = "admin", _("records")
        DESK = "desk", _("desk")
        PUBLIC = "public", _("public pages")
        COMMAND = "command", _("command")
        DATABASE = "database", _("database")

    id = models.UUIDField(primary_key=True)
    at = models.DateTimeField(_("when"))
    by_key = models.BigIntegerField(_("number of the member of staff"), null=True)
    by_name = models.CharField(_("who"), max_length=150, blank=True)
    door = models.CharField(_("by way of"), max_length=10, choices=Door.choices)
    address = models.CharField(_("address or command"), max_length=300, blank=True)
    reason = models.TextField(_("why"), blank=True)
    undoes = models.ForeignKey(
        "self", models.DO_NOTHING, null=True, db_constraint=False, related_name="undone_by", verbose_name=_("undoes")
    )

    class Meta:
        verbose_name = _("act")
        verbose_name_plural = _("acts")
        ordering = ["-at"]
        default_permissions = ()
        permissions = [
            ("restore_record", "Can put a record back as it was"),
            ("undo_act", "Can undo all changes of one act"),
            ("view_monthly_desk", "Can open the monthly desk"),
        ]
        indexes = [
            models.Index(fields=["-at"], name="act_at"),
            models.Index(fields=["by_key", "-at"], name="act_by"),
        ]

    def __str__(self) -> str:
        return f"{self.by_name or self.get_door_display()}, {self.at:%Y-%m-%d %H:%M}"


class ChangeQuerySet(models.QuerySet["Change"]):
    """Changes by what they happened to."""

    def of(self, model: type[models.Model], pk: object) -> Self:
        """Those of one record, the oldest first."""
        return self.filter(table=model._meta.db_table, record=str(pk)).order_by("pk")

    def about_photo(self, pk: int) -> Self:
        """Those of a photograph and of all that is said of it, the oldest first."""
        return self.filter(photo=pk).order_by("pk")


class Change(models.Model):
    """One row added, altered or dropped: as it was before and as it was after, all columns of both."""

    class Kind(models.TextChoices):
        ADDED = "added", _("added")
        CHANGED = "changed", _("changed")
        DELETED = "deleted", _("deleted")

    # No constraint, which would be checked row by row: the trigger writes the act itself, and nobody can drop it.
    act = models.ForeignKey(
        Act, models.DO_NOTHING, related_name="changes", db_constraint=False, db_index=False, verbose_name=_("act")
    )
    table = models.CharField(_("table"), max_length=63)
    record = models.CharField(_("record"), max_length=40)
    photo = models.BigIntegerField(_("number of the photograph it is about"), null=True)
    kind = models.CharField(_("kind"), max_length=7, choices=Kind.choices)
    before = models.JSONField(_("before"), null=True, encoder=DjangoJSONEncoder)
    after = models.JSONField(_("after"), null=True, encoder=DjangoJSONEncoder)

    objects = ChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["pk"]
        default_permissions = ()
        indexes = [
            models.Index(fields=["table", "record", "id"], name="change_of_record"),
            models.Index(fields=["photo", "id"], name="change_about_photo", condition=models.Q(photo__isnull=False)),
            models.Index(fields=["act", "id"], name="change_of_act"),
        ]

    def __str__(self) -> str:
        return f"{self.table} {self.record} {self.get_kind_display()}"

    def columns(self) -> list[str]:
        """The columns that differ between before and after; all that were filled when the row was added or dropped."""
        before, after = self.before or {}, self.after or {}
        return [name for name in {**before, **after} if before.get(name) != after.get(name)]
