"""What a browser or proxy may keep: nothing that was answered to somebody who had signed in."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

Answer = Callable[[HttpRequest], HttpResponse]


class SignedInNeverCached:
    """Middleware: marks every response to a request with a session as private and not to be stored."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            add_never_cache_headers(response)
        return response
