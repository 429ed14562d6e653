"""What visitors say is wrong: the queue, one correction with its evidence, and a curator's answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from archive.desk.correction_pages import correction_page, states
from archive.desk.guards import needs, staff
from archive.desk.typed import NotUnderstood, read_typed
from archive.history.evidence import PREFERS
from archive.history.seeing import may
from archive.models import Correction, Proposal
from archive.models.fields import VerbatimFormField
from archive.models.senders import SenderContact
from archive.publishing.corrected import relation_in
from archive.publishing.correcting import Moved, accept, open_again, reject
from archive.publishing.kinds import NotAnswered, Taken, other
from archive.publishing.standing import stands_now

_AT_ONCE = 50
_READ_AS: dict[str, Proposal.Kind] = {
    Correction.Kind.DATE: Proposal.Kind.DATING,
    Correction.Kind.PLACE: Proposal.Kind.PLACE,
    Correction.Kind.SUBJECT: Proposal.Kind.SUBJECT,
    Correction.Kind.CODE: Proposal.Kind.CODE,
}
_LONG = (Correction.Kind.WORDS, Correction.Kind.DESCRIPTION)
_TYPES = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "PDF": "pdf"}


class AnswerForm(forms.Form):
    """A curator's answer: the value as it is taken, whether it is shown first, and the words for the sender."""

    seen = forms.CharField(widget=forms.HiddenInput)
    value = VerbatimFormField(
        label=gettext_lazy("What is taken of it; mend it here"), max_length=20_000, required=False
    )
    prefer = forms.BooleanField(label=gettext_lazy("Show it first, before what else is stated"), required=False)
    because = forms.CharField(
        label=gettext_lazy("Why it is shown first; visitors read it"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    answer = forms.CharField(
        label=gettext_lazy("Words for the sender. Who rejects says why"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, data: Any, correction: Correction) -> None:
        super().__init__(data, initial={"seen": stands_now(correction), "value": correction.told})
        self.correction = correction
        if correction.kind not in _LONG:
            self.fields["value"].widget = forms.TextInput(attrs={"list": "known"} if other(correction.kind) else {})
        if correction.kind not in _READ_AS:
            del self.fields["prefer"], self.fields["because"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("prefer") and not data.get("because"):
            self.add_error("because", _("Say why: visitors read it beside the statement."))
        return data

    def seen_anew(self, correction: Correction, problem: str) -> AnswerForm:
        """The same words for the correction as it is now, with what happened meanwhile."""
        form = AnswerForm({**self.data, "seen": stands_now(correction)}, correction)
        form.add_error(None, problem)
        return form


@needs("view_correction")
@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """Those of one state; first those that wait, the oldest first."""
    asked = request.GET.get("state", "")
    state = asked if asked in Correction.State.values else Correction.State.OPEN
    order = ("sent_at", "pk") if state == Correction.State.OPEN else ("-answered_at", "-pk")
    rows = Correction.objects.filter(state=state).select_related("photo", "answered_by").order_by(*order)
    page = Paginator(rows, _AT_ONCE).get_page(request.GET.get("page"))
    return render(request, "desk/corrections.html", {"page": page, "state": state, "states": states()})


@needs("answer_correction")
@require_http_methods(["GET", "HEAD", "POST"])
def correction(request: HttpRequest, pk: int) -> HttpResponse:
    """One correction, what stands there now, and the answer."""
    found = get_object_or_404(Correction.objects.select_related("photo", "answered_by", "source"), pk=pk)
    if request.method != "POST":
        return _page(request, found, AnswerForm(None, found))
    form = AnswerForm(request.POST.dict(), found)
    try:
        if form.is_valid():
            _VERBS.get(request.POST.get("verb", ""), _no_verb)(request, found, form)
            return redirect("desk-correction", pk)
    except Moved as moved:
        found = Correction.objects.select_related("photo", "answered_by").get(pk=pk)
        return _page(request, found, form.seen_anew(found, str(moved)), status=409)
    except (NotAnswered, NotUnderstood) as refusal:
        form.add_error(None, str(refusal))
    return _page(request, found, form, status=422)


def _page(request: HttpRequest, found: Correction, form: AnswerForm, status: int = 200) -> HttpResponse:
    page = correction_page(found, staff(request))
    return render(request, "desk/correction.html", vars(page) | {"form": form}, status=status)


def _accept(request: HttpRequest, found: Correction, form: AnswerForm) -> None:
    data, by = form.cleaned_data, staff(request)
    if data.get("prefer") and not by.has_perm(PREFERS):
        raise PermissionDenied
    because = data["because"] if data.get("prefer") else ""
    taken = Taken(data["value"], _read(found, data["value"].strip()))
    accept(found, taken, by=by, seen=data["seen"], answer=data["answer"], prefer_because=because)
    messages.success(request, _("Accepted. The page thanks whoever told us."))


def _read(found: Correction, value: str) -> dict[str, Any]:
    """What the reader makes of the value. Raises NotUnderstood."""
    kind = _READ_AS.get(found.kind)
    return read_typed(kind, value.removeprefix(relation_in(found, value)).strip()) if kind else {}


def _reject(request: HttpRequest, found: Correction, form: AnswerForm) -> None:
    reject(found, by=staff(request), seen=form.cleaned_data["seen"], answer=form.cleaned_data["answer"])
    messages.success(request, _("Rejected. The sender reads why."))


def _open_again(request: HttpRequest, found: Correction, form: AnswerForm) -> None:
    stays = open_again(found, by=staff(request), seen=form.cleaned_data["seen"])
    messages.success(request, " ".join(filter(None, [_("It is open again."), stays])))


def _forget(request: HttpRequest, found: Correction, form: AnswerForm) -> None:
    """Delete the sender's e-mail address, which is kept nowhere else."""
    if not may(staff(request), "view", SenderContact):
        raise PermissionDenied
    SenderContact.objects.filter(correction=found).delete()
    messages.success(request, _("The address is forgotten."))


def _no_verb(request: HttpRequest, found: Correction, form: AnswerForm) -> None:
    raise NotAnswered(_("Choose what to do with it."))


_VERBS = {"accept": _accept, "reject": _reject, "open": _open_again, "forget": _forget}


@needs("answer_correction")
@require_safe
def evidence(request: HttpRequest, pk: int) -> FileResponse:
    """The file that came with a correction, as a download: no browser shows what a stranger sent."""
    found = get_object_or_404(Correction.objects.exclude(evidence=""), pk=pk)
    try:
        file = found.evidence.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    name = f"correction-{found.pk}.{_TYPES[found.evidence_kind]}"
    answer = FileResponse(file, as_attachment=True, filename=name, content_type="application/octet-stream")
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
