"""What became of masters: each check of a file against its hash is an event of its own (PREMIS: fixity check)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.models.append_only import AppendOnly
from archive.models.images import Image


class FixityCheck(AppendOnly):
    """One look at a master: who or what looked, when, and whether the file is still the one that came. Append-only."""

    class Outcome(models.TextChoices):
        TAKEN_IN = "taken_in", _("taken in, and hashed")
        INTACT = "intact", _("intact")
        CHANGED = "changed", _("changed")
        MISSING = "missing", _("missing")
        UNREADABLE = "unreadable", _("cannot be read")
        REPAIRED = "repaired", _("repaired from the second copy")
        NO_COPY = "no_copy", _("no intact second copy to repair it from")

    ALGORITHM = "SHA-256"

    image = models.ForeignKey(Image, models.PROTECT, related_name="checks", verbose_name=_("picture"))
    at = models.DateTimeField(_("at"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    program = models.CharField(_("program"), max_length=100, help_text=_("What looked, such as verify_masters."))
    algorithm = models.CharField(_("algorithm"), max_length=10, default=ALGORITHM)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome.choices)
    found = models.CharField(_("what was found"), max_length=200, blank=True, help_text=_("The hash, or the error."))

    class Meta:
        verbose_name = _("fixity check")
        verbose_name_plural = _("fixity checks")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["image", "-at"], name="fixitycheck_latest"),
            models.Index(fields=["at"], name="fixitycheck_at"),
        ]

    def __str__(self) -> str:
        return f"{self.image}: {self.get_outcome_display()}"
