"""What public lists read: one narrow row for each photograph the gate lets through, and beside it what a card shows.

Both are derived: nobody types them, and `rebuild_search` makes them anew from the records.
"""

from __future__ import annotations

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.models.openness import exposure_now, open_now
from archive.models.photos import Photo


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    """Entries by what the public may see now."""

    def open(self) -> Self:
        """Those whose embargo, if any, is over by the database's clock."""
        return self.filter(open_now())

    def with_exposure(self) -> Self:
        """With how much of each the public may see now, as `shown`."""
        return self.annotate(shown=exposure_now())


class SearchEntry(models.Model):
    """One photograph that the gate lets through: its words, its facet terms and its days. Narrow on purpose."""

    photo = models.OneToOneField(Photo, models.CASCADE, primary_key=True, related_name="entry")
    public_from = models.DateTimeField(_("public from"), null=True)
    small_from = models.DateTimeField(_("with a small picture from"), null=True)
    full_from = models.DateTimeField(_("with everything from"), null=True)
    number_key = models.CharField(_("number, to sort by"), max_length=60)
    earliest = models.DateField(_("earliest day"), null=True)
    latest = models.DateField(_("latest day"), null=True)
    facets = ArrayField(models.CharField(max_length=40), verbose_name=_("facet terms"), default=list)
    terms = SearchVectorField(_("words and facet terms"))

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        indexes = [
            GinIndex(fields=["terms"], name="searchentry_terms", fastupdate=False),
            models.Index(fields=["number_key"], name="searchentry_number"),
            models.Index(fields=["earliest", "number_key"], name="searchentry_date"),
        ]

    def __str__(self) -> str:
        return str(self.photo_id)


class CardQuerySet(models.QuerySet["Card"]):
    """Cards for lists."""

    def with_exposure(self) -> Self:
        """With how much of each photograph the public may see now, as `shown`."""
        return self.annotate(shown=exposure_now("entry__"))


class Card(models.Model):
    """What a card of a public list shows of one photograph, fetched for the one page that is shown."""

    entry = models.OneToOneField(SearchEntry, models.CASCADE, primary_key=True, related_name="card")
    number = models.CharField(_("number"), max_length=30)
    title = models.CharField(_("title"), max_length=300)
    excerpt = models.CharField(_("beginning of the caption"), max_length=140, blank=True)
    date_words = models.CharField(_("date"), max_length=200, blank=True)
    place_words = models.CharField(_("place"), max_length=300, blank=True)
    place_today = models.CharField(_("place today"), max_length=300, blank=True)
    image_key = models.CharField(_("picture"), max_length=32, blank=True)
    width = models.PositiveIntegerField(_("width"), default=0)
    height = models.PositiveIntegerField(_("height"), default=0)
    tone = models.CharField(_("mean colour"), max_length=7, blank=True)
    alt = models.CharField(_("what it shows"), max_length=300, blank=True)
    has_back = models.BooleanField(_("has a back side"), default=False)
    is_illustration = models.BooleanField(_("drawn, not photographed"), default=False)
    is_sensitive = models.BooleanField(_("sensitive"), default=False)

    objects = CardQuerySet.as_manager()

    class Meta:
        verbose_name = _("card")
        verbose_name_plural = _("cards")

    def __str__(self) -> str:
        return self.number
