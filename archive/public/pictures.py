"""The bytes of pictures. Every request passes the gate; the address is random and dies with a withdrawal."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.views.decorators.http import require_safe

from archive.images.access import shown
from archive.images.credit import credit_packet
from archive.images.specs import LARGE, PUBLISHED, Spec
from archive.images.xmp import signed

_A_DAY = 24 * 60 * 60


@require_safe
def picture(request: HttpRequest, key: str, file_name: str) -> HttpResponseBase:
    """A published size of a picture that the public may see; for signed-in staff also of one it may not."""
    spec = PUBLISHED.get(file_name)
    if spec is None:
        raise Http404
    found = shown(request, key, spec.name)
    try:
        response = _signed_copy(request, key, found.path) if spec is LARGE else _file(found.path, spec)
    except FileNotFoundError as error:
        raise Http404 from error
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    if found.is_public:
        patch_cache_control(response, public=True, max_age=_A_DAY)
    else:
        add_never_cache_headers(response)
    return response


def _signed_copy(request: HttpRequest, key: str, path: Path) -> HttpResponse:
    """The largest size is what people take with them: it says whose it is, as that stands today."""
    site = request.build_absolute_uri("/").rstrip("/")
    return HttpResponse(signed(path.read_bytes(), credit_packet(key, site=site)), content_type=LARGE.content_type)


def _file(path: Path, spec: Spec) -> HttpResponseBase:
    """The file as it lies; behind a proxy that reads the same disk, only its name for the proxy to send."""
    if not settings.ACCEL_PREFIX:
        return FileResponse(path.open("rb"), content_type=spec.content_type)
    path.stat()
    name = quote(path.relative_to(settings.DERIVATIVES_ROOT).as_posix())
    return HttpResponse(content_type=spec.content_type, headers={"X-Accel-Redirect": settings.ACCEL_PREFIX + name})
