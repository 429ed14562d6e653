"""Letters that wait for an answer, with how long they wait. Who sent them is read where they are answered, not here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.desk.month.listing import MonthList, Row, Words
from archive.models import Correction, TakedownRequest


@dataclass(frozen=True)
class Letter:
    """What a list tells of one: the photograph it is about, when it came, what it is, where it is answered."""

    photo: str
    at: datetime
    kind: str
    url: str


def waiting(
    key: str,
    title: Words,
    empty: Words,
    unanswered: Callable[[], QuerySet[Any]],
    read: Callable[[Any], Letter],
    needs: str,
) -> MonthList:
    """The list of those letters that nobody has answered; `unanswered` finds them, the oldest first."""
    return MonthList(
        key=key,
        title=title,
        why=_("Somebody wrote to the museum and waits. The oldest letter comes first."),
        empty=empty,
        columns=(_("Photograph"), _("Received"), _("Days waiting"), _("What it is")),
        found=lambda _month, _user: unanswered(),
        told=lambda record, _month: _line(read(record)),
        needs=(needs,),
    )


def _line(letter: Letter) -> Row:
    day = timezone.localdate(letter.at)
    age = (timezone.localdate() - day).days
    return Row((letter.photo, day.isoformat(), str(age), letter.kind), letter.url)


def _takedown(wanted: TakedownRequest) -> Letter:
    url = reverse("desk-takedown", args=[wanted.pk])
    return Letter(wanted.number, wanted.at, str(wanted.get_ground_display()), url)


def _correction(told: Correction) -> Letter:
    return Letter(told.photo.number, told.sent_at, told.label, reverse("desk-correction", args=[told.pk]))


LISTS = (
    waiting(
        "takedowns",
        _("Takedown requests without an answer"),
        _("No takedown request waits for an answer."),
        TakedownRequest.objects.waiting,
        _takedown,
        "archive.view_takedownrequest",
    ),
    waiting(
        "corrections",
        _("Visitors’ corrections without an answer"),
        _("No correction waits for an answer."),
        lambda: Correction.objects.open().select_related("photo"),
        _correction,
        "archive.view_correction",
    ),
)
