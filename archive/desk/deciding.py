"""The decision on one photograph: what the public sees and why, by which papers, and a registrar's word against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from archive.desk.guards import needs, staff
from archive.models import Decision, Photo
from archive.publishing import NotPublishable, publish_lifting, withdraw
from archive.publishing.telling import Reason, bar_words, reasons_of, standing_of

_PERMISSIONS = {"lift": "archive.lift_limit", "withdraw": "archive.withdraw_photo"}


class DecisionForm(forms.Form):
    """A registrar's decision: the limits that shall not count, or a withdrawal; always with a written reason."""

    verb = forms.ChoiceField(choices=[("lift", ""), ("withdraw", "")])
    limits = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Write down why: it is kept for good.")},
    )

    def __init__(self, data: Any, *, reasons: Sequence[Reason]) -> None:
        super().__init__(data)
        liftable = [(reason.key, reason.words) for reason in reasons if reason.may_be_lifted]
        self.fields["limits"].choices = liftable  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("verb") == "lift" and not data.get("limits") and "limits" not in self.errors:
            self.add_error("limits", _("Tick the limits that shall not count for this photograph."))
        return data


@dataclass(frozen=True)
class DecisionPage:
    """The decision on one photograph, with its reasons and its history."""

    photo: Photo
    standing: str
    reasons: Sequence[Reason]
    lifted: Sequence[str]
    history: Sequence[Decision]
    form: DecisionForm


@needs("view_decision")
@require_http_methods(["GET", "HEAD", "POST"])
def decision(request: HttpRequest, number: str) -> HttpResponse:
    """Why the public sees this photograph, or does not; and what a registrar decides about it."""
    photo = get_object_or_404(Photo.objects.with_gate_facts(), number=number)
    reasons = reasons_of(photo)
    form = DecisionForm(request.POST if request.method == "POST" else None, reasons=reasons)
    if request.method == "POST":
        _check(request)
        if form.is_valid() and _carried_out(request, photo, form):
            return redirect("desk-decision", number)
    page = DecisionPage(
        photo=photo,
        standing=standing_of(photo),
        reasons=reasons,
        lifted=photo.lifted,
        history=list(photo.decisions.select_related("by")),
        form=form,
    )
    return render(request, "desk/decision.html", vars(page), status=422 if form.is_bound else 200)


def _check(request: HttpRequest) -> None:
    permission = _PERMISSIONS.get(request.POST.get("verb", ""))
    if permission is None or not request.user.has_perm(permission):
        raise PermissionDenied


def _carried_out(request: HttpRequest, photo: Photo, form: DecisionForm) -> bool:
    """Do it; False, with the form saying why, when something else stands in the way."""
    chosen = form.cleaned_data
    if chosen["verb"] == "withdraw":
        withdraw(photo, by=staff(request), reason=chosen["reason"])
        messages.success(request, _("Withdrawn."))
        return True
    try:
        publish_lifting(photo, chosen["limits"], by=staff(request), reason=chosen["reason"])
    except NotPublishable as refusal:
        why = "; ".join(bar_words(refusal.bars))
        form.add_error(None, _("Not published, since another limit stands: %(why)s.") % {"why": why})
        return False
    messages.success(request, _("Published; the ticked limits do not count for this photograph."))
    return True
