"""Master files: written once under the hash of their bytes, read-only from then on, never served."""

from __future__ import annotations

import hashlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

_CHUNK = 1 << 20


@dataclass(frozen=True)
class Master:
    """A kept master: its place below the masters' folder, its SHA-256 and its size in bytes."""

    name: str
    sha256: str
    size: int


def keep(source: Path, *, root: Path) -> Master:
    """Copy a file in among the masters: temp file, hash, fsync, rename, fsync of the folder; same bytes lie once."""
    root.mkdir(parents=True, exist_ok=True)
    draft = root / f".incoming-{secrets.token_hex(8)}"
    try:
        digest, size = _copy(source, draft)
        name = f"{digest[:2]}/{digest}"
        target = root / name
        if not target.exists():
            target.parent.mkdir(exist_ok=True)
            draft.chmod(0o440)
            draft.rename(target)
            _sync_folder(target.parent)
    finally:
        draft.unlink(missing_ok=True)
    return Master(name, digest, size)


def _copy(source: Path, draft: Path) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    with source.open("rb") as reader, draft.open("xb") as writer:
        while chunk := reader.read(_CHUNK):
            digest.update(chunk)
            size += writer.write(chunk)
        writer.flush()
        os.fsync(writer.fileno())
    return digest.hexdigest(), size


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
