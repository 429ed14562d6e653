"""The process in which foreign bytes are decoded."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from archive.images import apart
from archive.images.errors import NotAPicture
from archive.images.taking_in import limits

CHILD = "archive.images.child"


@pytest.fixture
def decoding(tmp_path) -> Iterator[psutil.Process]:
    """The process, while it waits for the bytes of a picture."""
    pipe = tmp_path / "scan.png"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as pool:
        told = {"path": str(pipe), "kind": "PNG"}
        answer = pool.submit(apart.run, "inspect", name="scan.png", limits=limits(), **told)
        with pipe.open("wb"):  # returns once the pipe has been opened at its other end
            (child,) = [one for one in psutil.Process().children() if CHILD in one.cmdline()]
            yield child
            child.kill()
        with pytest.raises(NotAPicture):
            answer.result()


def test_it_gives_way_to_those_who_answer_visitors(decoding):
    assert decoding.nice() > psutil.Process().nice()


def test_it_gives_way_to_other_sessions_too_where_linux_shares_the_processors_among_these(decoding):
    group = Path(f"/proc/{decoding.pid}/autogroup")
    if not group.exists():
        pytest.skip("this system does not tell sessions apart")
    assert group.read_text().split()[-1] == "10"
