"""Where a browser finds a picture."""

from functools import cache

from django.urls import get_script_prefix, reverse

from archive.images.specs import Spec


def picture_url(key: str, spec: Spec) -> str:
    """The address of a picture at one of its published sizes; who may open it, the gate decides on each request."""
    return f"{_folder(get_script_prefix())}{key}/{spec.file_name}"


@cache
def _folder(prefix: str) -> str:
    """Where all pictures lie. A list has hundreds of them: it is asked of the table of addresses once."""
    return reverse("picture", args=["key", "file"]).removesuffix("key/file")
