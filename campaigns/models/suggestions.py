"""Links between photographs and campaigns that a rule proposes. Nothing is linked until a curator says so."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.models import Photo
from campaigns.models.campaigns import Campaign
from campaigns.models.events import Event


class SuggestedLinkQuerySet(models.QuerySet["SuggestedLink"]):
    """Suggestions by what became of them."""

    def open(self) -> Self:
        """Those nobody has decided."""
        return self.filter(state=SuggestedLink.State.OPEN)


class SuggestedLink(models.Model):
    """That a photograph may belong to a campaign or phase, since its place and its days lie there.

    `first_day` to `last_day` are the days its date has in common with the campaign, of `days_possible` that the date
    can mean. A rejected one stays, so that it does not come back.
    """

    class State(models.TextChoices):
        OPEN = "open", _("open")
        ACCEPTED = "accepted", _("accepted")
        REJECTED = "rejected", _("rejected")

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="suggested_links", verbose_name=_("photograph"))
    campaign = models.ForeignKey(
        Campaign, models.CASCADE, related_name="suggested_links", verbose_name=_("campaign or phase")
    )
    event = models.ForeignKey(Event, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("event"))
    date_words = models.CharField(_("date, as EDTF"), max_length=100)
    first_day = models.DateField(_("first day in common"))
    last_day = models.DateField(_("last day in common"))
    days_possible = models.PositiveIntegerField(_("days the date can mean"))
    place_chain = models.CharField(
        _("place"), max_length=500, help_text=_("From the place of the photograph up to the one of the campaign.")
    )
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    at = models.DateTimeField(_("made at"), default=timezone.now)

    objects = SuggestedLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("suggested link to a campaign")
        verbose_name_plural = _("suggested links to campaigns")
        ordering = ["photo__sort_key", "campaign"]
        constraints = [
            models.UniqueConstraint(fields=["photo", "campaign"], name="suggestedlink_once"),
            models.CheckConstraint(
                condition=Q(first_day__lte=models.F("last_day")), name="suggestedlink_days_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.photo.number} ↔ {self.campaign}?"

    @property
    def days_in_common(self) -> int:
        """How many days the photograph's date and the campaign have in common."""
        return (self.last_day - self.first_day).days + 1

    def is_certain(self) -> bool:
        """Whether the date can mean no day outside the campaign."""
        return self.days_in_common == self.days_possible

    def is_open(self) -> bool:
        """Nobody has decided it."""
        return self.state == self.State.OPEN
