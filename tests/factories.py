"""Builders: each makes what it needs, checks it as a form would, and takes only what the test is about."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps
from django.db import transaction
from django.utils import timezone

from archive.models import (
    Accession,
    Agent,
    CodeReading,
    CodeScheme,
    Collection,
    Dating,
    Image,
    Photo,
    Place,
    PlaceMention,
    PlaceName,
    Rights,
    Subject,
    Transcription,
)
from archive.publishing import publish
from archive.search.indexing import index_photos

if TYPE_CHECKING:
    from campaigns.models import Campaign, CampaignLink

needs_campaigns = pytest.mark.skipif(not apps.is_installed("campaigns"), reason="the archive stands alone here")
"""For the few tests of the archive that ask what it does with campaigns."""

_turn = count(1)


def _checked(record: Any) -> Any:
    record.full_clean()
    record.save()
    return record


def make_collection(**values: Any) -> Collection:
    turn = next(_turn)
    return _checked(Collection(**{"slug": f"collection-{turn}", "title": f"Collection {turn}"} | values))


def make_accession(*, term: str = "NKC", **values: Any) -> Accession:
    accession = _checked(
        Accession(**{"number": f"2026.{next(_turn)}", "title": "A gift", "credit_line": "Gift of a family"} | values)
    )
    if term:
        Rights.objects.create(accession=accession, term=term)
    return accession


@transaction.atomic
def make_photo(*, published: bool = True, caption: str = "", **values: Any) -> Photo:
    accession = values.pop("accession", None) or make_accession()
    photo = Photo(accession=accession, number=accession.next_number(), **{"title": "A photograph"} | values)
    _checked(photo)
    if caption:
        make_transcription(photo, text=caption)
    if published:
        publish(photo, by=None)
    return photo


def make_transcription(photo: Photo, **values: Any) -> Transcription:
    return _checked(Transcription(**{"photo": photo, "carrier": "slip", "text": "Words"} | values))


def make_image(photo: Photo, **values: Any) -> Image:
    """A picture's row, without a file."""
    turn = next(_turn)
    measures = {"width": 1200, "height": 800, "size": 1000, "format": "JPEG", "tone": "#808080"}
    return _checked(
        Image(**{"photo": photo, "side": "recto", "master": f"xx/{turn}", "sha256": f"{turn:064x}"} | measures | values)
    )


def said(photo: Photo, **values: Any) -> dict[str, Any]:
    """What every statement has; a preferred one with a reason and a day."""
    signed = {"preferred_because": "Nearer to the event", "preferred_at": timezone.now()}
    return {"photo": photo, "basis": "caption"} | (signed if values.get("preferred") else {}) | values


def make_dating(photo: Photo, edtf: str, **values: Any) -> Dating:
    return _checked(Dating(edtf=edtf, **said(photo, **values)))


def make_place(title: str, *names: tuple[str, str], **values: Any) -> Place:
    place = _checked(Place(**{"code": f"place-{next(_turn)}", "title": title, "kind": "city"} | values))
    for text, system in names:
        _checked(PlaceName(place=place, text=text, system=system))
    return place


def make_mention(photo: Photo, place: Place | None, **values: Any) -> PlaceMention:
    return _checked(PlaceMention(place=place, **said(photo, **values)))


def make_subject(photo: Photo, agent: Agent | None = None, **values: Any) -> Subject:
    return _checked(Subject(agent=agent, **said(photo, **values)))


def make_scheme(**values: Any) -> CodeScheme:
    pattern = r"(?P<base>\d{8})/(?P<item>[A-Z])"
    return _checked(CodeScheme(**{"key": f"scheme-{next(_turn)}", "title": "A scheme", "pattern": pattern} | values))


def make_code(photo: Photo, verbatim: str, scheme: CodeScheme | None = None, **values: Any) -> CodeReading:
    return _checked(CodeReading(verbatim=verbatim, scheme=scheme, **said(photo, **values)))


def make_agent(name: str, **values: Any) -> Agent:
    return _checked(Agent(**{"name": name, "kind": "person"} | values))


def make_campaign(title: str, *names: tuple[str, str], **values: Any) -> Campaign:
    from campaigns.models import Campaign, CampaignName

    campaign = _checked(Campaign(**{"slug": f"campaign-{next(_turn)}", "title": title, "state": "public"} | values))
    for text, system in names:
        _checked(CampaignName(campaign=campaign, text=text, system=system))
    return campaign


def make_link(photo: Photo, campaign: Campaign, **values: Any) -> CampaignLink:
    from campaigns.models import CampaignLink

    return _checked(CampaignLink(campaign=campaign, **said(photo, **values)))


def indexed(*photos: Photo) -> None:
    """As the admin does after it has saved what is said of these photographs."""
    index_photos(photo.pk for photo in photos)
