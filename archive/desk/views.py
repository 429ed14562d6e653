"""The addresses of the desk. Only those who decide suggestions come in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from archive.desk.counterparts import lost_page
from archive.desk.forms import PasteForm
from archive.desk.meeting import Met, TitleMet, hold, is_answered, met, state_mine, title_met
from archive.desk.reading import next_after, queue_page, reading_page
from archive.desk.sheet import Row, blank_sheet, carry_out, filled_sheet
from archive.history import here
from archive.ingest.pages import page_of_lines
from archive.ingest.plan import carry_out as import_page
from archive.ingest.suggesting import suggest
from archive.models import Accession, Photo, User

View = Callable[..., HttpResponse]


def _deciding(view: View) -> View:
    """Signed in, and with the permission to decide suggestions."""
    return login_required(permission_required("archive.decide_proposal", raise_exception=True)(view))


@login_required
@permission_required("archive.change_accession", raise_exception=True)
@require_safe
def deed(request: HttpRequest, name: str) -> FileResponse:
    """A deed of gift, to those who keep the register; no other file has an address."""
    accession = get_object_or_404(Accession, deed=name)
    try:
        return FileResponse(accession.deed.open("rb"), as_attachment=True)
    except FileNotFoundError as error:
        raise Http404 from error


@_deciding
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """What waits to be read."""
    return render(request, "desk/queue.html", vars(queue_page()))


@_deciding
@require_safe
def counterparts(request: HttpRequest) -> HttpResponse:
    """Photographs that belong with others and are lost."""
    return render(request, "desk/counterparts.html", vars(lost_page(request.GET.get("page", ""))))


@_deciding
@require_http_methods(["GET", "HEAD", "POST"])
def reading(request: HttpRequest, number: str) -> HttpResponse:
    """One draft; accepting what is shown opens the next."""
    photo = get_object_or_404(Photo.objects.prefetch_related("images", "transcriptions"), number=number)
    if request.method != "POST":
        here.note(cast(User, request.user), Photo._meta.db_table, str(photo.pk))
        return _again(request, photo, blank_sheet(photo), [])
    sent = request.POST.dict()
    with transaction.atomic():
        hold(photo)
        rows, meetings = filled_sheet(photo, sent), met(photo, sent)
        title = title_met(photo, rows, sent)
        if any(row.problem for row in rows):
            return _again(request, photo, rows, meetings, title, status=422)
        if title or not is_answered(meetings):
            return _again(request, photo, rows, meetings, title, status=409)
        now = carry_out(rows, by=cast(User, request.user)) + state_mine(meetings, by=cast(User, request.user))
    messages.success(request, _("%(number)s: %(now)s decided.") % {"number": photo.number, "now": now})
    following = next_after(photo)
    return redirect("desk-reading", following.number) if following else redirect("desk")


def _again(
    request: HttpRequest,
    photo: Photo,
    rows: Sequence[Row],
    meetings: Sequence[Met],
    title: TitleMet | None = None,
    status: int = 200,
) -> HttpResponse:
    others = here.others(cast(User, request.user), Photo._meta.db_table, str(photo.pk))
    return render(
        request,
        "desk/reading.html",
        vars(reading_page(photo, rows, meetings, others)) | {"title_met": title},
        status=status,
    )


@_deciding
@require_POST
def read_again(request: HttpRequest, number: str) -> HttpResponse:
    """Have the captions of one photograph read again; what was rejected does not come back."""
    photo = get_object_or_404(Photo, number=number)
    new = suggest([photo])
    messages.info(request, _("%(new)s new suggestions.") % {"new": new})
    return redirect("desk-reading", number)


@_deciding
@require_http_methods(["GET", "HEAD", "POST"])
def paste(request: HttpRequest) -> HttpResponse:
    """Many captions at once: one draft for each."""
    form = PasteForm(request.POST or None)
    if not form.is_valid():
        return render(request, "desk/paste.html", {"form": form}, status=422 if form.is_bound else 200)
    page = page_of_lines(form.lines())
    number = form.cleaned_data["accession"].number
    done = import_page(page, accession_number=number, by=cast(User, request.user))
    messages.success(
        request,
        _("%(made)s drafts made; %(known)s captions were in this accession already.")
        % {"made": len(done.made), "known": done.known},
    )
    return redirect("desk-reading", done.made[0].number) if done.made else redirect("desk")
