"""Are the masters still what came? Each is hashed again and what was found is written down as an event.

for find in verify(images, ...):   # one event for each master; repaired where that was asked for
strangers()                        # files among the masters that belong to no picture
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db.models import F, Max, QuerySet

from archive.images.masters import arriving, keep, listed, put, sha256_of
from archive.models import FixityCheck, Image, User

Outcome = FixityCheck.Outcome
BAD = frozenset({Outcome.CHANGED, Outcome.MISSING, Outcome.UNREADABLE, Outcome.NO_COPY})


def longest_unseen() -> QuerySet[Image]:
    """All pictures, those whose master was not looked at for the longest time first."""
    seen = Image.objects.annotate(seen=Max("checks__at")).select_related("photo")
    return seen.order_by(F("seen").asc(nulls_first=True), "pk")


def oldest_check() -> datetime | None:
    """When the master that was not looked at for the longest time was seen last; None if one was never looked at."""
    oldest = longest_unseen().first()
    return oldest.seen if oldest else None  # type: ignore[attr-defined]


def verify(images: Iterable[Image], *, by: User | None, program: str, repairing: bool) -> Iterator[FixityCheck]:
    """Look at the masters of these pictures; the events, as they are written."""
    for image in images:
        check = _look(image)
        yield _written(check, by, program)
        if repairing and check.outcome in BAD:
            yield _written(_repair(image), by, program)
        elif repairing and settings.MASTERS_MIRROR is not None:
            _fill(settings.MASTERS_MIRROR, image)


def strangers() -> list[str]:
    """The files among the masters that belong to no picture, by their place there."""
    known = set(Image.objects.values_list("master", flat=True))
    return sorted(name for name in listed(settings.MASTERS_ROOT) if name not in known)


def _look(image: Image) -> FixityCheck:
    try:
        found = sha256_of(settings.MASTERS_ROOT / image.master)
    except FileNotFoundError:
        return FixityCheck(image=image, outcome=Outcome.MISSING)
    except OSError as problem:
        return FixityCheck(image=image, outcome=Outcome.UNREADABLE, found=str(problem.strerror))
    return FixityCheck(image=image, outcome=Outcome.INTACT if found == image.sha256 else Outcome.CHANGED, found=found)


def _repair(image: Image) -> FixityCheck:
    """Put the second copy in the place of what is damaged, if that copy is whole."""
    if settings.MASTERS_MIRROR is None:
        return FixityCheck(image=image, outcome=Outcome.NO_COPY, found="MASTERS_MIRROR is not set")
    try:
        with arriving(settings.MASTERS_MIRROR / image.master, root=settings.MASTERS_ROOT) as copy:
            if copy.sha256 != image.sha256:
                return FixityCheck(image=image, outcome=Outcome.NO_COPY, found=f"the second copy has {copy.sha256}")
            target = settings.MASTERS_ROOT / image.master
            target.parent.mkdir(exist_ok=True)
            put(copy, target)
    except OSError as problem:
        return FixityCheck(image=image, outcome=Outcome.NO_COPY, found=f"the second copy: {problem.strerror}")
    return FixityCheck(image=image, outcome=Outcome.REPAIRED, found=image.sha256)


def _fill(mirror: Path, image: Image) -> None:
    """Lay the second copy where there is none, or one of another size."""
    copy = mirror / image.master
    if not copy.exists() or copy.stat().st_size != image.size:
        keep(settings.MASTERS_ROOT / image.master, root=mirror)


def _written(check: FixityCheck, by: User | None, program: str) -> FixityCheck:
    check.by, check.program = by, program
    check.save()
    return check
