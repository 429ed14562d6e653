"""Foreign bytes are decoded apart: in a child process with bounds on memory and time, and none of our secrets.

The child (`archive.images.child`) hears one line of JSON and says one. What a hostile picture could make of it is a
process that knows no password and no database, and ends by itself.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from archive.images.errors import NotAPicture
from archive.images.limits import Limits

_ROOT = Path(__file__).resolve().parents[2]
_KEPT = ("PATH", "LD_LIBRARY_PATH", "TMPDIR", "LANG", "VIRTUAL_ENV")
_OUT_OF_TIME = {-signal.SIGXCPU, -signal.SIGKILL}


def run(job: str, /, *, name: str, limits: Limits, **told: Any) -> dict[str, Any]:
    """Have a job of `archive.images.child` done; `name` is what the file is called in words of refusal.

    Raises NotAPicture when the file will not do, or asks for more memory or time than the limits give.
    """
    request = {"job": job, "name": name, "limits": limits.as_dict(), "told": told}
    try:
        child = subprocess.run(
            [sys.executable, "-m", "archive.images.child"],
            input=json.dumps(request),
            capture_output=True,
            text=True,
            cwd=_ROOT,
            env=_environment(),
            timeout=limits.patience_seconds,
            start_new_session=True,  # Ctrl-C is for us, and says nothing about the file
            check=False,
        )
    except subprocess.TimeoutExpired as expired:
        raise NotAPicture(_too_slow(name)) from expired
    return _understood(child, name)


def _environment() -> dict[str, str]:
    """One thread and what the interpreter needs: no passwords and no addresses go to the child."""
    return {key: os.environ[key] for key in _KEPT if key in os.environ} | {"VIPS_CONCURRENCY": "1"}


def _understood(child: subprocess.CompletedProcess[str], name: str) -> dict[str, Any]:
    if child.returncode in _OUT_OF_TIME:
        raise NotAPicture(_too_slow(name))
    if child.returncode:
        raise NotAPicture(f"{name} could not be read: the reader gave up ({_last_line(child.stderr)}).")
    answer: dict[str, Any] = json.loads(child.stdout)
    if refused := answer.get("refused"):
        raise NotAPicture(refused)
    return answer


def _last_line(text: str) -> str:
    return text.strip().rpartition("\n")[2][:200] or "without a word"


def _too_slow(name: str) -> str:
    return f"{name} takes longer to read than any scan does. Save it again with an ordinary program, or scan it anew."
