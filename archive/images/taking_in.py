"""Taking a picture in: examined apart while it lies under a passing name, then settled, then its rows.

with examined(path, name="012.tif") as find:      # copied, hashed, on the disk, known to be a picture
    with transaction.atomic():
        image = enter(find, photo=photo, side="recto", by=user)
"""

from __future__ import annotations

import logging
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _

from archive.images import apart, masters, tasks
from archive.images.errors import KeptAlready, NotAPicture
from archive.images.faults import point
from archive.images.frames import refuse_several
from archive.images.kinds import HEAD, kind_of
from archive.images.limits import Limits
from archive.images.measure import Measures
from archive.images.resembling import write_sketch
from archive.images.room import refuse_without_room
from archive.models import FixityCheck, Image, Photo, User

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Find:
    """A file that may be kept: its copy under a passing name, what was measured of it, and what it was called."""

    arrived: masters.Arrived
    measures: Measures
    name: str


def limits() -> Limits:
    """What the settings allow."""
    return Limits(megapixels=settings.MASTER_MEGAPIXELS, megabytes=settings.MASTER_MEGABYTES)


@contextmanager
def examined(source: Path, *, name: str) -> Iterator[Find]:
    """Copy a file to the masters' disk and examine the copy; it is gone afterwards unless it was entered.

    Raises NotAPicture, KeptAlready, NoRoom, or OSError when it cannot be read.
    """
    bounds, size = limits(), source.stat().st_size
    if size > bounds.bytes:
        raise NotAPicture(
            _("%(name)s is larger than %(most)s MB. Save it with compression, or scan it at a lower resolution.")
            % {"name": name, "most": bounds.megabytes}
        )
    refuse_without_room(settings.MASTERS_ROOT, size)
    look_at_head(source, name=name)
    with masters.arriving(source, root=settings.MASTERS_ROOT) as arrived:
        refuse_kept(arrived.sha256, name=name)
        kind = look_at_head(arrived.path, name=name)
        measures = _measured(apart.run("inspect", name=name, limits=bounds, path=str(arrived.path), kind=kind))
        point("after_inspection")
        yield Find(arrived, measures, name)


def look_at_head(path: Path, *, name: str) -> str:
    """Which of the accepted kinds a file is, without decoding it. Raises NotAPicture."""
    with path.open("rb") as file:
        kind = kind_of(file.read(HEAD), name)
        refuse_several(file, kind, name)
    return kind


def refuse_kept(sha256: str, *, name: str) -> None:
    """Raises KeptAlready when these bytes are a picture here."""
    first = Image.objects.filter(sha256=sha256).select_related("photo").first()
    if first is not None:
        words = _("%(name)s is the same file, byte for byte, as the %(side)s of %(number)s.")
        told = {"name": name, "side": first.get_side_display(), "number": first.photo.number}
        raise KeptAlready(words % told, first.pk)


def enter(find: Find, *, photo: Photo, side: str, by: User | None, program: str) -> Image:
    """Settle the file among the masters and write its rows; its smaller pictures are made in the background.

    Call it in a transaction. Raises KeptAlready when somebody else brought in the same bytes meanwhile.
    """
    # The rows are written first and seen last: the file has its lasting name before the transaction can end.
    _one_at_a_time(find.arrived.sha256)
    refuse_kept(find.arrived.sha256, name=find.name)
    image = _written(find, photo, side)
    FixityCheck.objects.create(
        image=image, by=by, program=program, outcome=FixityCheck.Outcome.TAKEN_IN, found=image.sha256
    )
    write_sketch(image, find.measures.sketch)
    tasks.ask_for_derivatives(image)
    mirror(masters.settle(find.arrived, root=settings.MASTERS_ROOT))
    point("after_mirror")
    point("before_commit")
    return image


def mirror(master: masters.Master) -> None:
    """Lay the second copy, where a place for it is set. A mirror that is away holds nobody up; it is filled later."""
    if settings.MASTERS_MIRROR is None:
        return
    try:
        masters.keep(settings.MASTERS_ROOT / master.name, root=settings.MASTERS_MIRROR)
    except OSError as problem:
        logger.error("No second copy of %s was made: %s. verify_masters --repair makes it.", master.name, problem)


def _measured(told: dict) -> Measures:
    return Measures(
        format=told["format"],
        width=told["width"],
        height=told["height"],
        tone=told["tone"],
        likeness=told["likeness"],
        sketch=b64decode(told["sketch"]),
    )


def _one_at_a_time(sha256: str) -> None:
    """Until the transaction ends, nobody else enters the same bytes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [sha256])


def _written(find: Find, photo: Photo, side: str) -> Image:
    """The row of the picture, behind those that its photograph has of this side already."""
    Photo.objects.select_for_update().get(pk=photo.pk)
    measures, arrived = find.measures, find.arrived
    return Image.objects.create(
        photo=photo,
        side=side,
        position=Image.objects.filter(photo=photo, side=side).count(),
        master=masters.name_of(arrived.sha256),
        sha256=arrived.sha256,
        size=arrived.size,
        format=measures.format,
        width=measures.width,
        height=measures.height,
        tone=measures.tone,
        likeness=measures.likeness,
    )
