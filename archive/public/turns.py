"""Lists take their turn, so that a photograph's page need not wait behind them.

A list costs several times what other pages do. When many are asked for at once, a process makes two of them and lets
the others wait with a thread each; whoever opens a photograph finds another thread free.
"""

from collections.abc import Callable
from functools import wraps
from threading import BoundedSemaphore
from typing import Any

from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]

_AT_ONCE = BoundedSemaphore(2)
"""One draws its page while the other waits for the database."""


def in_turn(view: View) -> View:
    """The view, but no more than two of all such views at once in this process."""

    @wraps(view)
    def waiting(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with _AT_ONCE:
            return view(request, *args, **kwargs)

    return waiting
