"""A monitor learns whether the database answers, and nothing else; a visitor is not shown the machinery."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from config.away import DatabaseAway

PROJECT = Path(__file__).resolve().parents[2]
NOBODY_LISTENS = "postgres://keeper:hidden@127.0.0.1:9/verso"
ASK = """
import django
django.setup()
from django.test import Client
answer = Client(raise_request_exception=False).get("/health", headers={"host": "localhost"})
print(answer.status_code, answer["Retry-After"], answer.content.decode())
"""


@pytest.mark.django_db
def test_health_is_200_while_the_database_answers(client: Client) -> None:
    response = client.get("/health")
    assert response.status_code == 200
    assert response.json() == {"database": "ok"}
    assert "no-store" in response["Cache-Control"]


def test_health_is_503_without_details_while_the_database_is_away() -> None:
    environment = os.environ | {"DATABASE_URL": NOBODY_LISTENS, "DJANGO_SETTINGS_MODULE": "config.settings"}
    told = subprocess.run(
        [sys.executable, "-c", ASK], cwd=PROJECT, env=environment, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == '503 5 {"database": "away"}'
    assert "hidden" not in told.stdout + told.stderr


def test_health_cannot_be_written_to(client: Client) -> None:
    assert client.post("/health").status_code == 405


@pytest.mark.parametrize("problem", [OperationalError("port 5432 refused"), InterfaceError("connection closed")])
def test_a_visitor_is_asked_to_come_back_when_the_database_is_away(problem: Exception) -> None:
    response = _after(problem)
    assert response is not None
    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert str(problem) not in response.content.decode()


def test_a_mistake_of_ours_is_not_passed_off_as_a_database_away() -> None:
    assert _after(ValueError("a mistake")) is None


def _after(problem: Exception) -> HttpResponse | None:
    def fails(request: HttpRequest) -> HttpResponse:
        raise problem

    return DatabaseAway(fails).process_exception(RequestFactory().get("/photos/"), problem)
