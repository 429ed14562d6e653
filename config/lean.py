"""The short way of a picture: a tile of a zoom needs the gate, and neither session nor forms nor messages."""

from collections.abc import Callable

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotFound
from django.urls import resolve
from django.utils.cache import add_never_cache_headers

from config.away import away

Answer = Callable[[HttpRequest], HttpResponse]

PICTURES = ("/iiif/3/", "/pictures/")


class PicturesFirst:
    """Middleware: answers a visitor who asks for a picture at once. Who has a session takes the long way round."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(PICTURES) or settings.SESSION_COOKIE_NAME in request.COOKIES:
            return self.get_response(request)
        try:
            view, positional, named = resolve(request.path_info, "archive.picture_urls")
            response = view(request, *positional, **named)
        except Http404:
            return not_found()
        except (OperationalError, InterfaceError) as problem:
            return away(problem)
        if not response.streaming:
            response.headers.setdefault("Content-Length", str(len(response.content)))
        return response


def not_found() -> HttpResponse:
    """The same few words for what is hidden and what never was."""
    headers = {"Content-Security-Policy": "default-src 'none'; sandbox", "Access-Control-Allow-Origin": "*"}
    response = HttpResponseNotFound("There is no picture here.\n", content_type="text/plain", headers=headers)
    add_never_cache_headers(response)
    return response
