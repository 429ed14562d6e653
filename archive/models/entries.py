"""Objects that came into the house before anybody knew whether they would stay, and every move of a box since."""

from __future__ import annotations

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.models.accessions import Accession, Box
from archive.models.agents import Agent
from archive.models.append_only import AppendOnly
from archive.models.users import User


class ObjectEntry(models.Model):
    """One arrival, with what its receipt says: who left what, why, when it goes back if it does not stay.

    After the object entry procedure of Spectrum (Collections Trust). It becomes an accession, or goes back.
    """

    class Purpose(models.TextChoices):
        GIFT = "gift", _("offered as a gift")
        LOAN = "loan", _("loan or deposit")
        ENQUIRY = "enquiry", _("enquiry, to be looked at")
        COPYING = "copying", _("to be copied and given back")

    depositor = models.ForeignKey(Agent, models.PROTECT, related_name="entries", verbose_name=_("left by"))
    purpose = models.CharField(_("why it came"), max_length=8, choices=Purpose.choices, default=Purpose.GIFT)
    description = models.TextField(_("what came"), help_text=_("As in: one album, 43 loose prints, two letters."))
    count = models.PositiveIntegerField(_("pieces"), null=True, blank=True)
    condition = models.TextField(_("condition"), blank=True)
    received_on = models.DateField(_("received on"), default=timezone.localdate)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("received by")
    )
    return_by = models.DateField(_("to be given back by"), null=True, blank=True)
    returned_on = models.DateField(_("given back on"), null=True, blank=True)
    accession = models.ForeignKey(
        Accession, models.PROTECT, null=True, blank=True, related_name="entries", verbose_name=_("became accession")
    )

    class Meta:
        verbose_name = _("object entry")
        verbose_name_plural = _("object entries")
        ordering = ["-received_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(returned_on__isnull=True) | Q(accession__isnull=True),
                name="entry_stays_or_goes",
                violation_error_message=_("What became an accession was not given back."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.number}, {self.depositor}"

    @property
    def number(self) -> str:
        """Its entry number, as on the receipt: never used again, and never taken for an accession's."""
        return f"E{self.received_on.year}.{self.pk}"

    def receipt_url(self) -> str:
        """Where its receipt is printed."""
        return reverse("desk-receipt", args=[self.pk])


class BoxMove(AppendOnly):
    """One move of a box: from where, to where, when, by whom, why. Append-only; the box keeps only where it is now."""

    box = models.ForeignKey(Box, models.PROTECT, related_name="moves", verbose_name=_("box"))
    from_location = models.CharField(_("from"), max_length=200, blank=True)
    to_location = models.CharField(_("to"), max_length=200)
    reason = models.CharField(_("why"), max_length=200, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("moved by")
    )
    at = models.DateTimeField(_("moved at"), default=timezone.now)

    class Meta:
        verbose_name = _("move of a box")
        verbose_name_plural = _("moves of boxes")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.box}: {self.from_location or '?'} → {self.to_location}"


def move_box(box: Box, to_location: str, *, by: User | None, reason: str = "") -> BoxMove | None:
    """Write that a box stands somewhere else now; None when it stands there already."""
    with transaction.atomic():
        row = Box.objects.select_for_update().get(pk=box.pk)
        if row.location == to_location:
            return None
        move = BoxMove.objects.create(
            box=row, from_location=row.location, to_location=to_location, reason=reason, by=by
        )
        Box.objects.filter(pk=row.pk).update(location=to_location)
        box.location = to_location
    return move
