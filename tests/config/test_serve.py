"""`make run`, from a copy of the project: it answers, and after Ctrl-C nothing of it is left."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

PROJECT = Path(__file__).resolve().parents[2]
LEFT_OUT = shutil.ignore_patterns(
    "__pycache__", ".*", "var", "media", "tests", "docs", "bench", "staticfiles", "node_modules"
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PROJECT, tmp_path / "a second copy", ignore=LEFT_OUT))


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def start(copy: Path, port: int, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """In a process group of its own, as a terminal does it; a test that fails waits for nothing that still runs."""
    inherited = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "SECRET_KEY"}}
    told = inherited | {"PORT": str(port), "DEMO": "0"} | environment
    run = subprocess.Popen(
        [sys.executable, "-m", "config.serve"],
        cwd=copy,
        env=told,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    with run:
        try:
            yield run
        finally:
            if run.poll() is None:
                os.killpg(run.pid, signal.SIGKILL)


def answers(port: int, run: subprocess.Popen[str], seconds: float = 120) -> bool:
    latest = time.monotonic() + seconds
    while run.poll() is None and time.monotonic() < latest:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5) as response:
                return bool(response.status == 200)
        except OSError:  # nobody listens yet, or the first answer takes its time on a busy machine
            time.sleep(0.1)
    return False


def working_for(copy: Path) -> list[str]:
    """The command lines of all processes that work for the copy."""
    commands = [" ".join(each.info["cmdline"] or []) for each in psutil.process_iter(["cmdline", "cwd"])]
    return [command for command in commands if str(copy) in command]


def left_of(copy: Path, seconds: float = 10) -> list[str]:
    """Those that are still there when the last one has had time to tidy up and end."""
    latest = time.monotonic() + seconds
    while (left := working_for(copy)) and time.monotonic() < latest:
        time.sleep(0.1)
    return left


@pytest.mark.parametrize("request_to_stop", [signal.SIGINT, signal.SIGTERM])
def test_a_run_answers_and_leaves_nothing_behind(copy: Path, port: int, request_to_stop: signal.Signals) -> None:
    with start(copy, port) as run:
        assert answers(port, run), run.communicate(timeout=20)[0]
        os.killpg(run.pid, request_to_stop)
        said, _ = run.communicate(timeout=30)
    assert f"http://127.0.0.1:{port}/" in said
    assert left_of(copy) == []


def test_a_port_in_use_is_one_line_that_says_what_to_do(copy: Path, port: int) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        with start(copy, port) as run:
            said, _ = run.communicate(timeout=20)
    assert run.returncode == 1
    assert len(said.splitlines()) == 1
    assert f"make run PORT={port + 1}" in said


def test_a_database_that_is_not_there_is_one_line(copy: Path, port: int) -> None:
    with start(copy, port, DATABASE_URL="postgres://verso:hidden@127.0.0.1:9/verso") as run:
        said, _ = run.communicate(timeout=30)
    assert run.returncode == 1
    assert "Traceback" not in said
    assert "hidden" not in said
