"""How much memory processes hold, looked at many times a second from /proc."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import psutil

_EVERY = 0.02  # seconds


class Resident:
    """The growth of the largest of some processes since this began, in megabytes."""

    def __init__(self, pids: Sequence[int]) -> None:
        self._processes = [psutil.Process(pid) for pid in pids]
        self._before = [_held(process) for process in self._processes]
        self._most, self._ended = 0.0, threading.Event()
        self._watch = threading.Thread(target=self._look_on, daemon=True)

    def __enter__(self) -> Resident:
        self._watch.start()
        return self

    def __exit__(self, *_problem: object) -> None:
        self._ended.set()
        self._watch.join()

    def most(self) -> float:
        """The greatest growth since this was asked last."""
        self._look()
        most, self._most = self._most, 0.0
        return most

    def _look_on(self) -> None:
        while not self._ended.wait(_EVERY):
            self._look()

    def _look(self) -> None:
        grown = [_held(process) - before for process, before in zip(self._processes, self._before, strict=True)]
        self._most = max(self._most, *grown)


def _held(process: psutil.Process) -> float:
    return float(process.memory_info().rss) / 1e6


def web_workers(pid: int) -> list[int]:
    """The processes of gunicorn that answer requests: its children but for the one that works in the background."""
    children = psutil.Process(pid).children()
    return [child.pid for child in children if "gunicorn" in " ".join(child.cmdline())]
