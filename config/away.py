"""What a visitor is told while the database cannot be reached or does not answer in time."""

import logging
from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language, gettext
from psycopg.errors import QueryCanceled

Answer = Callable[[HttpRequest], HttpResponse]

RETRY_AFTER = 10  # seconds
PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title></head><body><main><h1>{title}</h1><p>{text}</p></main></body></html>
"""

logger = logging.getLogger(__name__)


class DatabaseAway:
    """Middleware: 503 with Retry-After in place of an error page. Other mistakes stay what they are."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, OperationalError | InterfaceError):
            return None
        return away(exception)


def away(problem: Exception) -> HttpResponse:
    """The answer of 503, and a line in the log."""
    said = str(problem).partition("\n")[0]
    if isinstance(problem.__cause__, QueryCanceled):
        logger.warning("A question took too long: %s", said)
        return _unavailable(gettext("That took too long"), gettext("Please ask for less at once, or try again later."))
    logger.error("The database does not answer: %s", said)
    return _unavailable(
        gettext("Closed for a moment"),
        gettext("The collection cannot be reached just now. Please try again in a minute."),
    )


def _unavailable(title: str, text: str) -> HttpResponse:
    page = PAGE.format(language=get_language() or "en", title=title, text=text)
    response = HttpResponse(page, status=503, headers={"Retry-After": str(RETRY_AFTER)})
    add_never_cache_headers(response)
    return response
