"""Twenty visitors walk facets and deep pages as fast as they are answered; how long does a photograph's page take?

make bench-load                 on 100,000 photographs, for a minute
make bench-load BENCH=1000000   on a million
"""

from __future__ import annotations

import os
import random
import re
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

import psutil
from django.utils.encoding import iri_to_uri

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.home import COUNT, POSTGRES, take_up

take_up()

from archive.models import Photo  # noqa: E402
from bench import collection  # noqa: E402
from bench.measuring import median, p95  # noqa: E402
from bench.production import Production, Visitor, production  # noqa: E402
from bench.questions import LIST  # noqa: E402
from bench.words import BROAD, HAN, MEDIUM, SECOND  # noqa: E402

WALKERS, READERS, SECONDS = 20, 2, 60
MOST = 500
"""Milliseconds that nineteen of twenty photographs' pages stay under."""

_PAUSE = 0.05  # seconds between two pages that somebody reads
_STEPS = 8  # links followed before somebody begins elsewhere
_LINK = re.compile(rf'href="({LIST}\?[^"#]*)"')
_DEEP = re.compile(r"[?;&]page=\d\d+")
_BEGINNINGS = [LIST, *(iri_to_uri(f"{LIST}?q={words}") for words in (BROAD, MEDIUM, HAN, f"{BROAD}+{SECOND}"))]
_CANCELLED = "canceling statement due to statement timeout"


@dataclass
class Seen:
    """What all visitors together were answered: statuses, and times in milliseconds."""

    walked: list[float] = field(default_factory=list)
    read: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    failures: Counter[str] = field(default_factory=Counter)

    def ask(self, visitor: Visitor, address: str, times: list[float]) -> str:
        """The page at this address, or nothing when there was no answer."""
        try:
            answer = visitor.get(address)
        except OSError as problem:
            self.failures[type(problem).__name__] += 1
            return ""
        self.statuses[answer.status] += 1
        times.append(answer.took)
        return answer.text


def walk(server: Production, seen: Seen, until: float, seed: int) -> None:
    """Follow links from page to page, every second time to a deep one, and begin elsewhere after a while."""
    dice, visitor = random.Random(seed), server.visitor()
    while time.monotonic() < until:
        address = dice.choice(_BEGINNINGS)
        for _step in range(_STEPS):
            links = [iri_to_uri(unescape(link)) for link in _LINK.findall(seen.ask(visitor, address, seen.walked))]
            deep = [link for link in links if _DEEP.search(link)]
            if time.monotonic() > until or not links:
                break
            address = dice.choice(deep if deep and dice.random() < 0.5 else links)


def read(server: Production, seen: Seen, until: float, seed: int, numbers: list[str]) -> None:
    """Open photographs, one after the other."""
    dice, visitor = random.Random(seed), server.visitor()
    while time.monotonic() < until:
        seen.ask(visitor, f"{LIST}{dice.choice(numbers)}/", seen.read)
        time.sleep(_PAUSE)


def everybody(server: Production, seen: Seen, numbers: list[str]) -> None:
    """Let all of them go at once, and wait for the last. What goes wrong with one of them is raised here."""
    until = time.monotonic() + SECONDS
    with ThreadPoolExecutor(WALKERS + READERS) as people:
        tasks = [people.submit(walk, server, seen, until, seed) for seed in range(WALKERS)]
        tasks += [people.submit(read, server, seen, until, seed, numbers) for seed in range(READERS)]
    for task in tasks:
        task.result()


def memory(server: Production) -> float:
    """What the server's processes keep for themselves, in MB."""
    first = psutil.Process(server.pid)
    return sum(process.memory_full_info().uss for process in (first, *first.children(recursive=True))) / 1e6


def cancelled() -> int:
    """How many statements the database has cancelled so far for taking too long."""
    with open(POSTGRES / "log", encoding="utf-8", errors="replace") as log:
        return sum(_CANCELLED in line for line in log)


def tell(seen: Seen, cut: int, before: float, after: float) -> None:
    """Print what was seen."""
    middle, high = median(seen.read), p95(seen.read)
    print(f"photograph's page: {len(seen.read):,} read, median {middle:.0f} ms, p95 {high:.0f} ms", end="")
    print(f", slowest {max(seen.read):.0f} ms: {'kept' if high < MOST else f'p95 over {MOST} ms'}")
    print(f"lists: {len(seen.walked):,} walked, {len(seen.walked) / SECONDS:.0f} a second", end="")
    print(f", median {median(seen.walked):.0f} ms, p95 {p95(seen.walked):.0f} ms, slowest {max(seen.walked):.0f} ms")
    print("answers: " + ", ".join(f"{status}: {count:,}" for status, count in sorted(seen.statuses.items())), end="")
    print(f"; without one: {dict(seen.failures) or 'none'}")
    print(f"too many requests (429): {seen.statuses[429]}; away (503): {seen.statuses[503]}")
    print(f"statements cancelled for taking too long: {cut}")
    print(f"memory of the server: {before:.0f} MB before, {after:.0f} MB after")


def main() -> None:
    collection.prepare(COUNT)
    numbers = list(Photo.objects.public().order_by("?").values_list("number", flat=True)[:2_000])
    print(f"\n{COUNT:,} photographs, {WALKERS} walk, {READERS} read, {SECONDS} s, {os.cpu_count()} processors", end="")
    print(f", load {os.getloadavg()[0]:.1f} before.")
    seen, cut = Seen(), cancelled()
    with production() as server:
        for _warm in range(20):
            server.visitor().page(LIST)
        before = memory(server)
        everybody(server, seen, numbers)
        tell(seen, cancelled() - cut, before, memory(server))


if __name__ == "__main__":
    main()
