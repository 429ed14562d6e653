"""The child in which foreign bytes are decoded: `python -m archive.images.child`, one line of JSON in, one out.

It bounds itself before it opens anything. No Django here, nor in what this imports.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from archive.images.errors import NotAPicture
from archive.images.limits import Limits

Job = Callable[..., dict[str, Any]]
_WAY = 10
"""By how many steps of niceness a child gives way to those who answer visitors."""


def main() -> None:
    """Hear, bound, do, answer."""
    request = json.loads(sys.stdin.readline())
    limits = Limits(**request["limits"])
    _bound(limits)
    _give_way()
    try:
        answer = _job(request["job"])(name=request["name"], limits=limits, **request["told"])
    except NotAPicture as refusal:
        answer = {"refused": str(refusal)}
    except MemoryError:
        answer = {"refused": _too_hungry(request["name"])}
    sys.stdout.write(json.dumps(answer))


def _bound(limits: Limits) -> None:
    seconds = limits.processor_seconds
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _give_way() -> None:
    """Niceness counts among the processes of one session, and this is one of its own: Linux is told of both."""
    os.nice(_WAY)
    with suppress(OSError):  # where sessions are not told apart
        Path("/proc/self/autogroup").write_text(str(_WAY))


def _job(name: str) -> Job:
    """The libraries that decode are loaded only now, within the bounds."""
    if name == "inspect":
        from archive.images.inspecting import inspect

        return inspect
    if name == "derive":
        from archive.images.deriving import derive_all

        return derive_all
    raise ValueError(f"There is no job {name}.")


def _too_hungry(name: str) -> str:
    return f"{name} needs more memory to read than any scan does. Save it again with an ordinary program."


if __name__ == "__main__":
    main()
