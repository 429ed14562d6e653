"""Files that a browser sends go straight to the masters' disk, never into memory, and only from members of staff.

There they lie in the folder of what arrives, held by a lock; whoever takes one in copies it under its hash.
"""

from __future__ import annotations

from typing import IO, Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from archive.images.errors import NoRoom
from archive.images.masters import held_draft
from archive.images.room import refuse_without_room

_FORM = 1_000_000
"""What the other fields of a form may have beside its files, in bytes."""
NO_ROOM = "verso.no_room"
"""Where a request says, in its META, why its files were let pass unread: the disk is nearly full."""


class DiskFile(UploadedFile):
    """A file that was sent, on the disk at `path` until it is closed, which Django does at the end of the request."""

    def __init__(self, name: str, content_type: str | None, charset: str | None, extra: Any) -> None:
        self._held = held_draft(settings.MASTERS_ROOT)
        self.path, writer = self._held.__enter__()
        super().__init__(writer, name, content_type, 0, charset, extra)

    def temporary_file_path(self) -> str:
        """Where it lies, by the name under which Django asks for it."""
        return str(self.path)

    def close(self) -> None:
        """Forget the file; whoever wanted it has copied it."""
        self._held.__exit__(None, None, None)


class ToDisk(FileUploadHandler):
    """Writes what is sent to the disk. Refuses strangers and too much; a disk too full lets files pass unread."""

    file: DiskFile

    def handle_raw_input(
        self,
        input_data: IO[bytes],
        META: dict[str, str],  # noqa: N803 (Django's name)
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        """Look at who sends how much, before a byte is read. Raises RequestDataTooBig."""
        if content_length > settings.MASTER_MEGABYTES * 1_000_000 + _FORM:
            raise RequestDataTooBig(f"More than {settings.MASTER_MEGABYTES} MB in one request.")
        self.wanted = content_length

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """A file begins."""
        super().new_file(*args, **kwargs)
        request = self.request
        if request is None or not getattr(request, "user", None) or not request.user.is_staff:
            raise PermissionDenied
        try:
            refuse_without_room(settings.MASTERS_ROOT, self.wanted)
        except NoRoom as problem:
            request.META[NO_ROOM] = str(problem)
            raise SkipFile from problem
        self.file = DiskFile(self.file_name or "", self.content_type, self.charset, self.content_type_extra)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Write a part of it."""
        self.file.write(raw_data)

    def file_complete(self, file_size: int) -> DiskFile:
        """All of it is there."""
        self.file.flush()
        self.file.seek(0)
        self.file.size = file_size
        return self.file

    def upload_interrupted(self) -> None:
        """The line was cut: nothing stays."""
        if hasattr(self, "file"):
            self.file.close()
