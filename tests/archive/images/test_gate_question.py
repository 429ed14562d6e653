"""The gate's short way to the database: it answers as the long one does, which takes over when something is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import psycopg
import pytest
from django.db import OperationalError, connection, transaction
from factories import make_photo
from pictures import scan
from psycopg.errors import QueryCanceled

from archive.images import gate_question
from archive.images.gate_question import answer
from archive.images.specs import PYRAMID
from archive.models import Image
from archive.vocabulary.exposure import Exposure

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def image() -> Image:
    return scan(make_photo(), size=(300, 260))


@contextmanager
def somebody_else() -> Iterator[psycopg.Connection[Any]]:
    connection.ensure_connection()
    with psycopg.connect(connection.connection.info.dsn, autocommit=True) as line:
        yield line


def short_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on the long way is closed."""

    def closed(key: str, spec: str) -> None:
        raise AssertionError("This went the long way.")

    monkeypatch.setattr(gate_question, "_plain_answer", closed)


def test_both_ways_say_the_same(image, monkeypatch):
    long = gate_question._plain_answer(image.key, PYRAMID)
    short_ways(monkeypatch)
    assert answer(image.key, PYRAMID) == long
    assert long is not None
    assert long[2] == Exposure.FULL.value


def test_what_is_not_there_has_no_answer(image, monkeypatch):
    short_ways(monkeypatch)
    assert answer("nobody", PYRAMID) is None
    assert answer(image.key, "nothing") is None


def test_a_key_that_goes_on_behind_a_null_is_another(image):
    assert answer(f"{image.key}\0", PYRAMID) is None


def test_every_new_connection_goes_the_short_way(image, monkeypatch):
    short_ways(monkeypatch)
    for _turn in range(3):
        assert answer(image.key, PYRAMID)
        connection.close()


def test_a_connection_that_the_database_ended_is_replaced(image, monkeypatch):
    connection.close_if_unusable_or_obsolete()  # as between two requests
    with somebody_else() as other:
        other.execute("SELECT pg_terminate_backend(%s)", [connection.connection.info.backend_pid])
    assert answer(image.key, PYRAMID)
    short_ways(monkeypatch)
    assert answer(image.key, PYRAMID)


def test_a_statement_that_the_database_forgot_is_no_error_and_is_prepared_again(image, monkeypatch):
    assert answer(image.key, PYRAMID)
    with connection.cursor() as cursor:
        cursor.execute("DEALLOCATE ALL")
    assert answer(image.key, PYRAMID)
    short_ways(monkeypatch)
    assert answer(image.key, PYRAMID)


def test_a_list_and_a_rollback_before_do_no_harm(image, client, monkeypatch):
    assert answer(image.key, PYRAMID)
    assert client.get("/photos/?q=words").status_code == 200  # its statements are prepared on the same connection
    with suppress(ZeroDivisionError), transaction.atomic():
        client.get("/photos/")
        raise ZeroDivisionError
    assert answer(image.key, PYRAMID)
    short_ways(monkeypatch)
    assert answer(image.key, PYRAMID)


def test_a_database_that_takes_too_long_is_named_as_that(image):
    with somebody_else() as other, other.transaction():
        other.execute("LOCK TABLE archive_derivative")
        with connection.cursor() as cursor:
            cursor.execute("SET statement_timeout = 100")
        with pytest.raises(OperationalError) as problem:
            answer(image.key, PYRAMID)
    assert isinstance(problem.value.__cause__, QueryCanceled)
    connection.close()
