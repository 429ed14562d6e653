"""Pictures that are also pages, drawings or programs: what goes out of them is a picture and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from django.urls import reverse
from factories import make_photo
from hostile import POLYGLOTS, write

from archive.images.errors import NotAPicture
from archive.images.specs import PYRAMID
from archive.images.taking_in import enter, examined
from archive.models import Derivative, Image
from archive.publishing import publish


def taken_in(path: Path) -> Image | None:
    """The picture, or None when it was refused."""
    try:
        with examined(path, name=path.name) as find, transaction.atomic():
            return enter(find, photo=make_photo(published=False), side="recto", by=None, program="a test")
    except NotAPicture:
        return None


def addresses(kept: list[Image]) -> list[str]:
    """Every published size of these pictures, and what IIIF says and makes of them. There must be some."""
    sizes = Derivative.objects.exclude(spec=PYRAMID).select_related("image")
    files = [(one.image.key, f"{one.spec}{Path(one.path).suffix}") for one in sizes]
    assert {key for key, _file in files} == {image.key for image in kept}
    iiif = [reverse("iiif-info", args=[image.key]) for image in kept]
    iiif += [reverse("iiif-image", args=[image.key, "full", "max", "0", f"default.{kind}"])
             for image in kept for kind in ("jpg", "png", "webp")]  # fmt: skip
    return [*(reverse("picture", args=one) for one in files), *iiif]


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_no_script_of_a_polyglot_runs_in_a_browser_that_opens_it(tmp_path, chromium, live_server):
    kept = [image for image in (taken_in(write(name, tmp_path)) for name in POLYGLOTS) if image]
    call_command("work", until_done=True)
    for image in kept:
        publish(image.photo, by=None)
    page = chromium.new_context(base_url=live_server.url).new_page()
    ran = []
    for url in addresses(kept):
        answer = page.goto(url)
        assert (answer.status, answer.headers["x-content-type-options"]) == (200, "nosniff"), url
        ran += [url] if "CANARY-RAN" in page.title() else []
    page.context.close()
    assert ran == []
