"""Every request that may change something is one act of the history: whose, and at which address."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from archive.models import Act, User
from archive.models.acting import act

Answer = Callable[[HttpRequest], HttpResponse]

_SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
_DOORS = {"admin": Act.Door.ADMIN, "desk": Act.Door.DESK}


class OneActEach:
    """Middleware, after the one that knows the user: costs no query, and nothing at all where nothing is changed."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in _SAFE:
            return self.get_response(request)
        door = _DOORS.get(request.path.split("/")[1], Act.Door.PUBLIC)
        # A visitor's address may hold the key of a private link.
        address = "" if door is Act.Door.PUBLIC else request.path
        with act(by=_user(request), door=door, address=address):
            return self.get_response(request)


def _user(request: HttpRequest) -> User | None:
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    return request.user if isinstance(request.user, User) else None
