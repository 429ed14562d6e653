"""A visitor's correction for tests: the form as it is sent, and one that was kept."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from archive.models import Correction, Photo
from archive.public.guarding import opened


def address(photo: Photo, about: str) -> str:
    """Where the form is."""
    return reverse("tell", args=[photo.number, about])


def words(told: str, **changed: Any) -> dict[str, Any]:
    """The form as somebody sends it who took a minute."""
    return {"told": told, "website": "", "opened": opened(60)} | changed


def tell(photo: Photo, about: str, said: str, **more: Any) -> Correction:
    """Send a correction as a visitor does."""
    answer = Client().post(address(photo, about), words(said, **more))
    assert answer.status_code == 302, answer.content.decode()
    return Correction.objects.latest("pk")
