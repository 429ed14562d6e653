"""The addresses where scans come in. Only those who may add pictures come here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from archive.desk import intake_pages as pages
from archive.desk.intake_forms import AnswerForm, FilesForm, NamesForm, SideForm
from archive.images.errors import NoRoom
from archive.images.tasks import ask_for_derivatives
from archive.images.uploads import NO_ROOM, DiskFile
from archive.ingest import intake as taking_in
from archive.ingest.pairing import pair
from archive.models import Image, Intake, IntakeFile, Photo, Resemblance, User

View = Callable[..., HttpResponse]
_FULL = 507  # Insufficient Storage


def _bringing_in(view: View) -> View:
    """Signed in, and with the permission to add pictures."""
    return login_required(permission_required("archive.add_image", raise_exception=True)(view))


def _user(request: HttpRequest) -> User:
    return cast(User, request.user)


@_bringing_in
@require_http_methods(["GET", "HEAD", "POST"])
def intakes(request: HttpRequest) -> HttpResponse:
    """Bring in files, and what was brought in lately. With a script, a plan comes first."""
    form = FilesForm(request.POST or None, request.FILES or None)
    if not form.is_valid():
        shown = {"form": form, "recent": pages.recent_intakes()}
        return render(request, "desk/intakes.html", shown, status=422 if form.is_bound else 200)
    files = _by_name(form.cleaned_data["scans"])
    planned = pair(files)
    for unclear in planned.unclear:
        messages.warning(request, f"{', '.join(unclear.names)}: {unclear.reason}")
    if not planned.prints:
        return redirect("desk-intakes")
    intake = taking_in.begin(planned, accession=form.cleaned_data["accession"], folder="", by=_user(request))
    _receive_all(request, intake.files.select_related("photo"), files)
    return redirect("desk-intake", intake.pk)


@_bringing_in
@require_POST
def plan(request: HttpRequest) -> HttpResponse:
    """How files would pair, by their names; writes nothing."""
    form = NamesForm(request.POST)
    if not form.is_valid():
        return HttpResponse(form.errors.as_text(), status=422, content_type="text/plain; charset=utf-8")
    return render(request, "desk/intake_plan.html", {"plan": pair(form.names())})


@_bringing_in
@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Open an intake of these names; the files follow one by one."""
    form = NamesForm(request.POST)
    planned = pair(form.names()) if form.is_valid() else None
    if planned is None or not planned.prints or form.cleaned_data["accession"] is None:
        return JsonResponse({"problem": _("Choose an accession, and files whose names are clear.")}, status=422)
    data = form.cleaned_data
    intake = taking_in.begin(planned, accession=data["accession"], folder=data["folder"], by=_user(request))
    return JsonResponse({"url": reverse("desk-intake", args=[intake.pk])})


@_bringing_in
@require_http_methods(["GET", "HEAD", "POST"])
def intake(request: HttpRequest, pk: int) -> HttpResponse:
    """One intake: how each file stands, and a way to send those that are not kept yet."""
    found = get_object_or_404(Intake.objects.select_related("accession"), pk=pk)
    if request.method != "POST":
        return render(request, "desk/intake.html", vars(pages.intake_page(found)))
    files = _by_name(request.FILES.getlist("scans"))
    expected = taking_in.unfinished(found.files.select_related("photo"))
    by_last_name = {Path(file.name).name: file for file in expected}
    wanted = [by_last_name[name] for name in files if name in by_last_name]
    _receive_all(request, wanted, files)
    if strange := [name for name in files if name not in by_last_name]:
        messages.warning(request, _("Not expected here: %(names)s") % {"names": ", ".join(strange)})
    return redirect("desk-intake", pk)


def _by_name(files: Iterable[UploadedFile]) -> dict[str, UploadedFile]:
    return {str(file.name): file for file in files}


def _receive_all(request: HttpRequest, expected: Iterable[IntakeFile], files: dict[str, UploadedFile]) -> None:
    """Take in what was sent with one form."""
    done = []
    try:
        _refuse_unread(request)
        for row in expected:
            done.append(_receive(request, row, files[Path(row.name).name]))
    except (NoRoom, OSError) as problem:
        messages.error(request, str(problem))
    kept = sum(row.state == IntakeFile.State.KEPT for row in done)
    messages.success(request, ngettext("%(n)s file kept.", "%(n)s files kept.", kept) % {"n": kept})


@_bringing_in
@require_POST
def intake_file(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    """The bytes of one expected file; what became of them, as JSON."""
    expected = get_object_or_404(IntakeFile.objects.select_related("photo"), pk=file, intake=pk)
    try:
        _refuse_unread(request)
        sent = request.FILES.get("file")
        if sent is None:
            return JsonResponse({"words": _("no file was sent")}, status=422)
        row = _receive(request, expected, sent)
    except (NoRoom, OSError) as problem:
        return JsonResponse({"words": str(problem)}, status=_FULL)
    return JsonResponse(asdict(pages.file_row(row)))


def _receive(request: HttpRequest, row: IntakeFile, sent: UploadedFile) -> IntakeFile:
    path = cast(DiskFile, sent).path
    return taking_in.receive(row, path, by=_user(request), program="desk")


def _refuse_unread(request: HttpRequest) -> None:
    """Raises NoRoom when the files were let pass unread."""
    if not request.FILES and (words := request.META.get(NO_ROOM)):
        raise NoRoom(words)


@_bringing_in
@require_http_methods(["GET", "HEAD", "POST"])
def side(request: HttpRequest, number: str) -> HttpResponse:
    """One more side of a photograph: a scan of its front, its back or a detail."""
    photo = get_object_or_404(Photo, number=number)
    form = SideForm(request.POST or None, request.FILES or None)
    if not form.is_valid():
        shown = {"form": form, "photo": photo}
        return render(request, "desk/side.html", shown, status=422 if form.is_bound else 200)
    file = form.cleaned_data["file"]
    row = taking_in.expect_side(photo, name=file.name, side=form.cleaned_data["side"], by=_user(request))
    _receive_all(request, [row], _by_name([file]))
    return redirect("desk-intake", row.intake_id)


@login_required
@permission_required("archive.view_preparation", raise_exception=True)
@require_safe
def masters(request: HttpRequest) -> HttpResponse:
    """How the masters are, and how far their smaller pictures are made."""
    return render(request, "desk/masters.html", vars(pages.masters_page()))


@_bringing_in
@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Have a picture's smaller ones made once more."""
    ask_for_derivatives(get_object_or_404(Image, pk=pk))
    messages.info(request, _("It waits to be made again."))
    return redirect("desk-masters")


@login_required
@permission_required("archive.change_resemblance", raise_exception=True)
@require_safe
def twins(request: HttpRequest) -> HttpResponse:
    """Pictures that look alike."""
    return render(request, "desk/twins.html", {"pairs": pages.open_pairs()})


@login_required
@permission_required("archive.change_resemblance", raise_exception=True)
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Same print, same scene or different: remembered with who said so and when."""
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return HttpResponse(form.errors.as_text(), status=422, content_type="text/plain; charset=utf-8")
    found = get_object_or_404(Resemblance, pk=pk)
    found.answer, found.by, found.answered_at = form.cleaned_data["answer"], _user(request), timezone.now()
    found.save(update_fields=["answer", "by", "answered_at"])
    told = {"later": found.image, "earlier": found.other, "answer": found.get_answer_display()}
    messages.success(request, _("%(later)s and %(earlier)s: %(answer)s.") % told)
    return redirect("desk-twins")
