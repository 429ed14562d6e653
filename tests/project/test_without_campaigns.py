"""The archive does not need the campaigns: taken out of INSTALLED_APPS, its own tests pass."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ALONE = [sys.executable, "-m", "pytest", "--ds", "without_campaigns", "-n", "0", "-q", "-p", "no:cacheprovider"]
_LONGEST = 3600


def alone(*arguments: str) -> str:
    """What pytest says at the end of a run of the archive alone."""
    run = subprocess.run([*ALONE, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=_LONGEST, check=False)
    last = run.stdout.strip().splitlines()[-1] if run.stdout.strip() else run.stderr
    return last if run.returncode == 0 else run.stdout[-4000:] + run.stderr[-2000:]


def test_all_of_the_archives_tests_can_be_collected_without_campaigns():
    """In seconds; the proof below runs them."""
    assert "tests collected" in alone("tests/archive", "--collect-only")


@pytest.mark.slow
def test_the_archives_own_tests_pass_without_campaigns():
    said = alone("tests/archive", "-m", "not slow")
    assert "passed" in said
    assert "failed" not in said
    assert "error" not in said
