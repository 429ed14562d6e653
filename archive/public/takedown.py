"""Asking that a photograph be taken down: a form without an account, and a private address with the answer.

Nothing here tells whether a number exists. Against machines it is guarded as all such forms are (`guarding`).
"""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from archive.models import Photo, TakedownRequest
from archive.models.letters import hashed, new_token
from archive.public.guarding import GuardedForm, is_welcome, opened
from archive.public.pages.standing_apart import TakedownStatePage

_LONGEST_NUMBER = 200


class TakedownForm(GuardedForm, forms.ModelForm):  # type: ignore[misc]
    """What the sender tells us."""

    class Meta:
        model = TakedownRequest
        fields = ("number", "ground", "message", "name", "contact")
        help_texts = {
            "number": gettext_lazy("As it stands on the page, such as 2026.3.14."),
            "name": gettext_lazy("You need not say who you are."),
            "contact": gettext_lazy("An e-mail address or telephone number, if we may ask back. Only staff see it."),
        }


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def takedown(request: HttpRequest) -> HttpResponse:
    """The form; when sent, on to the private address where the answer will stand."""
    if request.method != "POST":
        number = request.GET.get("number", "")[:_LONGEST_NUMBER]
        return _asked(request, TakedownForm(initial={"number": number, "opened": opened()}))
    form = TakedownForm(request.POST)
    if not form.is_valid():
        return _asked(request, form, status=422)
    if not is_welcome(request, "takedown"):
        form.add_error(None, _("Many requests came in a short time. Please send this again in an hour."))
        return _asked(request, form, status=429)
    return redirect("takedown-state", _kept(form))


def _asked(request: HttpRequest, form: TakedownForm, status: int = 200) -> HttpResponse:
    return render(request, "archive/takedown.html", {"form": form}, status=status)


def _kept(form: TakedownForm) -> str:
    """Keep the request. Returns the token of its private address."""
    token = new_token()
    wanted = form.save(commit=False)
    wanted.photo = Photo.objects.filter(number=wanted.number.strip().rstrip("/").rsplit("/", 1)[-1]).first()
    wanted.token_hash = hashed(token)
    wanted.save()
    return token


@never_cache
@require_safe
def takedown_state(request: HttpRequest, token: str) -> HttpResponse:
    """What became of one request."""
    wanted = TakedownRequest.objects.filter(token_hash=hashed(token)).first()
    if wanted is None:
        raise Http404
    page = TakedownStatePage(
        number=wanted.number,
        sent_at=wanted.at,
        outcome=wanted.get_outcome_display() if wanted.outcome else "",
        answer=wanted.answer,
        answered_at=wanted.answered_at,
    )
    response = render(request, "archive/takedown_state.html", vars(page))
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Referrer-Policy"] = "no-referrer"
    return response
