"""Scans that staff send: streamed to the disk, told file by file, refused for a reason, and only from staff."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from factories import make_accession, make_photo
from PIL import Image as Picture

from archive.images import room
from archive.models import Image, Intake, IntakeFile, Photo

pytestmark = pytest.mark.django_db


def scan(name: str, turn: int = 0) -> SimpleUploadedFile:
    data = BytesIO()
    Picture.linear_gradient("L").rotate(13 * turn).resize((300, 200)).save(data, "PNG")
    return SimpleUploadedFile(name, data.getvalue())


@pytest.fixture
def client(as_user, curator):
    return as_user(curator)


@pytest.fixture
def intake(client) -> Intake:
    told = {"accession": make_accession(number="2026.3").pk, "folder": "box 1", "listing": "1.png\n1b.png\n2.png"}
    client.post(reverse("desk-intake-begin"), told)
    return Intake.objects.get()


def send(client, file: IntakeFile, sent: SimpleUploadedFile):
    return client.post(reverse("desk-intake-file", args=[file.intake_id, file.pk]), {"file": sent})


def test_a_plan_is_shown_before_anything_is_written(client):
    page = client.post(reverse("desk-intake-plan"), {"listing": "1.png\n1b.png\n2a.png"}).content.decode()
    assert "Bring in 1 print" in page
    assert "2a may be a print of its own" in page
    assert not Intake.objects.exists()


def test_a_begun_intake_has_a_draft_for_each_print(intake):
    assert list(intake.files.values_list("name", "photo__number", "side", "state")) == [
        ("1.png", "2026.3.1", "recto", "waiting"),
        ("1b.png", "2026.3.1", "verso", "waiting"),
        ("2.png", "2026.3.2", "recto", "waiting"),
    ]
    assert set(Photo.objects.values_list("state", flat=True)) == {"draft"}


def test_each_file_tells_what_became_of_it(client, intake):
    first, back, second = intake.files.all()
    assert send(client, first, scan("1.png")).json()["state"] == "kept"
    refused = send(client, second, SimpleUploadedFile("2.png", b"GIF89a")).json()
    assert refused["state"] == "refused"
    assert "GIF" in refused["words"]
    page = client.get(reverse("desk-intake", args=[intake.pk])).content.decode()
    assert "1 file kept" in page
    assert "GIF" in page
    assert first.photo.images.get().side == "recto"
    assert not back.photo.images.filter(side="verso").exists()


def test_sending_a_file_again_after_the_line_was_cut_keeps_it_once(client, intake):
    first = intake.files.first()
    assert send(client, first, scan("1.png")).json()["state"] == "kept"
    assert send(client, first, scan("1.png")).json()["state"] == "kept"
    assert Image.objects.count() == 1


def test_the_same_bytes_under_another_name_are_refused_with_the_first(client, intake):
    first, back, _second = intake.files.all()
    send(client, first, scan("1.png"))
    told = send(client, back, scan("1b.png")).json()
    assert (told["state"], "2026.3.1" in told["words"]) == ("refused", True)


def test_nothing_that_was_sent_stays_behind(client, intake, settings):
    send(client, intake.files.first(), scan("1.png"))
    send(client, intake.files.last(), SimpleUploadedFile("2.png", b"no picture"))
    assert list((settings.MASTERS_ROOT / "arriving").iterdir()) == []


def test_a_nearly_full_disk_is_told_and_nothing_is_written(client, intake, monkeypatch):
    monkeypatch.setattr(room, "LEAST_FREE", 1.0)
    answer = send(client, intake.files.first(), scan("1.png"))
    assert (answer.status_code, "nearly full" in answer.json()["words"]) == (507, True)
    assert not Image.objects.exists()


def test_a_side_is_added_to_a_photograph_once(client):
    photo = make_photo(published=False)
    address = reverse("desk-side", args=[photo.number])
    client.post(address, {"side": "verso", "file": scan("back.png")})
    assert photo.images.get().side == "verso"
    page = client.post(address, {"side": "verso", "file": scan("other.png", 3)}, follow=True).content.decode()
    assert "has a back already" in page
    client.post(address, {"side": "detail", "file": scan("other.png", 3)})
    assert photo.images.count() == 2


def test_a_stranger_cannot_have_a_file_written(visitor, settings):
    answer = visitor.post(reverse("account_login"), {"login": "x", "file": scan("1.png")})
    assert answer.status_code == 403
    assert not settings.MASTERS_ROOT.exists()


def test_a_request_larger_than_any_scan_is_refused_unread(client, intake, settings):
    settings.MASTER_MEGABYTES = 0
    big = SimpleUploadedFile("1.png", bytes(1_500_000))
    assert send(client, intake.files.first(), big).status_code == 400
    assert not (settings.MASTERS_ROOT / "arriving").exists()
