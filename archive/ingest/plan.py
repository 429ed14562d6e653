"""What importing a page would do, worked out without writing anything, and the doing of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from archive.ingest.accessions import unknown_accession
from archive.ingest.errors import NotImportable
from archive.ingest.headings import tell
from archive.ingest.pages import Caption, Page
from archive.ingest.suggesting import suggest
from archive.models import Accession, ImportBatch, ImportRow, Photo, Transcription, User
from archive.models.acting import act


@dataclass(frozen=True)
class Plan:
    """A page, the accession it goes into, the captions that are new there and how many were imported before."""

    page: Page
    accession: Accession
    new: tuple[Caption, ...]
    known: int


@dataclass(frozen=True)
class Done:
    """What an import did: the photographs it made, how many captions were there already, and remarks in words."""

    made: tuple[Photo, ...]
    known: int
    remarks: tuple[str, ...]


def plan(page: Page, *, accession_number: str) -> Plan:
    """Which captions of the page are new in this accession. Raises NotImportable when there is no such accession."""
    accession = Accession.objects.filter(number=accession_number).first()
    if accession is None:
        raise NotImportable(unknown_accession(accession_number))
    known = set(ImportRow.objects.filter(accession=accession).values_list("key", flat=True))
    new = tuple(caption for caption in page.captions if caption.key not in known)
    return Plan(page, accession, new, len(page.captions) - len(new))


def carry_out(page: Page, *, accession_number: str, by: User | None) -> Done:
    """Make drafts of the page's new captions: of all of them, or of none when anything fails.

    Raises NotImportable. Safe to run again, and at the same time as another: the accession's row is held throughout.
    """
    with act(by=by, reason=f"{page.file_name} → {accession_number}"), transaction.atomic():
        Accession.objects.select_for_update().filter(number=accession_number).first()
        planned = plan(page, accession_number=accession_number)
        if not planned.new:
            return Done((), planned.known, ())
        batch = _batch(planned, by)
        made = [_draft(caption, batch, by) for caption in planned.new]
        suggest(made)
        return Done(tuple(made), planned.known, tuple(tell(page, made, by=by)))


def _batch(planned: Plan, by: User | None) -> ImportBatch:
    page = planned.page
    return ImportBatch.objects.create(
        accession=planned.accession,
        file_name=page.file_name,
        sha256=page.sha256,
        title=page.title,
        introduction=page.introduction,
        by=by,
    )


def _draft(caption: Caption, batch: ImportBatch, by: User | None) -> Photo:
    accession = batch.accession
    photo = Photo.objects.create(accession=accession, number=accession.next_number())
    Transcription.objects.create(
        photo=photo,
        carrier=Transcription.Carrier.WEB_PAGE,
        layer=Transcription.Layer.TEASER if caption.is_cut else Transcription.Layer.ORIGINAL,
        text=caption.text,
        excerpt_cause=Transcription.Cut.SITE_TEASER if caption.is_cut else "",
        by=by,
    )
    ImportRow.objects.create(batch=batch, accession=accession, line=caption.line, key=caption.key, photo=photo)
    return photo
