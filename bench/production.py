"""The production server on a port of its own, as `make run` starts it, and a visitor with a connection kept alive."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException

from django.core.management import call_command

from config.serve import GUNICORN

_STARTING = 30  # seconds


@dataclass(frozen=True)
class Answer:
    """A response with the time it took, in milliseconds."""

    status: int
    text: str
    took: float


class Visitor:
    """Asks over one connection; where the server has let go of it in the meantime, over a new one."""

    def __init__(self, port: int) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=60)

    def get(self, address: str) -> Answer:
        """The response, timed from the first byte sent to the last received."""
        try:
            return self._ask(address)
        except (HTTPException, ConnectionError):
            self._connection.close()
            return self._ask(address)

    def page(self, address: str) -> Answer:
        """The page at this address. Raises RuntimeError when there is none: what fails is not measured."""
        answer = self.get(address)
        if answer.status != HTTPStatus.OK:
            raise RuntimeError(f"{address} was answered with status {answer.status}.")
        return answer

    def _ask(self, address: str) -> Answer:
        start = time.perf_counter()
        self._connection.request("GET", address, headers={"Accept-Encoding": "identity"})
        response = self._connection.getresponse()
        body = response.read()
        return Answer(response.status, body.decode("utf-8", "replace"), (time.perf_counter() - start) * 1000)


@dataclass(frozen=True)
class Production:
    """A running server."""

    pid: int
    port: int

    def visitor(self) -> Visitor:
        """Somebody new."""
        return Visitor(self.port)


@contextmanager
def production() -> Iterator[Production]:
    """gunicorn with its own settings, for the length of a block."""
    call_command("collectstatic", interactive=False, verbosity=0)
    port = _free_port()
    process = subprocess.Popen([sys.executable, *GUNICORN], env=os.environ | {"PORT": str(port)})
    try:
        _wait_until_healthy(Visitor(port))
        yield Production(process.pid, port)
    finally:
        process.terminate()
        process.wait(timeout=_STARTING)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait_until_healthy(visitor: Visitor) -> None:
    latest = time.monotonic() + _STARTING
    while time.monotonic() < latest:
        try:
            if visitor.get("/health").status == HTTPStatus.OK:
                return
        except OSError:
            pass  # nobody listens yet
        time.sleep(0.1)
    raise TimeoutError(f"The server was not healthy after {_STARTING} seconds.")
