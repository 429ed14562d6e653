"""Gunicorn with our kind of worker and a small application that says which thread answered."""

from __future__ import annotations

import http.client
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
APPLICATION = """
import threading

def application(environ, start_response):
    said = f"{environ['PATH_INFO']} {threading.get_ident()}".encode()
    start_response("200 OK", [("Content-Length", str(len(said)))])
    return [said]
"""
MANY = 30


@contextmanager
def running(folder: Path, *settings: str) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """The port, and gunicorn itself."""
    (folder / "small.py").write_text(APPLICATION)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        program = ["-m", "gunicorn", "-k", "config.staying.StayingThreads", "--bind", f"fd://{listener.fileno()}"]
        told = ["--pythonpath", f"{PROJECT},{folder}", "--no-control-socket", *settings, "small"]
        run = subprocess.Popen([sys.executable, *program, *told], cwd=folder, pass_fds=[listener.fileno()])
        try:
            yield listener.getsockname()[1], run
        finally:
            run.send_signal(signal.SIGQUIT)  # gunicorn: at once
            run.wait()


def ask(line: http.client.HTTPConnection, path: str = "/") -> tuple[str, str]:
    """What came back, and whether the connection stays."""
    line.request("GET", path)
    response = line.getresponse()
    return response.read().decode(), response.getheader("Connection", "")


def connect(port: int) -> http.client.HTTPConnection:
    return http.client.HTTPConnection("127.0.0.1", port, timeout=20)


def threads_of(line: http.client.HTTPConnection, pause: float = 0) -> set[str]:
    """Those that answered many requests, one after the other."""
    found = set()
    for number in range(MANY):
        said, thread = ask(line, f"/{number}")[0].split()
        assert said == f"/{number}"
        found.add(thread)
        time.sleep(pause)
    return found


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    with running(tmp_path, "--threads", "4") as (port, _run):
        yield port


def test_requests_that_follow_closely_are_answered_by_one_thread(port):
    with ThreadPoolExecutor(4) as clients:  # so that there are threads to choose from
        list(clients.map(threads_of, [connect(port) for _client in range(4)]))
    assert len(threads_of(connect(port))) == 1


def test_requests_after_a_pause_are_answered_too(port):
    assert threads_of(connect(port), pause=0.03)


def test_two_requests_sent_at_once_are_answered_in_their_order(port):
    with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
        line.sendall(b"GET /a HTTP/1.1\r\nHost: x\r\n\r\nGET /b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        answers = b"".join(iter(lambda: line.recv(4096), b""))
    assert 0 < answers.index(b"/a ") < answers.index(b"/b ")


def test_more_connections_than_threads_are_all_answered(port):
    lines = [connect(port) for _client in range(12)]
    with ThreadPoolExecutor(len(lines)) as clients:
        assert all(clients.map(threads_of, lines))


def test_a_connection_that_nobody_uses_keeps_no_thread(port):
    quiet = [connect(port) for _client in range(8)]
    for line in quiet:
        ask(line)
    start = time.monotonic()
    assert threads_of(connect(port))
    assert time.monotonic() - start < 2  # gunicorn keeps a quiet connection open for as long


def test_a_worker_that_has_answered_enough_says_goodbye_on_the_last_answer(tmp_path):
    with running(tmp_path, "--threads", "4", "--max-requests", "5") as (port, _run):
        line = connect(port)
        assert [ask(line)[1] for _request in range(5)] == ["keep-alive"] * 4 + ["close"]
        assert ask(connect(port))


def test_a_wish_to_stop_is_heard_between_two_requests(tmp_path):
    with running(tmp_path, "--threads", "4") as (port, run):
        line = connect(port)
        ask(line)
        run.send_signal(signal.SIGTERM)
        time.sleep(0.2)
        assert ask(line)[1] == "close"
        assert run.wait(timeout=20) == 0
