"""What sources claim of a campaign, and which claim the museum shows."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.models import Agent, Place, Source
from archive.models.spans import edtf_date
from campaigns.models.campaigns import Campaign
from campaigns.models.events import Event


class ClaimQuerySet(models.QuerySet["Claim"]):
    """Claims by what they are about."""

    def of_command(self) -> Self:
        """Who commanded what: `body` is the unit, `agents` its commanders, `during` their tenure."""
        return self.filter(property="commander", body__isnull=False)

    def with_named(self) -> Self:
        """With the keys of the agents each one names, as `named`."""
        naming = Claim.agents.through.objects.filter(claim=OuterRef("pk")).order_by("agent")
        return self.annotate(named=ArraySubquery(naming.values("agent")))


class Claim(models.Model):
    """One assertion of one source: a figure, a date, a commander, with side, measure and scope as the source has it.

    A source may contradict itself, so the claim, not the source, is what agrees or disagrees. What it says is, in this
    order: the people or units named, the number, the date, or else the words.
    """

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="claims", verbose_name=_("campaign"))
    event = models.ForeignKey(
        Event, models.SET_NULL, null=True, blank=True, related_name="claims", verbose_name=_("event")
    )
    subject_words = models.CharField(_("of what"), max_length=200)
    place = models.ForeignKey(
        Place,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="claims",
        verbose_name=_("of which place"),
        help_text=_("Where the claim is about the place itself, however it is spelled."),
    )
    body = models.ForeignKey(
        Agent,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="claims_about",
        verbose_name=_("of which unit or person"),
    )
    event_kind = models.CharField(
        _("kind of event"),
        max_length=20,
        choices=Event.Kind.choices,
        blank=True,
        help_text=_("A base evacuated is not a city fallen: only claims of one kind are compared."),
    )
    property = models.CharField(_("property"), max_length=60)
    side = models.CharField(_("side"), max_length=40, blank=True)
    measure = models.CharField(
        _("measure"), max_length=60, blank=True, help_text=_("Killed, wounded, casualties … Losses need it.")
    )
    scope = models.CharField(
        _("scope"), max_length=120, blank=True, help_text=_("Of what part; blank where it is of the whole campaign.")
    )
    value_words = models.CharField(_("value, in the source's words"), max_length=300)
    low = models.DecimalField(_("at least"), max_digits=14, decimal_places=2, null=True, blank=True)
    high = models.DecimalField(_("at most"), max_digits=14, decimal_places=2, null=True, blank=True)
    is_about = models.BooleanField(
        _("about"), default=False, help_text=_("The source says “about”, “roughly”, “an estimated”.")
    )
    unit = models.CharField(_("unit"), max_length=40, blank=True)
    edtf = models.CharField(_("date, as EDTF"), max_length=100, blank=True, validators=[edtf_date])
    agents = models.ManyToManyField(
        Agent, blank=True, related_name="claims_naming", verbose_name=_("people or units named")
    )
    during = models.CharField(
        _("held during, as EDTF"),
        max_length=100,
        blank=True,
        validators=[edtf_date],
        help_text=_("The tenure of a commander, the time of a strength."),
    )
    attributed_to = models.CharField(_("attributed to"), max_length=200, blank=True)
    verbatim = models.TextField(_("verbatim"), blank=True, help_text=_("The words of the source, letter for letter."))
    source = models.ForeignKey(Source, models.PROTECT, related_name="claims", verbose_name=_("source"))
    page = models.CharField(_("place in the source"), max_length=100, blank=True)

    objects = ClaimQuerySet.as_manager()

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
        return f"{self.subject_words}, {self.property}: {self.value_words} ({self.campaign})"


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


class WithdrawnPreference(models.Model):
    """A preference that was taken back: what it said, and why, by whom and when it was withdrawn. It stays."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="withdrawn_preferences", verbose_name=_("claim"))
    reason = models.TextField(_("reason"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"))
    withdrawn_because = models.TextField(_("withdrawn because"))
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("withdrawn by"),
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), default=timezone.now)

    class Meta:
        verbose_name = _("withdrawn preference")
        verbose_name_plural = _("withdrawn preferences")
        ordering = ["-withdrawn_at", "-pk"]

    def __str__(self) -> str:
        return str(self.claim)
