"""Statements that a photograph belongs to a campaign."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.models import Photo, Statement
from campaigns.models.campaigns import Campaign
from campaigns.models.events import Event


class CampaignLink(Statement):
    """That a photograph belongs to a campaign or phase, perhaps shows one of its events, and on what ground."""

    class Ground(models.TextChoices):
        PAGE = "page", _("the page it was found on")
        NAMED = "named", _("named in the caption")
        INFERRED = "inferred", _("inferred from place and date")

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="campaign_links", verbose_name=_("photograph"))
    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="links", verbose_name=_("campaign or phase"))
    event = models.ForeignKey(
        Event, models.PROTECT, null=True, blank=True, related_name="links", verbose_name=_("event")
    )
    ground = models.CharField(_("assigned by"), max_length=10, choices=Ground.choices, default=Ground.NAMED)

    class Meta(Statement.Meta):
        verbose_name = _("link to a campaign")
        verbose_name_plural = _("links to campaigns")
        constraints = [
            *Statement.Meta.constraints,
            models.UniqueConstraint(fields=["photo", "campaign"], name="campaignlink_once"),
        ]

    def __str__(self) -> str:
        return f"{self.photo.number} ↔ {self.campaign}"
