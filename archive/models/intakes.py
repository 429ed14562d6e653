"""The ledger of scans that were brought in: from which folder, by whom, which file became which side of which print."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.models.accessions import Accession
from archive.models.images import Image
from archive.models.photos import Photo


class Intake(models.Model):
    """A folder of scans that is brought into a gift. May be gone on with at any time."""

    accession = models.ForeignKey(Accession, models.PROTECT, related_name="intakes", verbose_name=_("accession"))
    folder = models.CharField(_("folder"), max_length=500, blank=True, help_text=_("Where the files lay."))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"), default=timezone.now)

    class Meta:
        verbose_name = _("intake of scans")
        verbose_name_plural = _("intakes of scans")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.folder or '—'} → {self.accession.number}"


class IntakeFile(models.Model):
    """One file of an intake: the side of the print it is expected to be, and what became of it."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        KEPT = "kept", _("kept")
        REFUSED = "refused", _("refused")

    intake = models.ForeignKey(Intake, models.PROTECT, related_name="files", verbose_name=_("intake"))
    name = models.CharField(_("file"), max_length=500, help_text=_("As it was called where it came from."))
    print_name = models.CharField(_("print"), max_length=500, help_text=_("What its front and back are called alike."))
    photo = models.ForeignKey(Photo, models.PROTECT, related_name="intake_files", verbose_name=_("photograph"))
    side = models.CharField(_("side"), max_length=6, choices=Image.Side.choices)
    state = models.CharField(_("state"), max_length=7, choices=State.choices, default=State.WAITING)
    reason = models.CharField(_("why it was refused"), max_length=500, blank=True)
    image = models.OneToOneField(
        Image, models.SET_NULL, null=True, blank=True, related_name="arrival", verbose_name=_("picture")
    )

    class Meta:
        verbose_name = _("file brought in")
        verbose_name_plural = _("files brought in")
        ordering = ["intake", "pk"]
        constraints = [models.UniqueConstraint(fields=["intake", "name"], name="intakefile_once")]

    def __str__(self) -> str:
        return f"{self.name} → {self.photo.number}, {self.get_side_display()}"
