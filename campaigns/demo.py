"""The campaigns' chapter of the demonstration."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from archive.demo.data_files import read
from archive.models import Photo, Place, Source, User
from campaigns.models import Campaign, CampaignLink, CampaignName, Claim, Event, Preference

_DATA = Path(__file__).with_name("data") / "campaigns.json"
Row = Mapping[str, Any]


def chapter(photos: Sequence[Row], curator: User) -> None:
    """Make the campaigns with their phases, events and claims, and link the demonstration's photographs to them."""
    rows = json.loads(_DATA.read_text(encoding="utf-8"))
    sources = _sources()
    campaigns: dict[str, Campaign] = {}
    for row in rows:
        campaigns[row["slug"]] = _campaign(row, campaigns)
        _told(campaigns[row["slug"]], row, sources, curator)
    by_number = {photo.number: photo for photo in Photo.objects.all()}
    CampaignLink.objects.bulk_create(
        _link(by_number[photo["number"]], link, campaigns, curator)
        for photo in photos
        for link in photo.get("campaigns", ())
    )


def _sources() -> dict[str, Source]:
    titles = {source.title: source for source in Source.objects.all()}
    return {row["key"]: titles[row["title"]] for row in read("sources")}


def _campaign(row: Row, campaigns: Mapping[str, Campaign]) -> Campaign:
    campaign = Campaign.objects.create(
        slug=row["slug"],
        title=row["title"],
        parent=campaigns[row["parent"]] if row.get("parent") else None,
        state=Campaign.State.PUBLIC,
        **{key: row.get(key, "") for key in ("edtf", "dates_words", "summary", "article")},
    )
    campaign.places.set(Place.objects.filter(code__in=row.get("places", ())))
    return campaign


def _told(campaign: Campaign, row: Row, sources: Mapping[str, Source], curator: User) -> None:
    """What is told of a campaign: its names, events and claims."""
    places = {place.code: place for place in Place.objects.all()}
    CampaignName.objects.bulk_create(
        CampaignName(
            campaign=campaign, text=name["text"], system=name["system"], source=sources.get(name.get("source", ""))
        )
        for name in row.get("names", ())
    )
    Event.objects.bulk_create(
        Event(
            campaign=campaign,
            place=places.get(event.get("place") or ""),
            source=sources.get(event.get("source", "")),
            **{key: event.get(key, "") for key in ("kind", "title", "edtf", "note")},
        )
        for event in row.get("events", ())
    )
    for claim in row.get("claims", ()):
        _claim(campaign, claim, sources, curator)


def _claim(campaign: Campaign, row: Row, sources: Mapping[str, Source], curator: User) -> None:
    words = ("property", "subject_words", "side", "measure", "value_words", "edtf", "unit", "attributed_to", "page")
    claim = Claim.objects.create(
        campaign=campaign,
        source=sources[row["source"]],
        low=row.get("low"),
        high=row.get("high"),
        **{key: row.get(key, "") for key in words},
    )
    if row.get("preferred"):
        Preference.objects.create(claim=claim, reason=row.get("preference_reason", ""), by=curator)


def _link(photo: Photo, row: Row, campaigns: Mapping[str, Campaign], curator: User) -> CampaignLink:
    return CampaignLink(
        photo=photo,
        campaign=campaigns[row.get("phase") or row["campaign"]],
        as_written=row.get("as_written", ""),
        certainty=row["certainty"],
        basis=row["basis"],
        reasoning=row.get("reasoning", ""),
        ground=CampaignLink.Ground.NAMED if row.get("as_written") else CampaignLink.Ground.INFERRED,
        by=curator,
    )
