"""What the pages of the intake may show: scans on their way in, pictures being made, pictures that look alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.images.addresses import picture_url
from archive.images.specs import CARD
from archive.images.verifying import BAD, oldest_check
from archive.models import FixityCheck, Image, Intake, IntakeFile, Preparation, Resemblance

CYCLE = timedelta(days=90)
"""Within this time every master should be looked at once."""
_SHOWN = 50


@dataclass(frozen=True)
class FileRow:
    """One file of an intake, and how it stands in words."""

    name: str
    side: str
    number: str
    record_url: str
    send_url: str
    state: str
    words: str
    twins_url: str = ""


@dataclass(frozen=True)
class IntakePage:
    """One intake: its files, and how many are kept, wait or were refused."""

    id: int
    folder: str
    accession: str
    files: Sequence[FileRow]
    kept: int
    waiting: int
    refused: int


@dataclass(frozen=True)
class Bin:
    """A recent intake in the list."""

    url: str
    title: str
    at: datetime
    kept: int
    open: int


@dataclass(frozen=True)
class Failure:
    """A picture whose smaller ones could not be made."""

    title: str
    record_url: str
    problem: str
    again_url: str


@dataclass(frozen=True)
class MastersPage:
    """How the masters and their smaller pictures are."""

    counts: Sequence[tuple[str, int]]
    failures: Sequence[Failure]
    masters: int
    oldest: datetime | None
    is_overdue: bool
    damaged: Sequence[FixityCheck]


@dataclass(frozen=True)
class Looks:
    """One of two pictures that look alike."""

    title: str
    src: str
    record_url: str
    size: str


@dataclass(frozen=True)
class Pair:
    """Two pictures that look alike, and where the answer goes."""

    id: int
    later: Looks
    earlier: Looks
    percent: int
    answer_url: str


def intake_page(intake: Intake) -> IntakePage:
    """One intake with all its files."""
    files = list(intake.files.select_related("photo", "image__preparation").prefetch_related("image__resembles"))
    counts = Counter(file.state for file in files)
    states = IntakeFile.State
    return IntakePage(
        id=intake.pk,
        folder=intake.folder,
        accession=str(intake.accession),
        files=[file_row(file) for file in files],
        kept=counts[states.KEPT],
        waiting=counts[states.WAITING],
        refused=counts[states.REFUSED],
    )


def file_row(file: IntakeFile) -> FileRow:
    """One file as the list shows it, and as the script hears of it."""
    resembles = file.image.resembles.all() if file.image else ()
    alike = any(one.answer == Resemblance.Answer.OPEN for one in resembles)
    return FileRow(
        name=file.name,
        side=str(file.get_side_display()),
        number=file.photo.number,
        record_url=reverse("admin:archive_photo_change", args=[file.photo_id]),
        send_url=reverse("desk-intake-file", args=[file.intake_id, file.pk]),
        state=file.state,
        words=_words(file),
        twins_url=reverse("desk-twins") if alike else "",
    )


def _words(file: IntakeFile) -> str:
    if file.state == IntakeFile.State.REFUSED:
        return _("refused: %(reason)s") % {"reason": file.reason}
    preparation = getattr(file.image, "preparation", None)
    if preparation is None or preparation.state == Preparation.State.DONE:
        return str(file.get_state_display())
    told = {"state": preparation.get_state_display(), "problem": preparation.problem}
    if preparation.problem:
        return _("kept; smaller pictures: %(state)s (%(problem)s)") % told
    return _("kept; smaller pictures: %(state)s") % told


def recent_intakes() -> list[Bin]:
    """The latest intakes, with how many files of each are kept and how many are not."""
    kept = Count("files", filter=Q(files__state=IntakeFile.State.KEPT))
    counted = Intake.objects.select_related("accession").annotate(kept=kept, all=Count("files"))
    return [
        Bin(reverse("desk-intake", args=[one.pk]), str(one), one.at, one.kept, one.all - one.kept)
        for one in counted[:_SHOWN]
    ]


def masters_page() -> MastersPage:
    """The state of all pictures."""
    by_state = dict(Preparation.objects.order_by().values_list("state").annotate(Count("pk")))
    failed = Preparation.objects.filter(state=Preparation.State.FAILED).select_related("image__photo")[:_SHOWN]
    oldest, masters = oldest_check(), Image.objects.count()
    return MastersPage(
        counts=[(str(label), by_state.get(state, 0)) for state, label in Preparation.State.choices],
        failures=[_failure(one) for one in failed],
        masters=masters,
        oldest=oldest,
        is_overdue=bool(masters) and (oldest is None or oldest < timezone.now() - CYCLE),
        damaged=_damaged(),
    )


def _failure(preparation: Preparation) -> Failure:
    image = preparation.image
    return Failure(
        title=str(image),
        record_url=reverse("admin:archive_image_change", args=[image.pk]),
        problem=preparation.problem,
        again_url=reverse("desk-masters-again", args=[image.pk]),
    )


def _damaged() -> list[FixityCheck]:
    """The latest check of each master, where it found it damaged."""
    latest = FixityCheck.objects.order_by("image_id", "-at", "-pk").distinct("image_id")
    bad = FixityCheck.objects.filter(pk__in=latest.values("pk"), outcome__in=BAD)
    return list(bad.select_related("image__photo")[:_SHOWN])


def open_pairs() -> list[Pair]:
    """Pictures that look alike and that nobody has answered for, the likest first."""
    found = Resemblance.objects.filter(answer=Resemblance.Answer.OPEN)
    return [_pair(one) for one in found.select_related("image__photo", "other__photo")[:_SHOWN]]


def _pair(one: Resemblance) -> Pair:
    answer = reverse("desk-twins-answer", args=[one.pk])
    return Pair(one.pk, _looks(one.image), _looks(one.other), int(one.closeness * 100), answer)


def _looks(image: Image) -> Looks:
    record = reverse("admin:archive_photo_change", args=[image.photo_id])
    return Looks(str(image), picture_url(image.key, CARD), record, f"{image.width} × {image.height}, {image.format}")
