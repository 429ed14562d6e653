"""What the first visitor of a fresh process would wait for, done before it takes anybody in."""

import logging

from django.db import DatabaseError, connections
from django.urls import get_resolver

from archive.search.memory import recall

log = logging.getLogger(__name__)


def warm() -> None:
    """Import what answers addresses, and read what the process keeps of the index: a second for a million photographs.

    Where the database is away nothing is read: who comes first once it is back waits for it.
    """
    _addresses = get_resolver().url_patterns
    try:
        recall({})
    except DatabaseError as problem:
        log.warning("The index could not be read yet: %s", problem)
    finally:
        connections.close_all()  # of the main thread, which never asks again
