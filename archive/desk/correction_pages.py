"""What the desk shows of a correction, put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse

from archive.desk import pages
from archive.desk.reading import scan_of
from archive.history.marking import Run, marked
from archive.history.seeing import may
from archive.models import Correction, Photo, Statement, Transcription, User
from archive.models.senders import SenderContact
from archive.publishing.kinds import other
from archive.publishing.standing import about, made_by, stated, text_now


@dataclass(frozen=True)
class State:
    """A state to sift the queue by, with how many are in it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True)
class Standing:
    """Something that stands there now: its words, how sure, whether it is shown first, and the page of its evidence."""

    text: str
    certainty: str = ""
    is_preferred: bool = False
    url: str = ""


@dataclass(frozen=True)
class CorrectionPage:
    """One correction: what was told, on what evidence, what stands there now, and what it became.

    `shown` and `told` are in runs, with what only one of them has. `known` are names to choose the value from.
    """

    correction: Correction
    photo: Photo
    scans: Sequence[pages.Scan]
    photo_url: str
    public_url: str
    shown: Sequence[Run]
    told: Sequence[Run]
    now: Sequence[Standing]
    is_as_shown: bool
    is_changed: bool
    made_url: str
    evidence_url: str
    email: str
    is_open: bool
    is_text: bool
    is_first: bool
    known: Sequence[tuple[str, str]]


def states() -> list[State]:
    """The states with their counts, in the order of the way through them."""
    counts = dict(Correction.objects.order_by().values_list("state").annotate(Count("pk")))
    return [State(value, str(label), counts.get(value, 0)) for value, label in Correction.State.choices]


def correction_page(correction: Correction, user: User) -> CorrectionPage:
    """One correction as those who answer see it."""
    photo, now, made = correction.photo, _now(correction), made_by(correction)
    contact = SenderContact.objects.filter(correction=correction).first() if may(user, "view", SenderContact) else None
    shown, told = marked(correction.shown, correction.told)
    images = [image for image in photo.images.all() if image.side in ("recto", "verso")]
    return CorrectionPage(
        correction=correction,
        photo=photo,
        scans=[scan_of(image) for image in sorted(images, key=lambda image: image.order)[:2]],
        photo_url=reverse("admin:archive_photo_change", args=[photo.pk]),
        public_url=photo.get_absolute_url() if photo.is_public() else "",
        shown=shown,
        told=told,
        now=now,
        is_as_shown=[one.text for one in now] == [correction.shown],
        is_changed=correction.is_open() and correction.shown not in ["", *(one.text for one in now)],
        made_url=reverse("desk-evidence", args=[made.slug]) if isinstance(made, Statement) else "",
        evidence_url=reverse("desk-correction-evidence", args=[correction.pk]) if correction.evidence else "",
        email=contact.email if contact else "",
        is_open=correction.is_open(),
        is_text=correction.kind in Correction.TEXTS,
        is_first=not correction.about[-1:].isdecimal(),
        known=list(kind.known()) if (kind := other(correction.kind)) and correction.is_open() else [],
    )


def _now(correction: Correction) -> list[Standing]:
    """What stands there: the text, the words, or all statements that answer the same, the one shown first first."""
    if correction.kind in Correction.TEXTS:
        return [Standing(text_now(correction))]
    found = about(correction) or made_by(correction)
    if isinstance(found, Transcription):
        return [Standing(found.text)]
    rows = [found, *found.rivals()] if found else stated(correction)
    return [_standing(row) for row in sorted(rows, key=lambda row: not row.preferred)]


def _standing(row: Statement) -> Standing:
    url = reverse("desk-evidence", args=[row.slug])
    return Standing(row.in_words(), str(row.get_certainty_display()), row.preferred, url)
