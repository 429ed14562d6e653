"""The IIIF Presentation API 3.0: a manifest for each public photograph, a collection for each gift, place, campaign."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from archive.describe import iiif
from archive.interop.answers import linked_data, openly
from archive.models import Photo, SearchEntry
from archive.models.openness import shows_now
from archive.search.facets import all_facets
from archive.search.filters import entries_with
from archive.search.showing import visible_sides
from archive.vocabulary.exposure import Exposure

_AT_ONCE = 500
_ACCESSION = "accession"


@require_safe
def manifest(request: HttpRequest, number: str) -> HttpResponse:
    """One photograph, or 404 for all that the public may not see whole, and for one without a picture."""
    photo = (
        Photo.objects.showing(Exposure.FULL)
        .with_gate_facts()
        .prefetch_related("images", "transcriptions", "datings", "place_mentions__place")
        .filter(number=number)
        .first()
    )
    if photo is None or photo.exposure() < Exposure.FULL or not visible_sides(photo):
        raise Http404
    return _told(request, iiif.manifest(photo, site=_site(request)))


@require_safe
def collection(request: HttpRequest, kind: str, value: str) -> HttpResponse:
    """The public photographs of a gift, or of any value of a facet; in parts, when they are too many for one answer."""
    entries, label = _gift(value) if kind == _ACCESSION else _facet(kind, value)
    entries = entries.filter(shows_now(Exposure.FULL)).exclude(card__image_key="").order_by("number_key")
    total, site = entries.count(), _site(request)
    own = site + reverse("iiif-collection", args=[kind, value])
    if not total:
        raise Http404
    parts = -(-total // _AT_ONCE)
    wanted = request.GET.get("part", "")
    if parts > 1 and not wanted:
        return _told(request, iiif.collection_of_parts(own, label, [f"{own}?part={n + 1}" for n in range(parts)]))
    part = _part(wanted or "1", parts)
    shown = entries.select_related("card").defer("terms")[(part - 1) * _AT_ONCE : part * _AT_ONCE]
    address = f"{own}?part={part}" if wanted else own
    return _told(request, iiif.collection(address, label, (entry.card for entry in shown), site=site))


def _gift(number: str) -> tuple[QuerySet[SearchEntry], str]:
    return SearchEntry.objects.open().filter(photo__accession__number=number), f"Accession {number}"


def _facet(key: str, value: str) -> tuple[QuerySet[SearchEntry], str]:
    facet = next((one for one in all_facets() if one.key == key), None)
    label = facet.labels([value]).get(value) if facet else None
    if label is None:
        raise Http404
    return entries_with(key, value), label


def _part(text: str, parts: int) -> int:
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text[:9]) <= parts:
        raise Http404
    return int(text)


def _told(request: HttpRequest, data: iiif.Json) -> HttpResponse:
    # What is said of a photograph may change or be withdrawn at any time: asked for anew each time it is used.
    response = openly(linked_data(request, data, profile=iiif.CONTEXT))
    response["Cache-Control"] = "public, no-cache"
    return response


def _site(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")
