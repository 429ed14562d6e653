"""Statements about a photograph that cannot all be true, for curators to look at. Nothing is changed here.

A statement that is rejected plays no part, and of several dates only the one shown first is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import F, Prefetch, Q, QuerySet
from django.db.models.functions import Cast, Substr
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.models import Dating, Photo, PlaceMention, PlaceName, Transcription
from archive.models.evidence import ranked
from archive.reading.folding import fold
from archive.vocabulary.numbers import parse_photo_number
from campaigns.models import CampaignLink, Event
from campaigns.theatre import Theatres

_RETAKEN = r"re-?occup(ied|ation)|re-?captured|re-?taken|re-?took|liberated|re-?conquered|光復|光复|收復|收复|克復|克复"
"""How captions say that a place was taken back."""

_NOT_YET = re.compile(r"\b(before|until|prior|await\w*|hop(es?|ed|ing)|plan\w*|to be|will be)\b", re.IGNORECASE)
"""How they say that this was still to come."""

_DATED = (Dating.Role.DEPICTED, Dating.Role.RELEASE, Dating.Role.RADIOED)
"""The dates that cannot be before what the words tell of as past."""

_AT_ONCE = 1000


class Rule(models.TextChoices):
    """What can be wrong."""

    BEFORE_RETAKEN = "before_retaken", gettext_lazy("dated before the place was retaken")
    OUTSIDE_THEATRE = "outside_theatre", gettext_lazy("place outside the campaign")
    OUTSIDE_DATES = "outside_dates", gettext_lazy("date outside the campaign")
    AFTER_ACCESSION = "after_accession", gettext_lazy("date after the gift was received")


@dataclass(frozen=True)
class Doubt:
    """Two things said of a photograph that exclude each other; `words` tell both, and `link` is one of them, if any."""

    photo: Photo
    rule: Rule
    words: str
    link: CampaignLink | None = None


def doubts() -> Iterator[Doubt]:
    """All that cannot be true together, as it is found, one photograph after the other within each rule."""
    yield from _before_retaken()
    yield from _of_links()
    yield from _after_accession()


def _of_links() -> Iterator[Doubt]:
    theatres = Theatres()
    links = CampaignLink.objects.standing().select_related("photo", "campaign").order_by("photo__sort_key", "pk")
    for link in links.prefetch_related(*_statements("photo__")).iterator(chunk_size=_AT_ONCE):
        yield from _place_doubt(link, theatres)
        yield from _date_doubt(link)


def _statements(prefix: str = "") -> list[Prefetch]:
    dated = Dating.objects.filter(role__in=_DATED).exclude(edtf="")
    taken = PlaceMention.objects.filter(role__in=PlaceMention.WHERE_TAKEN, place__isnull=False)
    return [
        Prefetch(f"{prefix}datings", dated, "dated"),
        Prefetch(f"{prefix}place_mentions", taken.select_related("place"), "taken_at"),
    ]


def _place_doubt(link: CampaignLink, theatres: Theatres) -> Iterator[Doubt]:
    mentions = ranked(link.photo.taken_at)  # type: ignore[attr-defined]
    if mentions and all(theatres.lies_outside(mention.place_id, link.campaign) for mention in mentions):
        places = ", ".join(str(mention.place) for mention in mentions)
        words = _("%(places)s lies outside the places of “%(campaign)s”.")
        yield Doubt(link.photo, Rule.OUTSIDE_THEATRE, words % {"places": places, "campaign": link.campaign.title}, link)


def _date_doubt(link: CampaignLink) -> Iterator[Doubt]:
    dating, campaign = _shown(link.photo), link.campaign
    if dating and _apart(dating, campaign.earliest, campaign.latest):
        words = _("The date %(date)s has no day in common with “%(campaign)s” (%(dates)s).")
        told = {"date": dating.edtf, "campaign": campaign.title, "dates": campaign.edtf}
        yield Doubt(link.photo, Rule.OUTSIDE_DATES, words % told, link)


def _shown(photo: Photo, role: Dating.Role = Dating.Role.DEPICTED) -> Dating | None:
    return next((one for one in ranked(photo.dated) if one.role == role), None)  # type: ignore[attr-defined]


def _apart(dating: Dating, first: date | None, last: date | None) -> bool:
    before = dating.latest is not None and first is not None and dating.latest < first
    after = dating.earliest is not None and last is not None and dating.earliest > last
    return before or after


def _after_accession() -> Iterator[Doubt]:
    year = Cast(Substr("accession__number", 1, 4), models.IntegerField())
    late = Q(datings__earliest__gt=F("accession__received_on"))
    late |= Q(accession__received_on__isnull=True, datings__earliest__year__gt=F("year"))
    for photo in _with_statements(Photo.objects.alias(year=year).filter(late).distinct()):
        dating, received = _shown(photo), _received(photo)
        if dating and dating.earliest and dating.earliest > received:
            told = {"date": dating.edtf, "received": received.isoformat()}
            words = _("The date %(date)s is later than the day the gift was received, %(received)s.") % told
            yield Doubt(photo, Rule.AFTER_ACCESSION, words)


def _received(photo: Photo) -> date:
    """The day its gift was received; where none is known, the last day of the year in its number."""
    number, _item = parse_photo_number(photo.number)
    return photo.accession.received_on or date(int(number.text[:4]), 12, 31)


def _with_statements(photos: QuerySet[Photo]) -> Iterator[Photo]:
    found = photos.select_related("accession").prefetch_related(*_statements()).order_by("sort_key")
    return found.iterator(chunk_size=_AT_ONCE)


def _before_retaken() -> Iterator[Doubt]:
    retaken = _retaken()
    words = Transcription.objects.exclude(layer=Transcription.Layer.STRUCK_OUT).filter(text__iregex=_RETAKEN)
    photos = Photo.objects.filter(Q(transcriptions__in=words) | Q(title__iregex=_RETAKEN)).distinct()
    found = photos.prefetch_related(Prefetch("transcriptions", words, "telling"))
    for photo in _with_statements(found) if retaken else ():
        dates = [dating for role in _DATED if (dating := _shown(photo, role)) and dating.latest]
        for event in _told_of(photo, retaken):
            for dating in (one for one in dates if _apart(one, event.earliest, None)):
                told = {"date": dating.edtf, "event": event.title, "day": event.edtf}
                text = _("The words tell of it as retaken, but the date %(date)s is before: %(event)s, %(day)s.") % told
                yield Doubt(photo, Rule.BEFORE_RETAKEN, text)


def _retaken() -> Mapping[re.Pattern[str], Event]:
    """For each place that was retaken, its names and the first time that was."""
    events = Event.objects.filter(kind=Event.Kind.REOCCUPIED, place__isnull=False, earliest__isnull=False)
    first: dict[int, Event] = {}
    for event in events.order_by("earliest", "pk"):
        first.setdefault(event.place_id or 0, event)
    names: dict[int, list[str]] = {}
    for name in PlaceName.objects.filter(place__in=first):
        if name.is_spelling():
            names.setdefault(name.place_id, []).append(fold(name.text))
    return {_pattern(spelled): first[place] for place, spelled in names.items()}


def _pattern(names: Sequence[str]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile("|".join(rf"(?<![a-z]){name}(?![a-z])" for name in longest_first))


def _told_of(photo: Photo, retaken: Mapping[re.Pattern[str], Event]) -> list[Event]:
    """The events that a sentence on the print tells of as past: a word for it, and a name of the place."""
    texts = [photo.title, *(row.text for row in photo.telling)]  # type: ignore[attr-defined]
    sentences = [part for text in texts for part in re.split(r"[.!?。！？]\s|\n{2,}", text)]
    past = [part for part in sentences if re.search(_RETAKEN, part, re.IGNORECASE) and not _NOT_YET.search(part)]
    telling = [fold(part) for part in past]
    return [event for names, event in retaken.items() if any(names.search(part) for part in telling)]
