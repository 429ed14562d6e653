"""PostgreSQL's own programs reach the embedded database, for backup and restore."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the embedded server needs of the project."""
    folder = tmp_path_factory.mktemp("a copy")
    shutil.copytree(PROJECT / "config", folder / "config", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def run(copy: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "config.embedded", *command], cwd=copy, capture_output=True, text=True, check=False
    )


def test_what_was_dumped_can_be_restored(copy: Path) -> None:
    run(copy, "psql", "-c", "CREATE TABLE kept AS SELECT '柳州' AS name")
    assert run(copy, "pg_dump", "--format=custom", "--file=verso.dump").returncode == 0
    run(copy, "psql", "-c", "DROP TABLE kept")
    restored = run(copy, "pg_restore", "--clean", "--if-exists", "--dbname=verso", "verso.dump")
    assert restored.returncode == 0, restored.stderr
    assert run(copy, "psql", "-Atc", "SELECT name FROM kept").stdout == "柳州\n"


def test_a_program_that_is_not_there_is_one_line(copy: Path) -> None:
    refused = run(copy, "pg_wish")
    assert refused.returncode == 1
    assert refused.stderr == "PostgreSQL has no program pg_wish.\n"
