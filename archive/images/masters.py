"""Master files: written once under the hash of their bytes, read-only from then on, never served.

A file first arrives under a passing name in the folder `arriving`, held by a lock of its writer: what nobody holds
there was left by a process that died, and is swept away.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from archive.images.faults import point

_CHUNK = 1 << 20
_ARRIVING = "arriving"


@dataclass(frozen=True)
class Master:
    """A kept master: its place below the masters' folder, its SHA-256 and its size in bytes."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True)
class Arrived:
    """A copy that lies whole on the disk under a passing name: where, its SHA-256 and its size in bytes."""

    path: Path
    sha256: str
    size: int


def keep(source: Path, *, root: Path) -> Master:
    """Copy a file in among the masters: temp file, hash, fsync, rename, fsync of the folder; same bytes lie once."""
    with arriving(source, root=root) as arrived:
        return settle(arrived, root=root)


@contextmanager
def arriving(source: Path, *, root: Path) -> Iterator[Arrived]:
    """A file copied in under a passing name, hashed and on the disk; gone afterwards unless it was settled."""
    with held_draft(root) as (draft, writer):
        digest, size = _copy(source, writer)
        point("after_copy")
        yield Arrived(draft, digest, size)


def settle(arrived: Arrived, *, root: Path) -> Master:
    """Give what arrived its lasting name. Where the same bytes lie already, those stay."""
    master = Master(name_of(arrived.sha256), arrived.sha256, arrived.size)
    target = root / master.name
    if not target.exists() or target.stat().st_size != arrived.size:
        target.parent.mkdir(exist_ok=True)
        put(arrived, target)
    return master


def name_of(sha256: str) -> str:
    """Where the bytes with this hash lie, below the masters' folder."""
    return f"{sha256[:2]}/{sha256}"


def put(arrived: Arrived, target: Path) -> None:
    """Rename what arrived to this place, for good: read-only, and the folder's entry on the disk too."""
    arrived.path.chmod(0o440)
    point("before_rename")
    arrived.path.rename(target)
    sync_folder(target.parent)
    point("after_rename")


@contextmanager
def held_draft(root: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """A new file in the folder of what arrives, held by this process for as long as it is written."""
    folder = root / _ARRIVING
    folder.mkdir(parents=True, exist_ok=True)
    draft, writer = _new_draft(folder)
    try:
        with writer:
            yield draft, writer
    finally:
        draft.unlink(missing_ok=True)


def _new_draft(folder: Path) -> tuple[Path, BinaryIO]:
    while True:
        draft = folder / secrets.token_hex(8)
        writer = draft.open("xb")
        fcntl.flock(writer, fcntl.LOCK_EX)
        if os.fstat(writer.fileno()).st_nlink:
            return draft, writer
        writer.close()  # swept away in the moment before it was held


def sweep(root: Path) -> int:
    """Remove what dead processes left half written; how many files. What is being written is held, and stays."""
    folder = root / _ARRIVING
    return sum(_swept(draft) for draft in folder.iterdir()) if folder.exists() else 0


def _swept(draft: Path) -> bool:
    with suppress(FileNotFoundError, BlockingIOError), draft.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        draft.unlink()
        return True
    return False


def listed(root: Path) -> Iterator[str]:
    """The names of all files among the masters but those that are just arriving."""
    for folder, folders, files in os.walk(root):
        if Path(folder) == root and _ARRIVING in folders:
            folders.remove(_ARRIVING)
        for file in files:
            yield (Path(folder) / file).relative_to(root).as_posix()


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, read in parts. Raises OSError."""
    digest = hashlib.sha256()
    with path.open("rb") as reader:
        while chunk := reader.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _copy(source: Path, writer: BinaryIO) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    with source.open("rb") as reader:
        while chunk := reader.read(_CHUNK):
            digest.update(chunk)
            size += writer.write(chunk)
    writer.flush()
    os.fsync(writer.fileno())
    return digest.hexdigest(), size


def sync_folder(folder: Path) -> None:
    """Have the entries of a folder on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
