"""Campaigns as a way to sift photographs. Only what a curator has published takes part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from archive.models import Photo
from archive.models.photos import PhotoQuerySet
from archive.search.facets import Facet, Values
from archive.search.told import photos_told_by
from campaigns.models import Campaign, CampaignLink, CampaignName


class CampaignFacet(Facet):
    """The campaigns and phases a photograph belongs to; a phase counts for its campaign too."""

    key, letter, label, lot = "campaign", "c", _("Campaign"), "why"

    def values(self, photos: Sequence[Photo]) -> Values:
        found: Values = {}
        for link in _public_links(photos):
            found.setdefault(link.photo_id, set()).update(
                str(pk) for pk in (link.campaign_id, link.campaign.parent_id) if pk
            )
        return found

    def labels(self, values: Iterable[str]) -> Mapping[str, str]:
        asked = [int(value) for value in values if value.isdecimal()]
        rows = Campaign.objects.public().filter(pk__in=asked)
        return {str(pk): title for pk, title in rows.values_list("pk", "title")}

    def within(self, values: Iterable[str]) -> Mapping[str, str]:
        asked = [int(value) for value in values if value.isdecimal()]
        rows = Campaign.objects.public().filter(pk__in=asked, parent__isnull=False)
        return {str(pk): str(parent) for pk, parent in rows.values_list("pk", "parent")}

    def names(self) -> QuerySet[Any, tuple[Any, str, str]]:
        public = CampaignName.objects.filter(campaign__in=Campaign.objects.public())
        return public.order_by().values_list("campaign", "key", "text")

    def words(self, photos: Sequence[Photo]) -> dict[int, list[str]]:
        links = list(_public_links(photos))
        names = _names({pk for link in links for pk in (link.campaign_id, link.campaign.parent_id) if pk})
        words: dict[int, list[str]] = {}
        for link in links:
            own = names.get(link.campaign_id, []) + names.get(link.campaign.parent_id or 0, [])
            words.setdefault(link.photo_id, []).extend(own)
        return {pk: sorted(set(texts)) for pk, texts in words.items()}


def _public_links(photos: Sequence[Photo]) -> Iterable[CampaignLink]:
    public = Campaign.objects.public()
    links = CampaignLink.objects.standing().filter(photo__in=photos, campaign__in=public)
    return links.select_related("campaign").order_by("pk")


def _names(campaigns: set[int]) -> dict[int, list[str]]:
    """Titles and other names of these campaigns."""
    names: dict[int, list[str]] = {}
    for pk, title in Campaign.objects.filter(pk__in=campaigns).values_list("pk", "title"):
        names[pk] = [title]
    for pk, text in CampaignName.objects.filter(campaign__in=campaigns).values_list("campaign", "text"):
        names[pk].append(text)
    return names


@photos_told_by.register
def _campaign(record: Campaign) -> PhotoQuerySet:
    return Photo.objects.filter(campaign_links__campaign__in=[record.pk, *record.phases.values_list("pk", flat=True)])


@photos_told_by.register
def _name(record: CampaignName) -> PhotoQuerySet:
    return photos_told_by(record.campaign)
