"""What stands on a photograph's page where a correction says something else: now, and in what it became."""

from __future__ import annotations

import hashlib
from typing import Any

from django.utils.text import capfirst

from archive.models import Correction, Statement, Transcription
from archive.publishing.kinds import model_of


def text_now(correction: Correction) -> str:
    """The title or description as it is now; empty for other facts."""
    return str(getattr(correction.photo, correction.kind)) if correction.kind in Correction.TEXTS else ""


def stands_now(correction: Correction) -> str:
    """Stands for how the correction and its text are: another word once anybody has decided or changed them."""
    told = (correction.state, correction.answered_at and correction.answered_at.timestamp(), text_now(correction))
    return hashlib.sha256(repr(told).encode()).hexdigest()[:32]


def about(correction: Correction) -> Statement | Transcription | None:
    """The statement, or the words, that it says are wrong; None when they are gone, and for texts."""
    return _named(correction.about, correction.photo_id)


def made_by(correction: Correction) -> Statement | Transcription | None:
    """The statement, or the words, that it became, as long as they are there."""
    return _named(correction.made, correction.photo_id)


def stated(correction: Correction) -> list[Statement]:
    """All statements under the heading of a correction, for one of a question that nobody had answered."""
    model = model_of(correction.about)
    if model is None or not issubclass(model, Statement):
        return []
    rows: Any = model._default_manager
    shown = rows.filter(photo=correction.photo_id).shown_first()
    return [row for row in shown if capfirst(row.label()) == correction.label]


def _named(slug: str, photo: int) -> Statement | Transcription | None:
    model, number = model_of(slug), slug.partition("-")[2]
    if model is None or not number.isdecimal():
        return None
    found: Statement | Transcription | None = model._default_manager.filter(pk=number[:18], photo=photo).first()
    return found
