"""The evidence for one statement at the desk, and a curator's word on which of several is shown first."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from archive.desk.guards import staff
from archive.history.evidence import evidence_of, may_prefer, standing, statement_of
from archive.history.seeing import may
from archive.models import Statement, User
from archive.publishing import NotPreferred, prefer, take_back
from archive.publishing.preferring import hold

_VERBS = {"prefer": prefer, "take_back": take_back}


class _Moved(NotPreferred):
    """Somebody else preferred, or took back, between the look and the word."""


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def evidence(request: HttpRequest, key: str) -> HttpResponse:
    """Why something is said of a photograph, by whom; who may prefer says here which statement is shown first."""
    statement = statement_of(key)
    if statement is None:
        raise Http404
    user = staff(request)
    if not user.is_staff or not may(user, "view", type(statement)):
        raise PermissionDenied
    if request.method != "POST":
        return _page(request, statement)
    if not may_prefer(user, statement):
        raise PermissionDenied
    try:
        _carry_out(request, statement, user)
    except NotPreferred as refusal:
        return _page(request, statement, problem=str(refusal), status=409 if isinstance(refusal, _Moved) else 422)
    except ObjectDoesNotExist as deleted:
        raise Http404 from deleted
    return redirect("desk-evidence", key)


def _carry_out(request: HttpRequest, statement: Statement, user: User) -> None:
    """Do what the form says about the statement it names. Raises NotPreferred."""
    verb, named = _VERBS.get(request.POST.get("verb", "")), request.POST.get("statement", "")
    answers = {one.slug: one for one in (statement, *statement.rivals())}
    if verb is None or named not in answers:
        raise NotPreferred(_("Choose the statement again: the one you chose is not here any more."))
    with transaction.atomic():
        hold(statement.photo_id)
        if standing([type(statement)._default_manager.get(pk=statement.pk), *statement.rivals()]) != _seen(request):
            raise _Moved(_("Somebody else decided this meanwhile. Nothing of yours was saved: look, and decide again."))
        verb(answers[named], because=request.POST.get("because", ""), by=user)
    messages.success(request, _("Saved. Visitors see it so from now on."))


def _seen(request: HttpRequest) -> str:
    return request.POST.get("seen", "")


def _page(request: HttpRequest, statement: Statement, *, problem: str = "", status: int = 200) -> HttpResponse:
    told = evidence_of(statement, staff(request))
    typed = {"about": request.POST.get("statement", ""), "because": request.POST.get("because", "")}
    return render(request, "desk/evidence.html", vars(told) | typed | {"problem": problem}, status=status)
