"""The visitors' addresses. Each view finds what is public, puts its page together and shows it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from archive.models import Place, User
from archive.public import belonging, code_pages, entrance, photo_page, place_pages, standing_apart
from archive.public.cards import photo_card
from archive.public.evidence import evidence_page
from archive.public.gallery import gallery_page
from archive.public.turns import in_turn
from archive.search.suggesting import Suggestion, suggestions

_LONGEST_ECHO = 100


def _show(request: HttpRequest, template: str, page: Any) -> HttpResponse:
    return render(request, template, vars(page))


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The front page."""
    return _show(request, "archive/landing.html", entrance.landing_page())


@require_safe
@in_turn
def gallery(request: HttpRequest) -> HttpResponse:
    """Search and browse."""
    return _show(request, "archive/gallery.html", gallery_page(request.GET, request.path))


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """What the letters in the search box may become, for the script that offers it while somebody types."""
    found = suggestions(request.GET.get("q", "")[:_LONGEST_ECHO])
    return JsonResponse({"suggestions": [_offered(one) for one in found]})


def _offered(one: Suggestion) -> dict[str, Any]:
    """A suggestion for the browser; a photograph that may distress comes without its picture."""
    card = photo_card(one.card, one.exposure) if one.card else None
    src = card.picture.src if card and card.picture and not card.is_sensitive else ""
    return {"text": one.text, "kind": one.kind, "count": one.count, "picture": src, "url": card.url if card else ""}


@require_safe
def photo(request: HttpRequest, number: str) -> HttpResponse:
    """One photograph; 410 for one that was public once; 404 for any other number, whether it exists or not."""
    try:
        found = photo_page.public_photo(number)
    except Http404:
        return standing_apart.tombstone(request, number)
    page = photo_page.photo_page(found, request.build_absolute_uri(found.get_absolute_url()))
    return _show(request, "archive/photo.html", page)


@require_safe
def evidence(request: HttpRequest, number: str, key: str) -> HttpResponse:
    """Why we say one thing of a photograph. Gone with the photograph; staff who have signed in read names as well."""
    try:
        found = photo_page.public_photo(number)
    except Http404:
        return standing_apart.tombstone(request, number)
    site = request.build_absolute_uri("/").removesuffix("/")
    answer = _show(request, "archive/evidence.html", evidence_page(found, key, site, _staff(request)))
    # The photograph's page is what is looked for; this one only answers for it.
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _staff(request: HttpRequest) -> User | None:
    """Who of the staff is asking. Of visitors, who have no session, nothing is asked."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    return request.user if isinstance(request.user, User) and request.user.is_staff else None


@require_safe
def pair(request: HttpRequest, number: str, other: str) -> HttpResponse:
    """Two photographs, before and after, on one page."""
    return _show(request, "archive/pair.html", belonging.pair_page(number, other))


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """All places with photographs."""
    return _show(request, "archive/places.html", place_pages.places_page())


@require_safe
def place(request: HttpRequest, pk: int, slug: str) -> HttpResponse | HttpResponsePermanentRedirect:
    """One place; an address with an old name in it leads on to the new one."""
    found = get_object_or_404(Place, pk=pk)
    if request.path != found.get_absolute_url():
        return redirect(found, permanent=True)
    searched = request.GET.get("searched", "")[:_LONGEST_ECHO]
    return _show(request, "archive/place.html", place_pages.place_page(found, searched))


@require_safe
def collections(request: HttpRequest) -> HttpResponse:
    """All collections."""
    return _show(request, "archive/collections.html", entrance.collections_page())


@require_safe
def collection(request: HttpRequest, slug: str) -> HttpResponse:
    """One collection."""
    return _show(request, "archive/collection.html", entrance.collection_page(slug))


@require_safe
def schemes(request: HttpRequest) -> HttpResponse:
    """All families of provenance codes."""
    return _show(request, "archive/schemes.html", code_pages.schemes_page())


@require_safe
def scheme(request: HttpRequest, key: str) -> HttpResponse:
    """One family of provenance codes."""
    return _show(request, "archive/scheme.html", code_pages.scheme_page(key))


@require_safe
def code(request: HttpRequest, key: str, code: str) -> HttpResponse:
    """One provenance code with its run."""
    return _show(request, "archive/code.html", code_pages.code_page(key, code))


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What this archive is."""
    return _show(request, "archive/about.html", entrance.about_page())
