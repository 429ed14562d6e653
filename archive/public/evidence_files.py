"""The one small file that a visitor may send as evidence: told by its bytes, never opened here.

Staff alone get it, as a download.
"""

from __future__ import annotations

import hashlib
from typing import IO, Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler
from django.utils.translation import gettext as _

from archive.images.errors import NoRoom, NotAPicture
from archive.images.kinds import HEAD, kind_of
from archive.images.room import refuse_without_room

KINDS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "PDF": "pdf"}
"""What is taken, and how the names of such files end."""
LEFT_OUT = "verso.left_out"
"""Where a request says, in its META, why its file was let pass unread."""
_FORM = 1_000_000
"""What the other fields of the form may have, in bytes."""


def most_bytes() -> int:
    """The most that a file may have."""
    most: int = settings.EVIDENCE_MEGABYTES * 1_000_000
    return most


class OneSmallFile(TemporaryFileUploadHandler):
    """Keeps the first file for as long as the request lasts. One too large passes unread; the words beside it stay."""

    def handle_raw_input(
        self,
        input_data: IO[bytes],
        META: dict[str, str],  # noqa: N803 (Django's name)
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        """Look at how much is coming. Raises RequestDataTooBig where it is many times too much."""
        if content_length > 10 * most_bytes() + _FORM:
            raise RequestDataTooBig(f"More than {settings.EVIDENCE_MEGABYTES} MB in one request.")
        self.wanted, self.got = content_length, False

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """A file begins."""
        if self.got or self.wanted > most_bytes() + _FORM:
            self._leave_out(too_large())
        try:
            refuse_without_room(settings.MASTERS_ROOT, self.wanted)
        except NoRoom:
            self._leave_out(_("No file can be taken just now. Send the words alone, or try again tomorrow."))
        self.got = True
        super().new_file(*args, **kwargs)

    def _leave_out(self, why: str) -> None:
        assert self.request is not None
        self.request.META[LEFT_OUT] = why
        raise SkipFile


def too_large() -> str:
    """Why a file was not taken."""
    return _("Send one file of at most %(most)s MB.") % {"most": settings.EVIDENCE_MEGABYTES}


def kind_told(file: UploadedFile) -> str:
    """JPEG, PNG, WEBP or PDF, whatever the file is called; empty for anything else."""
    file.seek(0)
    head = file.read(HEAD)
    file.seek(0)
    if head.startswith(b"%PDF-"):
        return "PDF"
    try:
        kind = kind_of(head, "")
    except NotAPicture:
        return ""
    return kind if kind in KINDS else ""


def sha256_of(file: UploadedFile) -> str:
    """The hash of its bytes, in hex."""
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    return digest.hexdigest()
