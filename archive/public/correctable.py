"""The facts of a photograph's page that visitors can say are wrong, as they stand there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from archive.models import Correction, Photo, Statement, Transcription
from archive.public.questions import all_asked
from archive.publishing.corrected import asked_by, asked_by_words
from archive.publishing.standing import KINDS
from archive.search.showing import visible_writings


@dataclass(frozen=True)
class Correctable:
    """One fact: how addresses name it, its heading, what visitors read, and what another answer to it needs."""

    about: str
    kind: Correction.Kind
    label: str
    shown: str
    language: str = ""
    asked: Mapping[str, Any] = field(default_factory=dict)

    def sent(self, photo: Photo, **told: Any) -> Correction:
        """A correction of this fact as it stands, not saved."""
        return Correction(
            photo=photo, about=self.about, kind=self.kind, label=self.label, shown=self.shown, asked=self.asked, **told
        )


def tell_url(number: str, about: str) -> str:
    """Where a visitor tells us that something is wrong with this fact; empty where that cannot be answered."""
    is_known = about in Correction.TEXTS or about.partition("-")[0] in KINDS
    return reverse("tell", args=[number, about]) if is_known else ""


def correctable(photo: Photo, about: str) -> Correctable:
    """The fact that an address names, of a public photograph. Raises Http404 when its page does not tell it."""
    if about in Correction.TEXTS:
        return _text(photo, Correction.Kind(about))
    kind, _dash, number = about.partition("-")
    if kind not in KINDS:
        raise Http404
    return _words(photo, number) if KINDS[kind] is Transcription else _stated(photo, about)


def _text(photo: Photo, kind: Correction.Kind) -> Correctable:
    label = _("Title") if kind == Correction.Kind.TITLE else _("In short")
    return Correctable(kind, kind, label, str(getattr(photo, kind)))


def _words(photo: Photo, number: str) -> Correctable:
    row = next((row for row in visible_writings(photo) if str(row.pk) == number), None)
    if row is None:
        raise Http404
    label = f"{row.get_carrier_display()} · {row.get_layer_display()}"
    kind = Correction.Kind.WORDS
    return Correctable(f"words-{row.pk}", kind, capfirst(label), row.text, row.language, asked_by_words(row))


def _stated(photo: Photo, about: str) -> Correctable:
    for question in all_asked(photo):
        for statement in question.answers():
            if statement.slug == about:
                return _of(statement)
    raise Http404


def _of(statement: Statement) -> Correctable:
    # What is considered and rejected answers nothing: whoever knows better begins with an empty field.
    shown = statement.in_words() if statement.is_standing() else ""
    kind = Correction.Kind(statement.KEY)
    return Correctable(statement.slug, kind, capfirst(statement.label()), shown, asked=asked_by(statement))
