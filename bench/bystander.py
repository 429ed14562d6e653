"""A visitor who asks for the same addresses again and again, in a process of its own.

python -m bench.bystander PORT ADDRESS …    until it is stopped; prints when and how long, in seconds and milliseconds
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

_PAUSE = 0.02  # seconds between two addresses
_ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Asked:
    """When an answer began to be waited for, by the machine's monotonic clock, and how long, in milliseconds."""

    address: str
    at: float
    took: float


@contextmanager
def bystander(port: int, addresses: Sequence[str], log: Path) -> Iterator[None]:
    """Somebody looks around for the length of a block; `log` says afterwards how it went."""
    with log.open("wb") as out:
        command = [sys.executable, "-m", "bench.bystander", str(port), *addresses]
        process = subprocess.Popen(command, cwd=_ROOT, stdout=out)
        try:
            yield
        finally:
            ended = process.poll()
            process.terminate()
            process.wait()
    if ended is not None:
        raise RuntimeError("The pages beside could not be asked for to the end.")


def read(log: Path) -> list[Asked]:
    """What a bystander wrote, but for a line that was cut."""
    lines = [line.split() for line in log.read_text().splitlines()]
    return [Asked(address, float(at), float(took)) for address, at, took in (line for line in lines if len(line) == 3)]


def main() -> None:
    """Ask until stopped. Raises RuntimeError when a page is refused."""
    from bench.production import Visitor

    visitor = Visitor(int(sys.argv[1]))
    while True:
        for address in sys.argv[2:]:
            at = time.monotonic()
            print(address, f"{at:.6f}", f"{visitor.page(address).took:.3f}", flush=True)
            time.sleep(_PAUSE)


if __name__ == "__main__":
    main()
