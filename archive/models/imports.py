"""The ledger of what was brought in, when and by whom, so that an import can be run again without harm."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.models.accessions import Accession
from archive.models.photos import Photo


class ImportBatch(models.Model):
    """One run that brought something in: from which file, into which accession, with what result."""

    accession = models.ForeignKey(Accession, models.PROTECT, related_name="imports", verbose_name=_("accession"))
    file_name = models.CharField(_("file"), max_length=255)
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    title = models.CharField(_("title of the page"), max_length=300, blank=True)
    introduction = models.TextField(_("introduction of the page"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"), default=timezone.now)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-at"]
        constraints = [models.UniqueConstraint(fields=["accession", "sha256"], name="importbatch_once")]

    def __str__(self) -> str:
        return f"{self.file_name} → {self.accession.number}"


class ImportRow(models.Model):
    """One line of an import and the photograph it became. Its key is never imported twice into one accession."""

    batch = models.ForeignKey(ImportBatch, models.PROTECT, related_name="rows", verbose_name=_("import"))
    accession = models.ForeignKey(Accession, models.PROTECT, related_name="+", verbose_name=_("accession"))
    line = models.PositiveIntegerField(_("line"))
    key = models.CharField(_("key"), max_length=80, help_text=_("The SHA-256 of the words, and which of equals it is."))
    photo = models.ForeignKey(
        Photo, models.SET_NULL, null=True, related_name="import_rows", verbose_name=_("photograph")
    )

    class Meta:
        verbose_name = _("imported line")
        verbose_name_plural = _("imported lines")
        ordering = ["batch", "line"]
        constraints = [models.UniqueConstraint(fields=["accession", "key"], name="importrow_once")]

    def __str__(self) -> str:
        return f"{self.batch}, {self.line}"
