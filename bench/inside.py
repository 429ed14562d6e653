"""One request looked at from inside: its queries, and what it costs before a page is drawn."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from django.db import connection
from django.template.backends.django import Template
from django.test import Client
from django.utils.safestring import SafeString

from archive.search import answering
from archive.search.memory import Recalled, recall


@dataclass
class Queries:
    """Counts and times what a request asks of the database, as a wrapper of its execution.

    `recalling` is the processor time, in milliseconds, that went into what this process keeps of the index.
    """

    count: int = 0
    took: float = 0.0
    recalling: float = 0.0

    def __call__(self, execute: Callable[..., Any], *args: Any) -> Any:
        start = time.perf_counter()
        try:
            return execute(*args)
        finally:
            self.count += 1
            self.took += (time.perf_counter() - start) * 1000

    def recall(self, *args: Any) -> Recalled:
        """`memory.recall`, timed by the clock of this thread."""
        start = time.thread_time()
        try:
            return recall(*args)
        finally:
            self.recalling += (time.thread_time() - start) * 1000


class Inside:
    """The application called in this process, with pages left undrawn."""

    def __init__(self) -> None:
        self._client = Client(headers={"host": "127.0.0.1"})

    def get(self, address: str) -> Queries:
        """The queries of a request to this address."""
        queries = Queries()
        undrawn = patch.object(Template, "render", lambda *args, **kwargs: SafeString(""))
        recalling = patch.object(answering, "recall", queries.recall)
        with connection.execute_wrapper(queries), undrawn, recalling:
            self._client.get(address)
        return queries
