"""Who comes in at an address of the desk: staff with a permission; others get 403, visitors are asked to sign in."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponseBase

from archive.models import User

View = Callable[..., HttpResponseBase]


def needs(permission: str) -> Callable[[View], View]:
    """Signed in, and with this permission of the archive."""

    def guarded(view: View) -> View:
        return login_required(permission_required(f"archive.{permission}", raise_exception=True)(view))

    return guarded


def staff(request: HttpRequest) -> User:
    """Who works here: everybody who passed a guard."""
    return cast(User, request.user)
