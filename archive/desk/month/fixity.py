"""How the masters are: looks of a month by outcome, those that failed, and masters that nobody looked at of late."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Count, Exists, Max, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from archive.desk.month.listing import MonthList, Row
from archive.desk.month.months import Month
from archive.history.seeing import Person
from archive.images.verifying import BAD
from archive.models import FixityCheck, Image


def _checks(month: Month) -> QuerySet[FixityCheck]:
    begin, end = month.moments()
    return FixityCheck.objects.filter(at__gte=begin, at__lt=end)


def _outcomes(month: Month, user: Person) -> QuerySet[Any, Any]:
    return _checks(month).order_by("outcome").values("outcome").annotate(looks=Count("pk"), latest=Max("at"))


def _outcome(group: dict[str, Any], month: Month) -> Row:
    words = str(FixityCheck.Outcome(group["outcome"]).label)
    return Row((words, str(group["looks"]), _moment(group["latest"])), reverse("desk-masters"))


def _failures(month: Month, user: Person) -> QuerySet[FixityCheck]:
    return _checks(month).filter(outcome__in=BAD).select_related("image__photo").order_by("-at", "-pk")


def _look(check: FixityCheck, month: Month) -> Row:
    image = check.image
    cells = (image.photo.number, str(image.get_side_display()), _moment(check.at), str(check.get_outcome_display()))
    return Row((*cells, check.found, image.master), _record(image))


def _last(month: Month, user: Person) -> QuerySet[FixityCheck]:
    return FixityCheck.objects.select_related("image__photo").order_by("-at", "-pk")[:1]


def _unseen(month: Month, user: Person) -> QuerySet[Image]:
    looks = FixityCheck.objects.filter(image=OuterRef("pk"))
    since = timezone.now() - timedelta(days=settings.FIXITY_DAYS)
    last = Subquery(looks.order_by("-at").values("at")[:1])
    unseen = Image.objects.exclude(Exists(looks.filter(at__gte=since)))
    return unseen.select_related("photo").annotate(last=last).order_by("pk")


def _master(image: Any, month: Month) -> Row:
    seen = _moment(image.last) if image.last else _now("never")
    return Row((image.photo.number, str(image.get_side_display()), seen, image.master), _record(image))


def _moment(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"


def _record(image: Image) -> str:
    return reverse("admin:archive_image_change", args=[image.pk])


_NEEDS = ("archive.view_fixitycheck", "archive.view_image")

_OF_A_LOOK = (_("Photograph"), _("Side"), _("Looked at"), _("Outcome"), _("What was found"), _("Master file"))

LISTS = (
    MonthList(
        key="fixity-last",
        title=_("The last look at a master"),
        why=_("When it is long ago, the check that should run by itself has stopped."),
        empty=_("No master was ever looked at."),
        columns=_OF_A_LOOK,
        found=_last,
        told=_look,
        needs=_NEEDS,
    ),
    MonthList(
        key="fixity",
        title=_("Looks at masters in the month"),
        why=_("A file that nobody looks at is lost before anybody knows."),
        empty=_("No master was looked at in this month."),
        columns=(_("Outcome"), _("Looks"), _("The last one")),
        found=_outcomes,
        told=_outcome,
        needs=_NEEDS,
    ),
    MonthList(
        key="fixity-failures",
        title=_("Masters found damaged or missing in the month"),
        why=_("Each is to be repaired from the second copy, or scanned again while the print is here."),
        empty=_("No look at a master failed in this month."),
        columns=_OF_A_LOOK,
        found=_failures,
        told=_look,
        needs=_NEEDS,
    ),
    MonthList(
        key="fixity-unseen",
        title=format_lazy(_("Masters not looked at for {days} days"), days=settings.FIXITY_DAYS),
        why=_("They may be damaged today without anybody knowing. “manage.py verify_masters” looks at them."),
        empty=_("Every master was looked at in time."),
        columns=(_("Photograph"), _("Side"), _("Last looked at"), _("Master file")),
        found=_unseen,
        told=_master,
        needs=_NEEDS,
    ),
)
