"""Statements without a source, one list for each kind. Other apps register theirs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from archive.desk.month.listing import MonthList, Row, Words
from archive.desk.month.months import Month
from archive.history.seeing import Person
from archive.models import Basis, Certainty, CodeReading, Dating, PlaceMention, Statement, Subject

_COLUMNS = (_("Photograph"), _("What it answers"), _("What it says"), _("Ground"), _("Certainty"), _("Entered on"))


def unsourced(model: type[Statement], title: Words, *related: str) -> MonthList:
    """The list of those statements of a kind that nobody rejected and that name no source.

    `related` are the records that a statement needs to say what it says.
    """
    meta = model._meta
    return MonthList(
        key=f"no-source-{model.KEY}",
        title=title,
        why=_("A statement without a source cannot be followed to where it comes from."),
        empty=_("Every one of them names its source."),
        columns=_COLUMNS,
        found=_finder(model, related),
        told=_statement,
        needs=(f"{meta.app_label}.view_{meta.model_name}",),
    )


def register(model: type[Statement], title: Words, *related: str) -> None:
    """Add the list of another app's statements, once."""
    made = unsourced(model, title, *related)
    if made.key not in {one.key for one in _lists}:
        _lists.append(made)


def lists() -> tuple[MonthList, ...]:
    """All of them."""
    return tuple(_lists)


def _finder(model: type[Statement], related: tuple[str, ...]) -> Callable[[Month, Person], QuerySet[Any]]:
    def found(month: Month, user: Person) -> QuerySet[Any]:
        standing: QuerySet[Any] = model._default_manager.standing()  # type: ignore[attr-defined]
        return standing.filter(source__isnull=True).select_related("photo", *related).order_by("pk")

    return found


def _statement(one: Statement, month: Month) -> Row:
    # The labels straight from their lists: Django's `get_…_display` sorts out all choices anew for every line.
    cells = (
        one.photo.number,
        one.label(),
        one.in_words(),
        str(Basis(one.basis).label),
        str(Certainty(one.certainty).label),
        f"{localtime(one.at):%Y-%m-%d}",
    )
    return Row(cells, reverse("desk-evidence", args=[one.slug]))


_lists = [
    unsourced(Dating, _("Dates without a source")),
    unsourced(PlaceMention, _("Places without a source"), "place"),
    unsourced(Subject, _("People, units and craft without a source"), "agent"),
    unsourced(CodeReading, _("Codes without a source")),
]
