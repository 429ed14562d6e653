"""A database beside the real one for the length of a block, for benches that change what they measure."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def own_database() -> Iterator[None]:
    """Empty at first, and gone afterwards."""
    before = connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)
