"""Which file of a picture may go out, and to whom: every byte of a picture is asked for here, on each request."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest

from archive.images.allowed import largest_allowed, needed_for
from archive.images.gate_question import answer
from archive.images.specs import LARGE
from archive.vocabulary.exposure import Exposure
from archive.vocabulary.rights import RIGHTS_TERMS, Reuse, RightsTerm


@dataclass(frozen=True)
class Shown:
    """A derivative's file that may be shown: to everybody, or (not `is_public`) to the staff who asks."""

    path: Path
    term: RightsTerm | None
    exposure: Exposure
    is_public: bool

    def longest(self, width: int, height: int) -> int | None:
        """The longest side, in pixels, at which a picture of this size is cut to measure; None for as scanned.

        Where only a small picture is public, that of a card. What one has to ask for is seen no larger than its
        largest published size.
        """
        box = largest_allowed(self.exposure) if self.is_public else None
        if box:
            scale = min(box[0] / width, box[1] / height, 1)
            return max(1, round(max(width, height) * scale))
        return LARGE.width if self.term is None or self.term.reuse is Reuse.ASK else None


def shown(request: HttpRequest, key: str, spec: str) -> Shown:
    """The file of a picture at this size. Raises Http404 for all that this visitor may not know of."""
    row = answer(key, spec)
    if row is None:
        raise Http404
    path, code, number = row
    exposure = Exposure(number)
    is_open = exposure >= needed_for(spec)
    # Staff are asked for last, so that the public's requests never touch a session.
    if not is_open and not _is_staff(request):
        raise Http404
    return Shown(settings.DERIVATIVES_ROOT / path, RIGHTS_TERMS.get(code or ""), exposure, is_open)


def _is_staff(request: HttpRequest) -> bool:
    """Whether somebody has signed in who may see what is not public. Without a session there is nobody."""
    user = getattr(request, "user", None)
    return user is not None and user.has_perm("archive.view_photo")
