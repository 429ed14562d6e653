"""Letters that wait for an answer, with how long they wait. Who sent them is read where they are answered, not here."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.desk.month.listing import MonthList, Row
from archive.desk.month.months import Month
from archive.history.seeing import Person
from archive.models import TakedownRequest


def _takedowns(month: Month, user: Person) -> QuerySet[TakedownRequest]:
    return TakedownRequest.objects.waiting()


def _takedown(wanted: TakedownRequest, month: Month) -> Row:
    url = reverse("desk-takedown", args=[wanted.pk])
    return Row((wanted.number, *waiting_since(wanted.at), str(wanted.get_ground_display())), url)


def waiting_since(moment: datetime) -> tuple[str, str]:
    """The day a letter came, and how many days ago that is: the cells under `WAITING`."""
    day = timezone.localdate(moment)
    return day.isoformat(), str((timezone.localdate() - day).days)


WAITING = (_("Received"), _("Days waiting"))

LISTS = (
    MonthList(
        key="takedowns",
        title=_("Takedown requests without an answer"),
        why=_("Somebody asked that a photograph be taken down, and waits. The oldest comes first."),
        empty=_("No takedown request waits for an answer."),
        columns=(_("Photograph"), *WAITING, _("Reason")),
        found=_takedowns,
        told=_takedown,
        needs=("archive.view_takedownrequest",),
    ),
)
