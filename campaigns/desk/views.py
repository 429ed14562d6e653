"""The addresses of the campaigns' desk. Only those who decide suggestions come in."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from archive.ingest.deciding import AlreadyDecided
from archive.models import Certainty, User
from campaigns.deciding import accept, prefer, reject, withdraw
from campaigns.desk.telling import contradictions_page, links_page, sources_page
from campaigns.models import Campaign, Claim, SuggestedLink

View = Callable[..., HttpResponse]
_NUMBER = re.compile(r"[1-9]\d{0,17}", re.ASCII)
_ACCEPTING = {"probable": Certainty.PROBABLE, "possible": Certainty.POSSIBLE}


def _deciding(permission: str) -> Callable[[View], View]:
    """Signed in, and with this permission."""

    def guarded(view: View) -> View:
        return login_required(permission_required(permission, raise_exception=True)(view))

    return guarded


@_deciding("archive.decide_proposal")
@require_http_methods(["GET", "HEAD", "POST"])
def links(request: HttpRequest) -> HttpResponse:
    """Suggested links; those that are decided on the form are carried out, the others wait."""
    if request.method != "POST":
        return render(request, "campaigns/desk/links.html", vars(links_page()))
    chosen = {key[5:]: str(value) for key, value in request.POST.items() if key.startswith("link-")}
    numbers = [key for key in chosen if _NUMBER.fullmatch(key)]
    waiting = SuggestedLink.objects.filter(pk__in=numbers)
    done = sum(_decided(link, chosen[str(link.pk)], cast(User, request.user)) for link in waiting)
    messages.success(request, _("%(done)s decided.") % {"done": done})
    return redirect("desk-campaigns")


def _decided(link: SuggestedLink, choice: str, by: User) -> bool:
    """Carry out one choice; whether anything was decided."""
    try:
        if choice in _ACCEPTING:
            accept(link, by=by, certainty=_ACCEPTING[choice])
        elif choice == "reject":
            reject(link, by=by)
    except AlreadyDecided:
        return False
    return choice in (*_ACCEPTING, "reject")


@_deciding("archive.decide_proposal")
@require_safe
def contradictions(request: HttpRequest) -> HttpResponse:
    """What is said of photographs and cannot be true together."""
    return render(request, "campaigns/desk/contradictions.html", vars(contradictions_page()))


@_deciding("campaigns.add_preference")
@require_http_methods(["GET", "HEAD", "POST"])
def sources(request: HttpRequest, slug: str) -> HttpResponse:
    """Where the sources of a campaign disagree; a claim is preferred here with a reason, or a preference withdrawn."""
    campaign = get_object_or_404(Campaign.objects.whole(), slug=slug)
    if request.method != "POST":
        return render(request, "campaigns/desk/sources.html", vars(sources_page(campaign)))
    number = request.POST.get("claim", "")
    claims = Claim.objects.filter(campaign__in=[campaign, *campaign.phases.all()])
    claim = get_object_or_404(claims, pk=number if number.isdecimal() else 0)
    problem = _weighed(claim, request.POST.get("reason", "").strip(), cast(User, request.user))
    if problem:
        page = sources_page(campaign, problem, claim.pk)
        return render(request, "campaigns/desk/sources.html", vars(page), status=422)
    messages.success(request, _("Saved: %(claim)s") % {"claim": claim.value_words})
    return redirect("desk-campaign-sources", slug)


def _weighed(claim: Claim, reason: str, by: User) -> str:
    """Prefer the claim, or withdraw its preference; what is wrong with the form, if anything."""
    if not reason:
        return _("Say why.")
    if hasattr(claim, "preference"):
        withdraw(claim.preference, because=reason, by=by)
    else:
        prefer(claim, reason=reason, by=by)
    return ""
