"""The campaigns' chapter of the demonstration: those that come along, and the photographs that belong to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from archive.models import Photo, User
from campaigns.importing import carry_out
from campaigns.models import Campaign, CampaignLink

DATA = Path(__file__).with_name("data")
Row = Mapping[str, Any]


def chapter(photos: Sequence[Row], curator: User) -> None:
    """Import the campaigns as `import_campaign` would, publish them, and link the demonstration's photographs."""
    for path in sorted(DATA.glob("*.yaml")):
        carry_out(path, by=curator)
    Campaign.objects.update(state=Campaign.State.PUBLIC)
    campaigns = {campaign.slug: campaign for campaign in Campaign.objects.all()}
    by_number = {photo.number: photo for photo in Photo.objects.all()}
    CampaignLink.objects.bulk_create(
        _link(by_number[photo["number"]], link, campaigns, curator)
        for photo in photos
        for link in photo.get("campaigns", ())
    )


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
