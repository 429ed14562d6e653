"""The chain of hands a gift or a print went through."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.models.append_only import AppendOnly
from archive.models.fields import DerivedDate
from archive.models.spans import earliest_day, edtf_date


class CustodyEventQuerySet(models.QuerySet["CustodyEvent"]):
    """Changes of hands by whether they count."""

    def standing(self) -> Self:
        """Those that no later entry corrects."""
        return self.filter(replaced_by__isnull=True)


class CustodyEvent(AppendOnly):
    """One change of hands: from whom, to whom, when, how, and what shows it. Append-only."""

    accession = models.ForeignKey(
        "archive.Accession", models.PROTECT, null=True, blank=True, related_name="custody", verbose_name=_("accession")
    )
    photo = models.ForeignKey(
        "archive.Photo", models.PROTECT, null=True, blank=True, related_name="custody", verbose_name=_("photograph")
    )
    from_words = models.CharField(_("from"), max_length=200, blank=True, help_text=_("Empty when unknown."))
    to_words = models.CharField(_("to"), max_length=200, blank=True, help_text=_("Empty when unknown."))
    when_words = models.CharField(_("when, in words"), max_length=100, blank=True)
    edtf = models.CharField(_("when, as EDTF"), max_length=100, blank=True, validators=[edtf_date])
    earliest = DerivedDate(null=True, source="edtf", by=earliest_day)
    how = models.CharField(_("how"), max_length=200, blank=True, help_text=_("Gift, inheritance, purchase, loan …"))
    evidence = models.TextField(_("evidence"), blank=True)
    replaces = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
        verbose_name=_("corrects"),
        help_text=_("An earlier entry that was wrong. It is kept, and left out of the chain."),
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("entered by")
    )
    at = models.DateTimeField(_("entered at"), default=timezone.now)

    objects = CustodyEventQuerySet.as_manager()

    class Meta:
        verbose_name = _("change of custody")
        verbose_name_plural = _("custody")
        ordering = ["earliest", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(accession__isnull=False, photo__isnull=True)
                | Q(accession__isnull=True, photo__isnull=False),
                name="custody_of_one_thing",
                violation_error_message=_("A change of custody is of one accession or of one photograph."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.from_words or '?'} → {self.to_words or '?'}"
