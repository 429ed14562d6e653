"""Who changed what in a month: by person or command and kind of record. Of the records the reader may see, no more."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.db.models import Case, CharField, Count, F, Q, QuerySet, Value, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from archive.desk.month.listing import MonthList, Row
from archive.desk.month.months import Month
from archive.history.seeing import Person, seen
from archive.history.tables import model_of, owner_of
from archive.history.telling import how, who_did
from archive.models import Act, Change

_COMMAND = Case(When(act__door=Act.Door.COMMAND, then=F("act__address")), default=Value(""), output_field=CharField())
_KINDS = {kind.value: Count("pk", filter=Q(kind=kind)) for kind in Change.Kind}


def _changes(month: Month, user: Person) -> QuerySet[Any, Any]:
    begin, end = month.moments()
    of_month: QuerySet[Any, Any] = seen(Change.objects.filter(act__at__gte=begin, act__at__lt=end), user)
    who = {"by": F("act__by_name"), "door": F("act__door"), "command": _COMMAND}
    return of_month.order_by().values("table", **who).annotate(**_KINDS).order_by("by", "door", "command", "table")


def _change(group: dict[str, Any], month: Month) -> Row:
    act = Act(by_name=group["by"], door=group["door"], address=group["command"])
    model = model_of(group["table"])
    what = str(model._meta.verbose_name) if model else group["table"]
    counts = (str(group[kind.value]) for kind in Change.Kind)
    return Row((who_did(act), how(act), what, *counts), _url(group, month))


def _url(group: dict[str, Any], month: Month) -> str:
    """The recent changes, sifted by the same; of tables that join two others only as far as they can be sifted."""
    model = model_of(group["table"])
    asked = {"who": group["by"], "door": group["door"], "since": month.first, "until": month.last}
    if model and owner_of(model) is model:
        asked["table"] = group["table"]
    return f"{reverse('desk-changes')}?{urlencode(asked)}"


LISTS = (
    MonthList(
        key="changes",
        title=_("Who changed what in the month"),
        why=_("What was done by whom, by hand or by a command. Each line leads to the changes themselves."),
        empty=_("Nothing was changed in this month."),
        columns=(_("Who"), _("By way of"), _("Record"), _("Added"), _("Changed"), _("Deleted")),
        found=_changes,
        told=_change,
        needs=(),
    ),
)
