"""Answering at the desk what visitors told, for tests: the address, the form as it was opened, and the page after."""

from __future__ import annotations

from django.urls import reverse

from archive.models import Correction, Photo
from archive.publishing.standing import stands_now


def desk(correction: Correction) -> str:
    """Where a correction is answered."""
    return reverse("desk-correction", args=[correction.pk])


def form(correction: Correction, verb: str, **changed) -> dict[str, str]:
    """The form as it was when the page was opened."""
    correction = Correction.objects.get(pk=correction.pk)
    return {"verb": verb, "seen": stands_now(correction), "value": correction.told, "answer": ""} | changed


def page_of(visitor, photo: Photo) -> str:
    """The page of a photograph, as visitors get it."""
    return visitor.get(photo.get_absolute_url()).content.decode()
