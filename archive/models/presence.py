"""Who has a record open just now. Not history: a row is overwritten at every sign of life."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Presence(models.Model):
    """A member of staff at a record."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("who"))
    table = models.CharField(_("table"), max_length=63)
    record = models.CharField(_("record"), max_length=40)
    seen_at = models.DateTimeField(_("last seen"), default=timezone.now)

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["table", "record", "user"], name="presence_once")]

    def __str__(self) -> str:
        return f"{self.user}: {self.table} {self.record}"
