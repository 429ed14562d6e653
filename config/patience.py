"""How long the database works on one question: seconds for visitors, a minute for those who have signed in."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]


class MorePatienceForStaff:
    """Middleware, after authentication: raises the limit that `config.wsgi` sets for every connection."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # The cookie first: to ask who a visitor without one is would make every page one that no cache may share.
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated:  # type: ignore[union-attr]
            return self.get_response(request)
        _set("SET statement_timeout = '60s'")
        try:
            return self.get_response(request)
        finally:
            _back_to_usual()


def _set(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _back_to_usual() -> None:
    try:
        _set("RESET statement_timeout")
    except (OperationalError, InterfaceError):
        # The connection is lost, and its settings with it.
        connection.close()
