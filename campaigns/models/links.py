"""Statements that a photograph belongs to a campaign."""

from __future__ import annotations

from django.db import models
from django.db.models import OuterRef, Subquery, Value
from django.utils.translation import gettext_lazy as _

from archive.models import Photo, Statement
from archive.models.evidence import StatementQuerySet
from campaigns.models.campaigns import Campaign
from campaigns.models.events import Event
from campaigns.models.suggestions import SuggestedLink


class CampaignLinkQuerySet(StatementQuerySet):
    """Links as statements are, but for where their suggestions come from."""

    def with_origin(self) -> CampaignLinkQuerySet:
        """With the rule that suggested a link, as `origin`, where a curator accepted it."""
        accepted = SuggestedLink.objects.filter(
            photo=OuterRef("photo"), campaign=OuterRef("campaign"), state=SuggestedLink.State.ACCEPTED
        )
        return self.annotate(origin=Subquery(accepted.values(rule=Value("place and date"))[:1]))


class CampaignLink(Statement):
    """That a photograph belongs to a campaign or phase, perhaps shows one of its events, and on what ground."""

    KEY = "campaign"

    class Ground(models.TextChoices):
        PAGE = "page", _("the page it was found on")
        NAMED = "named", _("named in the caption")
        INFERRED = "inferred", _("inferred from place and date")
        VISITOR = "visitor", _("told by a visitor")

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="campaign_links", verbose_name=_("photograph"))
    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="links", verbose_name=_("campaign or phase"))
    event = models.ForeignKey(
        Event, models.PROTECT, null=True, blank=True, related_name="links", verbose_name=_("event")
    )
    ground = models.CharField(_("assigned by"), max_length=10, choices=Ground.choices, default=Ground.NAMED)

    objects = CampaignLinkQuerySet.as_manager()  # type: ignore[misc]

    class Meta(Statement.Meta):
        verbose_name = _("link to a campaign")
        verbose_name_plural = _("links to campaigns")
        constraints = [
            *Statement.Meta.constraints,
            models.UniqueConstraint(fields=["photo", "campaign"], name="campaignlink_once"),
        ]

    def __str__(self) -> str:
        return f"{self.photo.number} ↔ {self.campaign}"

    def is_tellable(self) -> bool:
        """Of a campaign that nobody has published nothing is said."""
        return self.campaign.is_public()

    def label(self) -> str:
        return str(_("campaign"))

    def in_words(self) -> str:
        return self.campaign.title

    def about_url(self) -> str:
        return self.campaign.get_absolute_url()

    def question(self) -> tuple[str, ...]:
        """A photograph may belong to any number of campaigns and phases: none of them contradicts another."""
        return (str(self.campaign_id),)
