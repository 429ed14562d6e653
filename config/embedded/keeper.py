"""The process that owns a running server: starts it, and stops it when its last user has gone, killed or not.

Started by `server.py` as `python -m config.embedded.keeper HOME`. While it lives it holds `keeper.lock`, and while it
lives the server does. It says one line to whoever started it: "ready", or why not.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

import psutil

from config.embedded import cluster
from config.embedded.account import account_for
from config.embedded.locks import EXCLUSIVE, exclusive, open_lock, try_to_take
from config.embedded.problem import ServerUnavailable

LOOK_EVERY = 0.2  # seconds
STARTING = 300  # seconds: after a crash the server first replays what it had promised
STOPPING = 20  # seconds


def main(home: Path) -> None:
    signal.signal(signal.SIGTERM, _leave_the_loop)
    with exclusive(home / "keeper.lock"), open(home / "log", "ab") as log:
        try:
            server, sockets = _start(home, log.fileno())
        except (ServerUnavailable, OSError) as problem:
            sys.exit(_say(str(problem)))
        try:
            (home / "socket").write_text(str(sockets))
            _say("ready")
            _stay(server, open_lock(home / "users.lock"))
        finally:
            _stop(server)
            (home / "socket").unlink(missing_ok=True)
            shutil.rmtree(sockets, ignore_errors=True)


def _leave_the_loop(signum: int, frame: FrameType | None) -> None:
    sys.exit(0)


def _say(line: str) -> int:
    """Answer whoever started us, and let go of the pipe."""
    print(line, flush=True)
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def _start(home: Path, log: int) -> tuple[subprocess.Popen[bytes], Path]:
    account = account_for(home / "data", cluster.programs())
    _clear_away(home / "data")
    cluster.make(home, account, log)
    sockets = cluster.make_socket_folder(account)
    command = cluster.start_command(home, account, sockets)
    server = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=cluster.surroundings(), cwd="/"
    )
    try:
        _wait_until_ready(server, home / "data" / "postmaster.pid")
    except BaseException:
        _stop(server)
        shutil.rmtree(sockets, ignore_errors=True)
        raise
    return server, sockets


def _clear_away(data: Path) -> None:
    """End a server whose keeper was killed, and remove the process id that a killed server left behind.

    PostgreSQL would not start if the id has meanwhile been given to another program.
    """
    note = data / "postmaster.pid"
    if not note.exists():
        return
    try:
        process = psutil.Process(int(note.read_text().split()[0]))
        if Path(process.cwd()) == data.resolve():
            process.send_signal(signal.SIGINT)
            process.wait(STOPPING)
    except (psutil.Error, ValueError, IndexError):
        pass  # no such process, not ours to look at, or an empty note: the note is stale
    note.unlink(missing_ok=True)


def _wait_until_ready(server: subprocess.Popen[bytes], note: Path) -> None:
    """The last line of postmaster.pid turns to "ready"."""
    latest = time.monotonic() + STARTING
    while time.monotonic() < latest:
        if server.poll() is not None:
            raise ServerUnavailable(f"PostgreSQL ended with status {server.returncode} while starting.")
        if note.exists() and note.read_text().rstrip().endswith("\nready"):
            return
        time.sleep(0.02)
    raise ServerUnavailable(f"PostgreSQL was not ready after {STARTING} seconds.")


def _stay(server: subprocess.Popen[bytes], users: int) -> None:
    """Until the server ends or nobody uses it. Holding the lock then, so that whoever comes now waits for the end."""
    while server.poll() is None and not try_to_take(users, EXCLUSIVE):
        time.sleep(LOOK_EVERY)


def _stop(server: subprocess.Popen[bytes]) -> None:
    """Break connections, write everything out and end; if that takes too long, end at once and recover next time."""
    for request in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        if server.poll() is None:
            server.send_signal(request)
        try:
            server.wait(STOPPING)
            return
        except subprocess.TimeoutExpired:
            continue


if __name__ == "__main__":
    main(Path(sys.argv[1]))
