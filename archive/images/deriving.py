"""The making of all published sizes as a job of the child process (`archive.images.child`)."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from archive.images.derive import derive
from archive.images.errors import NotAPicture
from archive.images.limits import Limits
from archive.images.specs import PUBLISHED


def derive_all(*, name: str, limits: Limits, master: str, stem: str, root: str, notice: str) -> dict[str, Any]:
    """Make them under `root`; their rows, as JSON has them. Raises NotAPicture, with the picture's own name."""
    try:
        _measures, made = derive(Path(master), name=stem, specs=PUBLISHED.values(), root=Path(root), notice=notice)
    except NotAPicture as refusal:
        raise NotAPicture(f"{name}: {refusal}") from refusal
    return {"derived": [asdict(one) for one in made]}
