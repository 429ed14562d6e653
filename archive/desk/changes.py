"""The addresses of the history at the desk: recent changes, one act, undoing it, and one record put back."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from archive.desk.change_filters import ChangesForm
from archive.desk.change_pages import act_page, recent_page, undo_page
from archive.desk.restore_pages import restore_page
from archive.history import here
from archive.history.planning import changes_of, with_children
from archive.history.restoring import restore
from archive.history.seeing import RESTORES, may_see_table, may_undo
from archive.history.tables import model_of, states_now
from archive.history.telling import history_url
from archive.history.undoing import Moved, NotUndone, undo
from archive.models import Act, Change, User


def _staff(request: HttpRequest) -> User:
    user = cast(User, request.user)
    if not user.is_staff:
        raise PermissionDenied
    return user


@login_required
@require_safe
def recent(request: HttpRequest) -> HttpResponse:
    """What happened lately to the records this person may see."""
    user = _staff(request)
    form = ChangesForm(request.GET, user=user)
    return render(request, "history/recent.html", vars(recent_page(form, user)), status=200 if form.is_valid() else 422)


@login_required
@require_safe
def one_act(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One act. It is not there for those who may see nothing of what it changed."""
    page = act_page(get_object_or_404(Act, pk=pk), _staff(request))
    if not page.count:
        raise Http404
    return render(request, "history/act.html", vars(page))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def undo_act(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What undoing a whole act would do; and doing it."""
    user, told = _staff(request), get_object_or_404(Act, pk=pk)
    if not may_undo(user, told):
        raise PermissionDenied
    return _undoing(request, told, changes_of(told), user, title=_("Undo a whole act"))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def put_back(request: HttpRequest, pk: int) -> HttpResponse:
    """One record as it was after a change; a deleted one, with all that hung on it."""
    user, change = _staff(request), get_object_or_404(Change.objects.select_related("act"), pk=pk)
    if not user.has_perm(RESTORES):
        raise PermissionDenied
    model = model_of(change.table)
    if model is None or not may_see_table(user, change.table):
        raise Http404
    if states_now(model, [change.record]).get(change.record) is None:
        gone = Change.objects.of(model, change.record).filter(kind=Change.Kind.DELETED).select_related("act").last()
        if gone is None:
            raise Http404
        return _undoing(request, gone.act, with_children(gone), user, title=_("Bring back what was deleted"))
    return _restoring(request, change, user)


def _undoing(request: HttpRequest, told: Act, changes: list[Change], user: User, *, title: str) -> HttpResponse:
    anyway, problem = request.POST.getlist("anyway"), ""
    if request.method == "POST":
        try:
            done = undo(
                changes,
                of=told,
                by=user,
                seen=request.POST.get("seen", ""),
                reason=request.POST.get("why", "").strip(),
                anyway=anyway,
            )
        except NotUndone as error:
            problem = str(error)
        else:
            left = len(done.left_out)
            messages.success(request, _("%(done)s undone.") % {"done": len(done.taken)})
            if left:
                messages.warning(request, _("%(left)s left as they are.") % {"left": left})
            return redirect("desk-changes")
    page = undo_page(told, changes, user, title=title, problem=problem, anyway=anyway)
    return render(request, "history/undo.html", vars(page), status=409 if problem else 200)


def _restoring(request: HttpRequest, change: Change, user: User) -> HttpResponse:
    problem, status = "", 200
    if request.method == "POST":
        try:
            version = int(request.POST.get("version", "0")) if request.POST.get("version", "0").isdecimal() else 0
            record = restore(change, request.POST.getlist("column"), by=user, version=version)
        except NotUndone as error:
            problem, status = str(error), 409 if isinstance(error, Moved) else 422
        else:
            messages.success(request, _("%(record)s is as you chose.") % {"record": record})
            return redirect(history_url(type(record), change.record) or "desk-changes")
    page = restore_page(change, user, problem=problem)
    if not page.is_allowed:
        raise PermissionDenied
    return render(request, "history/restore.html", vars(page), status=status)


@login_required
@require_POST
def here_too(request: HttpRequest, table: str, record: str) -> JsonResponse:
    """A sign of life from an open record; who else has it open, in words."""
    user = _staff(request)
    if not may_see_table(user, table):
        raise PermissionDenied
    here.note(user, table, record[:40])
    told = [_("%(name)s has this record open too.") % {"name": name} for name in here.others(user, table, record)]
    return JsonResponse({"text": " ".join(told)})
