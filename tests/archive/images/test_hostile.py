"""Files made to harm are refused by name, or kept and harmless: nothing grows here, nothing runs there."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import psutil
import pytest
from django.core.management import call_command
from django.urls import reverse
from factories import make_accession, make_photo
from hostile import BOMBS, POLYGLOTS, TAILS, write

from archive.images.errors import NotAPicture
from archive.images.taking_in import enter, examined
from archive.models import Derivative, Image, IntakeFile

GROWTH = 50 * 1_000_000


def outcome(path: Path) -> str:
    """Empty when it was kept, else why not."""
    try:
        with examined(path, name=path.name) as find:
            enter(find, photo=make_photo(published=False), side="recto", by=None, program="a test")
    except NotAPicture as refusal:
        return str(refusal)
    return ""


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_by_name_or_read_within_its_bounds_and_nothing_grows_here(tmp_path, name):
    path = write(name, tmp_path)
    before, begun = psutil.Process().memory_info().rss, time.process_time()
    said = outcome(path)
    assert psutil.Process().memory_info().rss - before < GROWTH
    assert time.process_time() - begun < 5
    assert name in said or name in {"169-megapixels.png", "240-megapixels-in-colour.png", "text.png", "profile.png"}
    if not said:
        call_command("work", until_done=True)
        assert Image.objects.get().preparation.state in {"done", "failed"}


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("name", POLYGLOTS)
def test_a_polyglot_is_refused_or_nothing_of_its_other_half_gets_out(tmp_path, settings, name):
    said = outcome(write(name, tmp_path))
    assert bool(said) == (re.search("behind|in-|as-", name) is None), said
    call_command("work", until_done=True)
    for derivative in Derivative.objects.all():
        data = (settings.DERIVATIVES_ROOT / derivative.path).read_bytes()
        assert not [tail for tail in TAILS if tail in data]
    assert bool(said) or Derivative.objects.exists()


@pytest.mark.slow
@pytest.mark.django_db
def test_a_film_or_a_flood_sent_to_the_desk_is_told_and_the_desk_goes_on(tmp_path, as_user, curator):
    client = as_user(curator)
    listing = "1.png\n2.png"
    accession = make_accession()
    client.post(reverse("desk-intake-begin"), {"accession": accession.pk, "listing": listing})
    process = psutil.Process(os.getpid())
    before = process.memory_info().rss
    for file, bomb in zip(IntakeFile.objects.all(), ("400-megapixels.png", "10000-frames.webp"), strict=True):
        with write(bomb, tmp_path).open("rb") as sent:
            told = client.post(reverse("desk-intake-file", args=[file.intake_id, file.pk]), {"file": sent}).json()
        assert told["state"] == "refused"
    assert process.memory_info().rss - before < GROWTH
    assert client.get(reverse("desk-intakes")).status_code == 200
