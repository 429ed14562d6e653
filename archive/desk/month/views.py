"""The addresses of the monthly desk."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from archive.desk.guards import needs, staff
from archive.desk.month.export import export
from archive.desk.month.listing import MonthList
from archive.desk.month.months import Month
from archive.desk.month.pages import list_page, month_page
from archive.desk.month.table import list_of

_guarded = needs("view_monthly_desk")


@_guarded
@require_safe
def month(request: HttpRequest, text: str = "") -> HttpResponse:
    """All lists of a month; of this one, where none is named."""
    asked = _month(text) if text else Month.this()
    return render(request, "desk/month.html", vars(month_page(asked, staff(request))))


@_guarded
@require_safe
def month_list(request: HttpRequest, text: str, key: str) -> HttpResponse:
    """One list of a month, page by page."""
    page = list_page(_list(request, key), _month(text), staff(request), request.GET.get("page", ""))
    return render(request, "desk/month_list.html", vars(page))


@_guarded
@require_safe
def month_csv(request: HttpRequest, text: str, key: str) -> StreamingHttpResponse:
    """One list of a month, whole, as a file."""
    return export(_list(request, key), _month(text), staff(request))


def _month(text: str) -> Month:
    try:
        return Month.parse(text)
    except ValueError as error:
        raise Http404 from error


def _list(request: HttpRequest, key: str) -> MonthList:
    """A list that somebody may not read is not told apart from one that is not there."""
    one = list_of(key, staff(request))
    if one is None:
        raise Http404
    return one
