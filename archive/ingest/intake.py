"""Scans brought into a gift: a plan by their names, a ledger with a draft for each print, then file after file.

The ledger is written whole before the first file, so that numbers follow the names whatever becomes of a file; each
file is then taken in by a transaction of its own. Whoever is interrupted goes on from the ledger.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from archive.images.errors import KeptAlready, NotAPicture
from archive.images.faults import point
from archive.images.taking_in import enter, examined
from archive.ingest.accessions import held_accession
from archive.ingest.pairing import Pairing, Print
from archive.models import Accession, Image, Intake, IntakeFile, Photo, User


def begin(pairing: Pairing, *, accession: Accession, folder: str, by: User | None) -> Intake:
    """Open an intake: a ledger of the clear files, and a draft for each print, in the order of their names."""
    with transaction.atomic():
        intake = Intake.objects.create(accession=accession, folder=folder, by=by)
        _expect(pairing, intake)
    return intake


def go_on(pairing: Pairing, *, accession_number: str, folder: str, by: User | None) -> Intake:
    """The intake of this folder into this gift, opened when there is none; files that are new in it join the ledger.

    Raises NotImportable when there is no such accession. Safe to run again, and at the same time as another.
    """
    with transaction.atomic():
        accession = held_accession(accession_number)
        intake = Intake.objects.filter(accession=accession, folder=folder).first()
        if intake is None:
            intake = Intake.objects.create(accession=accession, folder=folder, by=by)
        _expect(pairing, intake)
        point("after_ledger")
    return intake


def expect_side(photo: Photo, *, name: str, side: str, by: User | None) -> IntakeFile:
    """One more side of a photograph that is there already."""
    with transaction.atomic():
        intake = Intake.objects.create(accession=photo.accession, by=by)
        return IntakeFile.objects.create(intake=intake, name=name, print_name=photo.number, photo=photo, side=side)


def _expect(pairing: Pairing, intake: Intake) -> None:
    """Write what is not in the ledger yet."""
    known = {file.name: file for file in intake.files.select_related("photo")}
    photos = {file.print_name.casefold(): file.photo for file in known.values()}
    rows = []
    for one in pairing.prints:
        new = [side for side in one.sides if side.name not in known]
        if new:
            photo = photos.get(one.name.casefold()) or _draft(one, intake)
            rows += [
                IntakeFile(intake=intake, name=side.name, print_name=one.name, photo=photo, side=side.side)
                for side in new
            ]
    IntakeFile.objects.bulk_create(rows)


def _draft(one: Print, intake: Intake) -> Photo:
    return Photo.objects.create(accession=intake.accession, number=intake.accession.next_number())


def receive(expected: IntakeFile, source: Path, *, by: User | None, program: str) -> IntakeFile:
    """Take in the bytes of an expected file. Its row says afterwards whether they were kept, or why not.

    Raises NoRoom, and OSError when the file or the disk cannot be read or written: then nothing has changed.
    """
    try:
        with examined(source, name=expected.name) as find, transaction.atomic():
            row = IntakeFile.objects.select_for_update().get(pk=expected.pk)
            if row.state != IntakeFile.State.KEPT:
                _refuse_taken(row)
                image = enter(find, photo=row.photo, side=row.side, by=by, program=program)
                _say(row, IntakeFile.State.KEPT, image=image)
    except KeptAlready as kept:
        row = _known(expected, kept)
    except NotAPicture as refusal:
        row = _say(expected, IntakeFile.State.REFUSED, str(refusal))
    point("after_commit")
    return row


def _refuse_taken(row: IntakeFile) -> None:
    """A front or a back is there once; details may be many. Raises NotAPicture."""
    if row.side != Image.Side.DETAIL and row.photo.images.filter(side=row.side).exists():
        words = _("%(name)s: %(number)s has a %(side)s already. Bring this one in as a detail, or as another print.")
        told = {"name": row.name, "number": row.photo.number, "side": row.get_side_display()}
        raise NotAPicture(words % told)


def _known(expected: IntakeFile, kept: KeptAlready) -> IntakeFile:
    """The same bytes again: fine where they are this very file, brought in before; otherwise refused."""
    row = IntakeFile.objects.get(pk=expected.pk)
    if row.state == IntakeFile.State.KEPT and row.image_id == kept.image_id:
        return row
    return _say(row, IntakeFile.State.REFUSED, str(kept))


def _say(row: IntakeFile, state: IntakeFile.State, reason: str = "", image: Image | None = None) -> IntakeFile:
    """Write down what became of a file. What was kept once stays kept."""
    if row.state == IntakeFile.State.KEPT:
        return row
    row.state, row.reason, row.image = state, reason[:500], image
    row.save(update_fields=["state", "reason", "image"])
    return row


def unfinished(files: Iterable[IntakeFile]) -> list[IntakeFile]:
    """Those that are not kept yet: what waits, and what was refused and may have been mended."""
    return [file for file in files if file.state != IntakeFile.State.KEPT]
