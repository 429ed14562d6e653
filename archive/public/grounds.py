"""What a statement rests on, in sentences that a visitor understands. No name of staff is ever among them."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.models import Basis, Certainty, Proposal, Source, Statement
from archive.public import pages
from archive.public.discretion import discreet

_GROUNDS = {
    Basis.INSCRIPTION: gettext_lazy("It is written on the print itself."),
    Basis.CAPTION: gettext_lazy("A caption that came with the print says so."),
    Basis.DONOR: gettext_lazy("Whoever gave the print told the museum so."),
    Basis.COMPARISON: gettext_lazy("The picture was compared with another one."),
    Basis.PUBLICATION: gettext_lazy("A publication says so."),
    Basis.INFERENCE: gettext_lazy("No source says it outright; the museum concludes it."),
    Basis.VISITOR: gettext_lazy("A visitor of these pages told the museum so."),
}
_CERTAINTIES = {
    Certainty.STATED: gettext_lazy("Stated: the source says it without reserve."),
    Certainty.PROBABLE: gettext_lazy("Probable: more speaks for it than against it."),
    Certainty.POSSIBLE: gettext_lazy("Possible: it may be so, and it may be otherwise."),
    Certainty.REJECTED: gettext_lazy("Rejected: the museum considered it, and holds it to be wrong."),
}
_CONCLUDED = gettext_lazy("Stated: the museum has no doubt of it.")


def ground(statement: Statement) -> str:
    """Why it is said, in one sentence."""
    return str(_GROUNDS[Basis(statement.basis)])


def certainty(statement: Statement) -> str:
    """How sure it is, in one sentence. What is concluded no source states."""
    if statement.certainty == Certainty.STATED and statement.basis == Basis.INFERENCE:
        return str(_CONCLUDED)
    return str(_CERTAINTIES[Certainty(statement.certainty)])


def entered(statement: Statement) -> str:
    """How it came to be entered, and on which day."""
    words = {"day": date_format(localtime(statement.at), "DATE_FORMAT")}
    if statement.basis == Basis.VISITOR or statement.origin == Proposal.VISITOR:
        return _("Suggested by a visitor, and accepted by a curator on %(day)s.") % words
    if statement.origin and not statement.transcription_id:
        return _("Suggested by a rule of the archive, and accepted by a curator on %(day)s.") % words
    if statement.origin:
        return _("Read from the caption by a rule, and accepted by a curator on %(day)s.") % words
    if statement.by_id is None:
        return _("Entered by a program of the archive on %(day)s.") % words
    return _("Entered by the museum’s staff on %(day)s.") % words


def chosen(statement: Statement, names: set[str]) -> pages.Chosen | None:
    """Why it is shown first, where the museum has chosen; without these names."""
    if not statement.preferred or statement.preferred_at is None:
        return None
    because = discreet(statement.preferred_because, names)
    return pages.Chosen(because, date_format(localtime(statement.preferred_at), "DATE_FORMAT"))


def cited(source: Source | None, names: set[str]) -> pages.Cited | None:
    """A source as it is cited, without these names. Its note is for staff."""
    if source is None:
        return None
    return pages.Cited(
        title=discreet(source.title, names),
        kind=str(source.get_kind_display()),
        author=discreet(source.author, names),
        date_words=source.date_words,
        url=source.url,
        derived_from=discreet(str(source.derived_from or ""), names),
    )
