"""Asking a web server for many addresses over connections that stay open, with as little work of its own as can be."""

from __future__ import annotations

import re
import socket
import statistics
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass

_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)
_PIECE = 1 << 16


@dataclass(frozen=True)
class Load:
    """How it went: answers a second, and how long one took, in milliseconds."""

    rate: float
    median: float
    high: float


def load(port: int, paths: Sequence[str], connections: int) -> Load:
    """Ask 127.0.0.1 for each path once, on so many connections at a time."""
    times: list[float] = []
    shares = [threading.Thread(target=_ask, args=(port, paths[n::connections], times)) for n in range(connections)]
    start = time.perf_counter()
    for share in shares:
        share.start()
    for share in shares:
        share.join()
    took = time.perf_counter() - start
    if len(times) != len(paths):
        raise RuntimeError(f"{len(paths) - len(times)} of {len(paths)} were not answered")
    return Load(len(paths) / took, statistics.median(times) * 1000, sorted(times)[int(len(times) * 0.95)] * 1000)


def _ask(port: int, paths: Sequence[str], times: list[float]) -> None:
    line = _connect(port)
    for path in paths:
        start = time.perf_counter()
        if not _fetch(line, port, path):
            line.close()
            line = _connect(port)
        times.append(time.perf_counter() - start)
    line.close()


def _connect(port: int) -> socket.socket:
    line = socket.create_connection(("127.0.0.1", port), timeout=20)
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return line


def _fetch(line: socket.socket, port: int, path: str) -> bool:
    """Read one answer to its end; whether the connection stays open. Raises RuntimeError for anything but 200."""
    line.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
    answer = b""
    while b"\r\n\r\n" not in answer:
        answer += line.recv(_PIECE)
    head, _, body = answer.partition(b"\r\n\r\n")
    if b" 200 " not in head[:20]:
        raise RuntimeError(f"{path}: {head[:200]!r}")
    if length := _LENGTH.search(head):
        left = int(length[1]) - len(body)
        while left > 0:
            left -= len(line.recv(_PIECE))
    else:
        while not body.endswith(b"0\r\n\r\n"):
            body += line.recv(_PIECE)
    return b"close" not in head.lower()
