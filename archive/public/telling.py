"""“Something wrong? Tell us”: a form of one field under each fact, and a private address with what became of it.

No account, no puzzles. Nothing of it is public before a curator has accepted it.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from archive.models import Correction, Photo
from archive.public import standing_apart
from archive.public.correctable import correctable
from archive.public.evidence_files import LEFT_OUT, OneSmallFile
from archive.public.guarding import is_welcome, opened
from archive.public.pages.telling import ToldPage
from archive.public.photo_page import public_photo
from archive.public.telling_form import TellForm


@never_cache
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def tell(request: HttpRequest, number: str, about: str) -> HttpResponse:
    """The form about one fact; when sent, on to the private address. Gone or not found as the photograph's page is."""
    # Before anything reads what was sent, the check against forged forms too.
    request.upload_handlers = [OneSmallFile(request)]
    return _tell(request, number, about)


@csrf_protect
def _tell(request: HttpRequest, number: str, about: str) -> HttpResponse:
    try:
        photo = public_photo(number)
    except Http404:
        return standing_apart.tombstone(request, number)
    fact = correctable(photo, about)
    if request.method != "POST":
        return _asked(request, photo, TellForm(fact=fact, initial={"told": fact.shown, "opened": opened()}))
    form = TellForm(request.POST, request.FILES, fact=fact, left_out=request.META.get(LEFT_OUT, ""))
    if not form.is_valid():
        return _asked(request, photo, form, status=422)
    if not is_welcome(request, "correction"):
        form.add_error(None, _("Many came in a short time. Nothing is lost: please send this again in an hour."))
        return _asked(request, photo, form, status=429)
    return redirect("told", Correction.objects.keep(form.sent(photo), email=form.cleaned_data["email"]))


def _asked(request: HttpRequest, photo: Photo, form: TellForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "fact": form.fact, "photo": photo, "is_more_open": form.has_more()}
    answer = render(request, "archive/tell.html", context, status=status)
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer


@never_cache
@require_safe
def told(request: HttpRequest, token: str) -> HttpResponse:
    """What became of one correction, for whoever has its address."""
    found = Correction.objects.opened_by(token)
    if found is None:
        raise Http404
    answer = render(request, "archive/told.html", vars(_page(found, request.build_absolute_uri())))
    # The address is the key: no search engine keeps it, and no other page is told of it.
    answer["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


def _page(found: Correction, address: str) -> ToldPage:
    return ToldPage(
        number=found.photo.number,
        photo_url=reverse("photo", args=[found.photo.number]),
        label=found.label,
        told=found.told,
        sent_at=found.sent_at,
        state=found.state,
        answer=found.answer,
        answered_at=found.answered_at,
        address=address,
        credit=found.name if found.wants_credit else "",
    )
