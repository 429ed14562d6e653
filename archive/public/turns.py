"""Lists take their turn, so that a photograph's page need not wait behind them.

A list costs several times what other pages do. When many are asked for at once, a process makes one of them and lets
the others wait with a thread each; whoever opens a photograph finds another thread free.
"""

from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import Any

from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]

_ONE_AT_A_TIME = Lock()
"""Two at once gave a fifth more lists, and made a photograph's page wait longer than half a second."""


def in_turn(view: View) -> View:
    """The view, but no more than one of all such views at once in this process."""

    @wraps(view)
    def waiting(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with _ONE_AT_A_TIME:
            return view(request, *args, **kwargs)

    return waiting
