"""The IIIF Image API 3.0, level 2: any part of a picture at any size, through the gate."""

from __future__ import annotations

from threading import Lock
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from archive.images.access import Shown, shown
from archive.images.credit import credit_packet
from archive.images.pyramid import TILE, Pyramid, pyramid_at
from archive.images.regions import CONTENT_TYPES, Cut, render, whole_tile
from archive.images.specs import PYRAMID
from archive.images.xmp import signed
from archive.interop.answers import linked_data, openly
from archive.interop.image_request import LARGEST_ANSWER, BadRequest, canonical, read

CONTEXT = "http://iiif.io/api/image/3/context.json"
_COMPLIANCE = '<http://iiif.io/api/image/3/level2.json>;rel="profile"'
_LARGE = 1_000_000
"""Pixels."""
_ONE_LARGE_AT_A_TIME = Lock()


@require_safe
def base(request: HttpRequest, key: str) -> HttpResponse:
    """The picture's own address leads to what is said of it."""
    found = shown(request, key, PYRAMID)
    response = HttpResponseRedirect(reverse("iiif-info", args=[key]))
    response.status_code = 303
    return openly(response, is_public=found.is_public)


@require_safe
def info(request: HttpRequest, key: str) -> HttpResponse:
    """info.json: how large the picture is and what may be asked of it."""
    found, pyramid = _opened(request, key)
    said = _description(_address(request, key), pyramid, found)
    response = linked_data(request, said, profile=CONTEXT)
    response["Link"] = _COMPLIANCE
    return openly(response, is_public=found.is_public)


@require_safe
def image(request: HttpRequest, key: str, region: str, size: str, rotation: str, file_name: str) -> HttpResponse:
    """The picture itself, as asked for."""
    found, pyramid = _opened(request, key)
    try:
        cut = read(pyramid.width, pyramid.height, region, size, rotation, file_name)
    except BadRequest as problem:
        return openly(HttpResponse(str(problem), status=400, content_type="text/plain"), is_public=False)
    address = _address(request, key)
    body = _bytes(pyramid, cut)
    if cut.format == "jpg" and (cut.width, cut.height) == (pyramid.width, pyramid.height):
        body = signed(body, credit_packet(key, site=request.build_absolute_uri("/").rstrip("/")))
    response = HttpResponse(body, content_type=CONTENT_TYPES[cut.format])
    address = f"{address}/{canonical(pyramid.width, pyramid.height, cut)}"
    response["Link"] = f'{_COMPLIANCE}, <{address}>;rel="canonical"'
    return openly(response, is_public=found.is_public)


def _opened(request: HttpRequest, key: str) -> tuple[Shown, Pyramid]:
    found = shown(request, key, PYRAMID)
    try:
        pyramid = pyramid_at(found.path)
    except FileNotFoundError as error:
        raise Http404 from error
    return found, pyramid.within(found.longest(pyramid.width, pyramid.height))


def _bytes(pyramid: Pyramid, cut: Cut) -> bytes:
    if cut.to_width * cut.to_height > _LARGE:
        # A large one takes tens of megabytes while it is made; the tiles of others go on meanwhile.
        with _ONE_LARGE_AT_A_TIME:
            return render(pyramid, cut)
    return whole_tile(pyramid, cut) or render(pyramid, cut)


def _address(request: HttpRequest, key: str) -> str:
    """The picture's own address: what of this request's path leads up to its key."""
    return f"{request.scheme}://{request.get_host()}{request.path.partition(key)[0]}{key}"


def _description(address: str, pyramid: Pyramid, found: Shown) -> dict[str, Any]:
    sizes = [level for level in reversed(pyramid.levels) if max(level.width, level.height) <= LARGEST_ANSWER]
    said: dict[str, Any] = {
        "@context": CONTEXT,
        "id": address,
        "type": "ImageService3",
        "protocol": "http://iiif.io/api/image",
        "profile": "level2",
        "width": pyramid.width,
        "height": pyramid.height,
        "maxWidth": LARGEST_ANSWER,
        "maxHeight": LARGEST_ANSWER,
        "sizes": [{"type": "Size", "width": level.width, "height": level.height} for level in sizes],
        "tiles": [
            {"type": "Tile", "width": TILE, "scaleFactors": [1 << number for number in range(len(pyramid.levels))]}
        ],
        "extraFormats": ["webp"],
        "extraFeatures": ["canonicalLinkHeader", "mirroring", "profileLinkHeader"],
        "preferredFormats": ["jpg"],
    }
    return said | ({"rights": found.term.uri.replace("https:", "http:")} if found.term else {})
