"""The first visitor of a fresh process waits no longer than the second."""

from __future__ import annotations

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from factories import make_photo

from archive.search import memory
from config import warming
from config.warming import warm


def queries(visitor) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert visitor.get("/photos/").context["total"] == 1
    return len(asked)


@pytest.mark.django_db(transaction=True)
def test_the_first_list_finds_what_the_process_keeps_of_the_index(visitor):
    make_photo()
    memory._memory_of.cache_clear()
    cold = queries(visitor)
    memory._memory_of.cache_clear()
    warm()
    assert queries(visitor) < cold


def test_a_database_that_is_away_keeps_no_process_from_starting(monkeypatch, caplog):
    def away(_asked: object) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr(warming, "recall", away)
    warm()
    assert "connection refused" in caplog.text
