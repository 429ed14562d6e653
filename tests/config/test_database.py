"""DATABASE_URL is taken apart as libpq does, and a wrong one is refused without repeating its password."""

from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.database import database_settings, from_url

URLS: list[tuple[str, dict[str, Any]]] = [
    (
        "postgres://verso:pass@db.example:5433/verso",
        {"HOST": "db.example", "PORT": "5433", "USER": "verso", "PASSWORD": "pass", "NAME": "verso"},
    ),
    ("postgresql://db.example/verso", {"HOST": "db.example", "PORT": "", "USER": "", "PASSWORD": "", "NAME": "verso"}),
    ("postgres://a%40b:p%2F%3A%3F%23@h/my%20data", {"USER": "a@b", "PASSWORD": "p/:?#", "NAME": "my data"}),
    ("postgres://verso:p@ss@h/verso", {"USER": "verso", "PASSWORD": "p@ss", "HOST": "h"}),
    ("postgres://verso@[::1]:5433/verso", {"HOST": "::1", "PORT": "5433"}),
    ("postgres://verso@%2FVar%2Frun/verso", {"HOST": "/Var/run", "PORT": ""}),
    ("postgres:///verso?host=/run/postgresql&port=5433", {"HOST": "/run/postgresql", "PORT": "5433", "NAME": "verso"}),
]


@pytest.mark.parametrize(("url", "expected"), URLS, ids=[url for url, _ in URLS])
def test_each_part_of_the_url_finds_its_place(url: str, expected: dict[str, Any]) -> None:
    settings = from_url(url)
    assert {key: settings[key] for key in expected} == expected
    assert settings["ENGINE"] == "django.db.backends.postgresql"


def test_what_stands_behind_the_question_mark_goes_to_libpq() -> None:
    options = from_url("postgres://h/verso?sslmode=verify-full&options=-c%20statement_timeout%3D3s")["OPTIONS"]
    assert options == {"connect_timeout": "5", "sslmode": "verify-full", "options": "-c statement_timeout=3s"}


@pytest.mark.parametrize(
    "url",
    [
        "mysql://verso:hidden@h/verso",
        "verso:hidden@h/verso",
        "postgres://verso:hidden@h",
        "postgres://verso:hidden@h/",
        "postgres://verso:hidden@h:port/verso",
        "postgres://verso:hidden@h:99999/verso",
        "postgres://verso:hidden@h/verso/more",
    ],
)
def test_a_url_that_is_wrong_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL") as refusal:
        from_url(url)
    assert "hidden" not in str(refusal.value)


def test_without_a_url_the_data_is_the_project_s_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    settings = database_settings()
    assert settings["ENGINE"] == "config.embedded"
    assert settings["HOST"].endswith("var/postgres")


def test_with_a_url_that_database_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://h/verso")
    assert database_settings()["ENGINE"] == "django.db.backends.postgresql"
