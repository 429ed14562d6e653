"""Where a browser finds a picture."""

from django.urls import reverse

from archive.images.specs import Spec


def picture_url(key: str, spec: Spec) -> str:
    """The address of a picture at one of its published sizes; who may open it, the gate decides on each request."""
    return reverse("picture", args=[key, spec.file_name])
