"""The bytes of pictures. Every request passes the gate; the address is random and dies with a withdrawal."""

from __future__ import annotations

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from archive.images.allowed import needed_for
from archive.images.specs import SPECS, Spec
from archive.models import Derivative, Photo

_A_DAY = 24 * 60 * 60


@require_safe
def picture(request: HttpRequest, key: str, file_name: str) -> HttpResponse | FileResponse:
    """A published size of a picture that the public may see; for signed-in staff also of one it may not."""
    spec = SPECS.get(file_name)
    found = Derivative.objects.filter(image__key=key, spec=spec.name).select_related("image") if spec else None
    derivative = found.first() if found is not None else None
    if spec is None or derivative is None or not _may_see(request, derivative, spec):
        raise Http404
    try:
        response = FileResponse(
            (settings.DERIVATIVES_ROOT / derivative.path).open("rb"), content_type=spec.content_type
        )
    except FileNotFoundError as error:
        raise Http404 from error
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    patch_cache_control(response, public=True, max_age=_A_DAY)
    return response


def _may_see(request: HttpRequest, derivative: Derivative, spec: Spec) -> bool:
    image = derivative.image
    if not image.is_hidden and Photo.objects.showing(needed_for(spec)).filter(pk=image.photo_id).exists():
        return True
    # Asked last, so that the public's requests never touch a session.
    return request.user.has_perm("archive.view_photo")
