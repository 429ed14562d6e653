"""The worker makes smaller pictures in the background; what fails says why, and can be asked for again."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from factories import make_photo
from PIL import Image as Picture

from archive.images.taking_in import enter, examined
from archive.management.commands.work import ABANDONED
from archive.models import Image, Photo, Preparation, Resemblance

pytestmark = pytest.mark.django_db


def taken_in(path: Path, picture: Picture.Image, photo: Photo | None = None, side: str = "recto", **saving) -> Image:
    picture.save(path, **saving)
    with examined(path, name=path.name) as find, transaction.atomic():
        return enter(find, photo=photo or make_photo(published=False), side=side, by=None, program="a test")


def noise(seed: int) -> Picture.Image:
    """A picture like no other."""
    small = Picture.frombytes("L", (12, 10), bytes((seed * 7919 + at * at * 31) % 256 for at in range(120)))
    return small.resize((480, 400), Picture.Resampling.BICUBIC)


def work() -> None:
    call_command("work", until_done=True)


def test_smaller_pictures_are_made_and_seen_at_their_addresses(tmp_path, as_user, curator):
    image = taken_in(tmp_path / "a.jpg", noise(1))
    card = reverse("picture", args=[image.key, "card.webp"])
    client = as_user(curator)
    assert client.get(card).status_code == 404
    work()
    assert client.get(card).status_code == 200
    assert Preparation.objects.get(image=image).state == "done"


def test_nothing_is_made_when_the_rows_were_taken_back(tmp_path):
    with transaction.atomic():
        taken_in(tmp_path / "a.jpg", noise(1))
        transaction.set_rollback(True)
    assert not DBTaskResult.objects.exists()


def test_a_failure_says_why_and_is_made_when_asked_again(tmp_path, settings, as_user, curator):
    image = taken_in(tmp_path / "a.jpg", noise(1))
    master = settings.MASTERS_ROOT / image.master
    away = master.rename(tmp_path / "away")
    work()
    page = as_user(curator).get(reverse("desk-masters")).content.decode()
    assert f"the master {image.master} is missing" in page
    away.rename(master)
    as_user(curator).post(reverse("desk-masters-again", args=[image.pk]))
    work()
    assert Preparation.objects.get(image=image).state == "done"
    assert image.derivatives.exists()


def test_what_fails_for_a_passing_reason_waits_and_is_tried_again(tmp_path, settings):
    image = taken_in(tmp_path / "a.jpg", noise(1))
    settings.DERIVATIVES_ROOT.mkdir(parents=True)
    (settings.DERIVATIVES_ROOT / image.sha256[:2]).write_text("in the way")
    work()
    preparation = Preparation.objects.get(image=image)
    assert (preparation.state, preparation.attempts) in {("waiting", 1), ("failed", 1)}
    assert preparation.problem


def test_a_task_whose_worker_died_is_taken_up_by_another(tmp_path):
    image = taken_in(tmp_path / "a.jpg", noise(1))
    begun = timezone.now() - ABANDONED - timedelta(seconds=1)
    DBTaskResult.objects.update(status="RUNNING", started_at=begun)
    Preparation.objects.update(state="under_way")
    work()
    assert Preparation.objects.get(image=image).state == "done"


def test_a_copy_with_its_edges_cut_is_noticed_and_the_answer_remembered(tmp_path, as_user, curator):
    first = taken_in(tmp_path / "a.png", noise(1))
    taken_in(tmp_path / "other.png", noise(2))
    copy = taken_in(tmp_path / "b.jpg", noise(1).crop((14, 9, 460, 392)).resize((300, 260)), quality=60)
    work()
    pair = Resemblance.objects.get()
    assert (pair.image, pair.other) == (copy, first)
    client = as_user(curator)
    shown = client.get(reverse("desk-twins")).content.decode()
    assert first.key in shown
    assert copy.key in shown
    client.post(reverse("desk-twins-answer", args=[pair.pk]), {"answer": "same_scene"})
    pair.refresh_from_db()
    assert (pair.answer, pair.by) == ("same_scene", curator)
    assert first.key not in client.get(reverse("desk-twins")).content.decode()


def test_backs_are_not_compared_because_paper_looks_like_paper(tmp_path):
    photo = make_photo(published=False)
    taken_in(tmp_path / "a.png", noise(1), photo, side="verso")
    taken_in(tmp_path / "b.jpg", noise(1), side="verso")
    work()
    assert not Resemblance.objects.exists()
