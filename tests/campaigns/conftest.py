"""The gazetteer that comes along, which the shipped campaigns refer to."""

from __future__ import annotations

import pytest

from archive.demo.authorities import load_places
from archive.demo.data_files import read


@pytest.fixture
def gazetteer(db) -> None:
    """Verso's own places."""
    load_places(read("places"))
