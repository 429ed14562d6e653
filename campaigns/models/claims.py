"""What sources claim of a campaign, and which claim the museum shows."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.models import Source
from archive.models.spans import edtf_date
from campaigns.models.campaigns import Campaign
from campaigns.models.events import Event


class Claim(models.Model):
    """One assertion of one source: a figure, a date, a commander, with side, measure and scope as the source has it.

    A source may contradict itself, so the claim, not the source, is what agrees or disagrees.
    """

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="claims", verbose_name=_("campaign"))
    event = models.ForeignKey(
        Event, models.SET_NULL, null=True, blank=True, related_name="claims", verbose_name=_("event")
    )
    subject_words = models.CharField(_("of what"), max_length=200)
    property = models.CharField(_("property"), max_length=60)
    side = models.CharField(_("side"), max_length=40, blank=True)
    measure = models.CharField(_("measure"), max_length=60, blank=True)
    scope = models.CharField(_("scope"), max_length=120, blank=True)
    value_words = models.CharField(_("value, in the source's words"), max_length=300)
    low = models.DecimalField(_("at least"), max_digits=14, decimal_places=2, null=True, blank=True)
    high = models.DecimalField(_("at most"), max_digits=14, decimal_places=2, null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=40, blank=True)
    edtf = models.CharField(_("date, as EDTF"), max_length=100, blank=True, validators=[edtf_date])
    attributed_to = models.CharField(_("attributed to"), max_length=200, blank=True)
    source = models.ForeignKey(Source, models.PROTECT, related_name="claims", verbose_name=_("source"))
    page = models.CharField(_("place in the source"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering = ["campaign", "property", "subject_words", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(low__isnull=True) | Q(high__isnull=True) | Q(low__lte=F("high")),
                name="claim_range_in_order",
                violation_error_message=_("“At least” is more than “at most”."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.subject_words}, {self.property}: {self.value_words}"


class Preference(models.Model):
    """That the museum shows this claim where sources disagree: why, by whom, since when. Reversible."""

    claim = models.OneToOneField(Claim, models.CASCADE, related_name="preference", verbose_name=_("claim"))
    reason = models.TextField(_("reason"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"), default=timezone.now)

    class Meta:
        verbose_name = _("preference")
        verbose_name_plural = _("preferences")

    def __str__(self) -> str:
        return str(self.claim)
