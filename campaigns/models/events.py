"""What happened, where and when, in a campaign."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.models import Place, Source
from archive.models.fields import DerivedDate
from archive.models.spans import earliest_day, edtf_date, latest_day
from campaigns.models.campaigns import Campaign


class Event(models.Model):
    """One thing that happened at a place on a date. Finely typed: a base evacuated is not a city fallen."""

    class Kind(models.TextChoices):
        BASE_EVACUATED = "base_evacuated", _("base evacuated")
        BASE_LOST = "base_lost", _("base lost")
        CITY_ENTERED = "city_entered", _("city entered")
        CITY_FELL = "city_fell", _("city fell")
        CITY_ABANDONED = "city_abandoned", _("city abandoned")
        REOCCUPIED = "reoccupied", _("reoccupied")
        SIEGE_BEGINS = "siege_begins", _("siege begins")
        SIEGE_ENDS = "siege_ends", _("siege ends")
        ASSAULT = "assault", _("assault")
        BATTLE = "battle", _("battle")
        BASE_RETAKEN = "base_retaken", _("base retaken")
        FLIGHT = "flight", _("people flee")
        CROSSING = "crossing", _("river crossed")
        LINK_UP = "link_up", _("forces join")
        DEATH = "death", _("death of a commander")
        BRIDGE_DESTROYED = "bridge_destroyed", _("bridge destroyed")
        LANDING = "landing", _("landing")
        RAID = "raid", _("raid")
        OTHER = "other", _("other")

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="events", verbose_name=_("campaign"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    title = models.CharField(_("title"), max_length=200)
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="events", verbose_name=_("place")
    )
    edtf = models.CharField(_("date, as EDTF"), max_length=100, blank=True, validators=[edtf_date])
    earliest = DerivedDate(_("earliest"), null=True, source="edtf", by=earliest_day)
    latest = DerivedDate(_("latest"), null=True, source="edtf", by=latest_day)
    source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source")
    )
    page = models.CharField(_("place in the source"), max_length=100, blank=True)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["earliest", "pk"]
        constraints = [models.UniqueConstraint(fields=["campaign", "title"], name="event_once")]

    def __str__(self) -> str:
        return self.title
