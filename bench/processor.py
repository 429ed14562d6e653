"""The processor time of whole families of processes, by the kernel's own clocks."""

from __future__ import annotations

import os
import time
from typing import Protocol

import psutil


class Clock(Protocol):
    """Tells processor time spent so far, in milliseconds."""

    def spent(self) -> float: ...


class ThisProcess:
    """This process, and those it has started that have ended and were waited for."""

    def spent(self) -> float:
        ended = os.times()
        return (time.process_time() + ended.children_user + ended.children_system) * 1000


class Processor:
    """What a process and all that it has started have spent so far, also those that have ended."""

    def __init__(self, pid: int) -> None:
        self._first = psutil.Process(pid)

    def spent(self) -> float:
        ended = self._first.cpu_times()
        living = [self._first, *self._first.children(recursive=True)]
        return sum(map(_clock, living)) + (ended.children_user + ended.children_system) * 1000


def _clock(process: psutil.Process) -> float:
    """Milliseconds by the POSIX clock of a process, which is finer than the hundredths of a second of psutil."""
    try:
        return time.clock_gettime_ns((~process.pid << 3) | 2) / 1e6
    except OSError:
        return 0.0  # it has ended meanwhile, and is counted among the ended
