"""The page that answers “why do you say so?” for one statement of a photograph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from django.http import Http404
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from archive.models import Card, Photo, Statement, User
from archive.public import pages
from archive.public.cards import photo_card
from archive.public.past import earlier, once_preferred, what_was_public
from archive.public.questions import Question, all_asked
from archive.public.statements import told
from archive.search.accord import Accord, accords
from archive.vocabulary.exposure import Exposure


def evidence_page(photo: Photo, key: str, site: str, viewer: User | None) -> pages.EvidencePage:
    """The evidence for the statement that an address names, with names for a `viewer` of the staff alone.

    `site` is the beginning of its address. Raises Http404 when nothing of that name is told of this photograph.
    """
    question, statement = _asked(photo, key)
    others = [row for row in question.answers() if row is not statement]
    accord, past = accords(statement, others), what_was_public(photo, question.answers())
    shown = told(statement)
    return pages.EvidencePage(
        label=capfirst(question.label),
        statement=shown,
        is_first=question.standing[:1] == [statement],
        others=_beside((row for row in others if row.is_standing()), accord),
        rejected=_beside((row for row in others if not row.is_standing()), accord),
        earlier=earlier(statement, past),
        once_preferred=once_preferred(question.answers(), past),
        photo=_card(photo),
        address=f"{site}{shown.why_url}",
        staff=_signed(statement, viewer) if viewer else None,
    )


def _asked(photo: Photo, key: str) -> tuple[Question, Statement]:
    for question in all_asked(photo):
        for statement in question.answers():
            if statement.slug == key:
                return question, statement
    raise Http404


def _beside(statements: Iterable[Statement], accord: Mapping[str, Accord]) -> list[pages.Statement]:
    return [replace(told(one), accord=str(accord[one.slug].label)) for one in statements]


def _card(photo: Photo) -> pages.PhotoCard:
    card = Card.objects.get(pk=photo.pk)
    # The stricter of the database's clock and the museum's day, as on the photograph's page.
    return photo_card(card, Exposure(min(photo.exposure(), photo.shown)))  # type: ignore[attr-defined]


def _signed(statement: Statement, viewer: User) -> pages.Signed | None:
    meta = statement._meta
    if not viewer.has_perm(f"{meta.app_label}.view_{meta.model_name}"):
        return None
    return pages.Signed(
        entered=_signature(statement.by, statement.at),
        preferred=_signature(statement.preferred_by, statement.preferred_at),
        record_url=reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[statement.pk]),
        evidence_url=reverse("desk-evidence", args=[statement.slug]),
    )


def _signature(by: User | None, at: datetime | None) -> str:
    """Who and when; empty for what was not done."""
    if at is None:
        return ""
    words = {"name": by.get_username() if by else _("a program"), "when": date_format(localtime(at), "DATETIME_FORMAT")}
    return _("%(name)s, %(when)s") % words
