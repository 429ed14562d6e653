"""For those who use the embedded server: `join` it, `leave` it. Between the two it runs."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from config.embedded.locks import EXCLUSIVE, SHARED, exclusive, is_held_alone, open_lock, take, try_to_take
from config.embedded.problem import ServerUnavailable

PROJECT = Path(__file__).resolve().parents[2]
LEAVING = 30  # seconds
LONGEST_LOG = 5_000_000  # bytes

_joined: dict[Path, int] = {}  # the users' lock of each server that this process has joined


def join(home: Path) -> str:
    """The folder of the server's socket. Starts the server if it does not run (the first time ever, some seconds).

    Any number of processes may join; the server stops when the last of them has left or ended, in whatever way. May be
    called again at any time, and starts the server anew if it crashed. Raises ServerUnavailable.
    """
    try:
        _hold(home)
        return _running(home) or _start(home)
    except OSError as problem:
        raise ServerUnavailable(f"The database folder {home} cannot be used: {problem.strerror}.") from problem


def leave(home: Path) -> None:
    """Leave; and if nobody else is there, wait until the server has stopped."""
    lock = _joined.pop(home, None)
    if lock is None:
        return
    last = try_to_take(lock, EXCLUSIVE)
    os.close(lock)
    latest = time.monotonic() + LEAVING
    while last and is_held_alone(home / "keeper.lock") and time.monotonic() < latest:
        time.sleep(0.05)


def _hold(home: Path) -> None:
    """Say that this process uses the server. Waits while a server is being stopped."""
    if home in _joined:
        return
    home.mkdir(parents=True, exist_ok=True)
    home.chmod(0o711 if os.geteuid() == 0 else 0o700)  # root's server runs under another account, and must pass
    lock = open_lock(home / "users.lock")
    take(lock, SHARED)
    if _joined.setdefault(home, lock) != lock:
        os.close(lock)  # another thread was faster


def _running(home: Path) -> str | None:
    """Where the socket is, if the server is ready. A killed keeper leaves the note, but not the lock."""
    note = home / "socket"
    return note.read_text() if is_held_alone(home / "keeper.lock") and note.exists() else None


def _start(home: Path) -> str:
    with exclusive(home / "start.lock"):
        already = _running(home)
        if already:
            return already
        _forget_socket(home / "socket")
        said = _wake_keeper(home)
        if said != "ready":
            raise ServerUnavailable(f"{said or 'The database did not start.'} See {home / 'log'}.")
        return (home / "socket").read_text()


def _forget_socket(note: Path) -> None:
    """Remove what a killed keeper left."""
    if note.exists():
        shutil.rmtree(note.read_text(), ignore_errors=True)
        note.unlink()


def _begin_new_log(log: Path) -> None:
    """Keep one old log beside the present one, so that the two together stay small."""
    if log.exists() and log.stat().st_size > LONGEST_LOG:
        log.replace(log.with_name("log.old"))


def _wake_keeper(home: Path) -> str:
    """Start it in a session of its own, where Ctrl-C does not reach it, and return its one line."""
    _begin_new_log(home / "log")
    command = [sys.executable, "-m", "config.embedded.keeper", str(home)]
    with open(home / "log", "ab") as log:
        keeper = subprocess.Popen(
            command, cwd=PROJECT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log, start_new_session=True
        )
    assert keeper.stdout is not None
    try:
        with keeper.stdout:
            return keeper.stdout.readline().decode().strip()
    except KeyboardInterrupt:
        keeper.terminate()
        keeper.wait()
        raise
