"""Requests to take something down: those that wait, the oldest first, and a registrar's answer."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from archive.desk.guards import needs, staff
from archive.models import Photo, TakedownRequest, User
from archive.publishing import withdraw


class AnswerForm(forms.Form):
    """What the museum decided, and the words the sender will read."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("Decision"), choices=TakedownRequest.Outcome.choices, widget=forms.RadioSelect
    )
    answer = forms.CharField(
        label=gettext_lazy("Answer, as the sender reads it"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


@needs("view_takedownrequest")
@require_safe
def takedowns(request: HttpRequest) -> HttpResponse:
    """All requests: first what waits."""
    rows = TakedownRequest.objects.select_related("photo", "answered_by")
    answered = rows.filter(answered_at__isnull=False).order_by("-answered_at")[:100]
    return render(request, "desk/takedowns.html", {"waiting": rows.waiting(), "answered": answered})


@needs("change_takedownrequest")
@require_http_methods(["GET", "HEAD", "POST"])
def takedown(request: HttpRequest, pk: int) -> HttpResponse:
    """One request, and its answer. Who takes a photograph down needs the permission to withdraw too."""
    wanted = get_object_or_404(TakedownRequest.objects.select_related("photo", "answered_by"), pk=pk)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _answered(wanted, form, staff(request)):
        messages.success(request, _("Answered."))
        return redirect("desk-takedowns")
    context = {"wanted": wanted, "form": form}
    return render(request, "desk/takedown.html", context, status=422 if form.is_bound else 200)


def _answered(wanted: TakedownRequest, form: AnswerForm, by: User) -> bool:
    """Write the answer and do what it says, in one transaction; False, with the form saying why not."""
    outcome, answer = form.cleaned_data["outcome"], form.cleaned_data["answer"]
    with transaction.atomic():
        row = TakedownRequest.objects.select_for_update().get(pk=wanted.pk)
        if problem := _problem(row, outcome, by):
            form.add_error(None, problem)
            return False
        if outcome == TakedownRequest.Outcome.WITHDRAWN and row.photo and row.photo.state == Photo.State.PUBLIC:
            withdraw(row.photo, by=by, reason=_("Takedown request %(number)s") % {"number": row.pk})
        row.outcome, row.answer, row.answered_by, row.answered_at = outcome, answer, by, timezone.now()
        row.save(update_fields=["outcome", "answer", "answered_by", "answered_at"])
    return True


def _problem(row: TakedownRequest, outcome: str, by: User) -> str:
    if not row.is_waiting():
        return _("Somebody answered this before; their answer stands below.")
    if outcome == TakedownRequest.Outcome.KEPT:
        return ""
    if row.photo is None:
        return _("No photograph has this number: nothing can be taken down.")
    return "" if by.has_perm("archive.withdraw_photo") else _("You may not withdraw photographs.")
