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
from archive.public.unanswered import Unanswered, main_questions
from archive.publishing.corrected import asked_by, asked_by_words
from archive.publishing.kinds import model_of
from archive.search.showing import visible_writings


@dataclass(frozen=True)
class Correctable:
    """One fact: how addresses name it, its heading, what visitors read, and what another answer to it needs.

    `unanswered` are the words that ask for it where nothing is stated.
    """

    about: str
    kind: str
    label: str
    shown: str
    language: str = ""
    asked: Mapping[str, Any] = field(default_factory=dict)
    unanswered: str = ""

    def sent(self, photo: Photo, **told: Any) -> Correction:
        """A correction of this fact as it stands, not saved."""
        return Correction(
            photo=photo, about=self.about, kind=self.kind, label=self.label, shown=self.shown, asked=self.asked, **told
        )


def tell_url(number: str, about: str) -> str:
    """Where a visitor tells us that something is wrong with this fact; empty where that cannot be answered."""
    is_known = about in Correction.TEXTS or model_of(about) is not None
    return reverse("tell", args=[number, about]) if is_known else ""


def correctable(photo: Photo, about: str) -> Correctable:
    """The fact that an address names, of a public photograph. Raises Http404 when its page does not tell it.

    A main question can be answered even when somebody has done so meanwhile: what is being typed is not lost.
    """
    if about in Correction.TEXTS:
        return _text(photo, Correction.Kind(about))
    if model_of(about) is Transcription:
        return _words(photo, about.partition("-")[2])
    question = next((one for one in main_questions() if one.about == about), None)
    return _unanswered(question) if question else _stated(photo, about)


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


def _unanswered(question: Unanswered) -> Correctable:
    asked = asked_by(question.blank)
    return Correctable(
        question.about, question.blank.KEY, question.label, "", asked=asked, unanswered=str(question.words)
    )


def _stated(photo: Photo, about: str) -> Correctable:
    for question in all_asked(photo):
        for statement in question.answers():
            if statement.slug == about and model_of(about):
                return _of(statement)
    raise Http404


def _of(statement: Statement) -> Correctable:
    # What is considered and rejected answers nothing: whoever knows better begins with an empty field.
    shown = statement.in_words() if statement.is_standing() else ""
    return Correctable(statement.slug, statement.KEY, capfirst(statement.label()), shown, asked=asked_by(statement))
