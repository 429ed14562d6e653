"""What nobody has stated of a photograph yet: its main questions, which visitors are asked.

Each is named in addresses by the statement that would answer it, as in ``date-depicted``. A question whose answers
visitors are not told of counts as unanswered: the page is the same as if there were none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from archive.models import Dating, Photo, PlaceMention, Statement, Subject
from archive.public.questions import all_asked
from archive.publishing.kinds import others


@dataclass(frozen=True)
class Unanswered:
    """A question: the statement that would answer it, without what it says, and the words visitors are asked in."""

    blank: Statement
    words: str | Promise

    @property
    def about(self) -> str:
        """How addresses name it."""
        return f"{self.blank.KEY}-{getattr(self.blank, 'role', 'any')}"

    @property
    def label(self) -> str:
        """Its heading on a photograph's page."""
        return str(capfirst(self.blank.label()))


def main_questions() -> Iterator[Unanswered]:
    """When, where and who, then those of other apps."""
    yield Unanswered(Dating(role=Dating.Role.DEPICTED), _("Do you know when it was taken?"))
    yield Unanswered(PlaceMention(role=PlaceMention.Role.DEPICTED), _("Do you know where it was taken?"))
    yield Unanswered(Subject(role=Subject.Role.PHOTOGRAPHER), _("Do you know who took it?"))
    yield Unanswered(Subject(role=Subject.Role.DEPICTED), _("Do you know who is shown?"))
    for kind in others():
        yield Unanswered(kind.model(), kind.unanswered)


def unanswered(photo: Photo) -> list[Unanswered]:
    """Those of the main questions to which the page of a photograph tells no answer."""
    told = {(one.KEY, one.label()) for question in all_asked(photo) for one in question.answers()}
    return [one for one in main_questions() if (one.blank.KEY, one.blank.label()) not in told]
