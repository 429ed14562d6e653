"""The process in which foreign bytes are decoded."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

import psutil
import pytest

from archive.images import apart
from archive.images.errors import NotAPicture
from archive.images.taking_in import limits


def test_it_gives_way_to_those_who_answer_visitors(tmp_path):
    pipe = tmp_path / "scan.png"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as pool:
        told = {"path": str(pipe), "kind": "PNG"}
        decoding = pool.submit(apart.run, "inspect", name="scan.png", limits=limits(), **told)
        with pipe.open("wb"):  # returns once the child has opened it to decode it
            (child,) = psutil.Process().children()
            nice = child.nice()
            child.kill()
        with pytest.raises(NotAPicture):
            decoding.result()
    assert nice > psutil.Process().nice()
