"""Where a browser finds a picture."""

from functools import cache

from django.urls import get_script_prefix, reverse

from archive.images.specs import Spec


def picture_url(key: str, spec: Spec) -> str:
    """The address of a picture at one of its published sizes; who may open it, the gate decides on each request."""
    return folder_of(key) + spec.file_name


def folder_of(key: str) -> str:
    """Where the published sizes of one picture lie, each under its file's name."""
    return f"{_all_pictures(get_script_prefix())}{key}/"


@cache
def _all_pictures(prefix: str) -> str:
    """Where all pictures lie. A list has hundreds of them: it is asked of the table of addresses once."""
    return reverse("picture", args=["key", "file"]).removesuffix("key/file")
