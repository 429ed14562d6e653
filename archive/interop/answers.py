"""How machines are answered: open to every origin, kept a day when public and by nobody when not."""

from __future__ import annotations

import json
from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

_A_DAY = 24 * 60 * 60


def openly(response: HttpResponse, *, is_public: bool = True) -> HttpResponse:
    """The response with the headers that all of them carry."""
    response["Access-Control-Allow-Origin"] = "*"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    if is_public:
        response["Cache-Control"] = f"public, max-age={_A_DAY}"
    else:
        add_never_cache_headers(response)
    return response


def linked_data(request: HttpRequest, data: Mapping[str, object], *, profile: str) -> HttpResponse:
    """JSON-LD, called so to those who ask for it and plain JSON to all others."""
    wants_ld = "application/ld+json" in request.headers.get("Accept", "")
    kind = f'application/ld+json;profile="{profile}"' if wants_ld else "application/json"
    return HttpResponse(json.dumps(data, ensure_ascii=False), content_type=kind, headers={"Vary": "Accept"})
