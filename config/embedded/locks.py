"""Locks between processes that end with their holder, however it ends (flock(2)); forked children share them."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SHARED, EXCLUSIVE = fcntl.LOCK_SH, fcntl.LOCK_EX


def open_lock(path: Path) -> int:
    """A descriptor to lock by; it is not passed on to programs that are started."""
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)


def take(lock: int, kind: int) -> None:
    """Wait for the lock."""
    fcntl.flock(lock, kind)


def try_to_take(lock: int, kind: int) -> bool:
    """Take the lock if that needs no waiting. A lock held before in another kind is lost when this fails."""
    try:
        fcntl.flock(lock, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def exclusive(path: Path) -> Iterator[int]:
    """Hold the lock alone for the length of a block."""
    lock = open_lock(path)
    try:
        take(lock, EXCLUSIVE)
        yield lock
    finally:
        os.close(lock)


def is_held_alone(path: Path) -> bool:
    """Whether some process holds the lock for itself at this moment."""
    lock = open_lock(path)
    try:
        return not try_to_take(lock, SHARED)
    finally:
        os.close(lock)
