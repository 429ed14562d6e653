"""Values from the environment are read as meant, or refused aloud."""

import stat
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env


def test_a_variable_set_to_nothing_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERSO_TRIAL", "  ")
    assert env.text("VERSO_TRIAL", "default") == "default"
    assert env.number("VERSO_TRIAL", 7) == 7
    assert env.flag("VERSO_TRIAL", default=True) is True


@pytest.mark.parametrize(("word", "meant"), [("1", True), ("Yes", True), ("ON", True), ("0", False), ("false", False)])
def test_a_flag_is_read_in_the_usual_spellings(monkeypatch: pytest.MonkeyPatch, word: str, meant: bool) -> None:
    monkeypatch.setenv("VERSO_TRIAL", word)
    assert env.flag("VERSO_TRIAL", default=not meant) is meant


def test_a_flag_that_is_neither_yes_nor_no_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERSO_TRIAL", "maybe")
    with pytest.raises(ImproperlyConfigured, match='VERSO_TRIAL is "maybe"'):
        env.flag("VERSO_TRIAL")


@pytest.mark.parametrize("word", ["abc", "-1", "8000.5", "٣", "70000"])
def test_a_number_that_is_none_or_out_of_bounds_is_refused(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    monkeypatch.setenv("VERSO_TRIAL", word)
    with pytest.raises(ImproperlyConfigured, match="VERSO_TRIAL"):
        env.number("VERSO_TRIAL", 8000, at_least=1, at_most=65535)


def test_a_list_is_written_with_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERSO_TRIAL", "museum.example, www.museum.example,")
    assert env.words("VERSO_TRIAL") == ["museum.example", "www.museum.example"]


def test_a_server_without_its_secret_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VERSO_TRIAL", raising=False)
    with pytest.raises(ImproperlyConfigured, match="VERSO_TRIAL is not set"):
        env.secret("VERSO_TRIAL", kept_in=None)


def test_a_secret_is_made_once_and_kept_from_others(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("VERSO_TRIAL", raising=False)
    file = tmp_path / "var" / "secret"
    made = env.secret("VERSO_TRIAL", kept_in=file)
    assert len(made) > 50
    assert env.secret("VERSO_TRIAL", kept_in=file) == made
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [each.name for each in file.parent.iterdir()] == ["secret"]


def test_a_secret_in_the_environment_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("VERSO_TRIAL", "from the environment")
    assert env.secret("VERSO_TRIAL", kept_in=tmp_path / "secret") == "from the environment"
    assert not (tmp_path / "secret").exists()
