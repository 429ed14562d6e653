"""The bytes of pictures: only through the gate, with exact types, kept only when the public may see them."""

from __future__ import annotations

import pytest
from django.urls import reverse
from factories import make_image, make_photo

from archive.models import Derivative, Image

pytestmark = pytest.mark.django_db


@pytest.fixture
def image(settings) -> Image:
    settings.DERIVATIVES_ROOT.mkdir(parents=True)
    (settings.DERIVATIVES_ROOT / "x.webp").write_bytes(b"bytes of a picture")
    image = make_image(make_photo())
    Derivative.objects.create(image=image, spec="card", path="x.webp", width=1, height=1, size=18)
    return image


def test_a_public_picture_is_served_with_its_type_and_no_power_to_run_anything(visitor, image):
    answer = visitor.get(reverse("picture", args=[image.key, "card.webp"]))
    assert b"".join(answer.streaming_content) == b"bytes of a picture"
    assert answer["Content-Type"] == "image/webp"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "public" in answer["Cache-Control"]
    assert not answer.cookies


@pytest.mark.parametrize("name", ["page.webp", "card.jpg", "card", "master", "..%2Fx.webp", "2000x2000.webp"])
def test_only_published_sizes_exist(visitor, image, name):
    assert visitor.get(f"/pictures/{image.key}/{name}").status_code == 404


def test_a_picture_whose_file_is_lost_is_not_found_and_its_page_still_stands(visitor, image, settings):
    (settings.DERIVATIVES_ROOT / "x.webp").unlink()
    assert visitor.get(reverse("picture", args=[image.key, "card.webp"])).status_code == 404
    assert visitor.get(image.photo.get_absolute_url()).status_code == 200


def test_staff_see_the_picture_of_a_draft_and_nothing_may_keep_it(as_user, volunteer, image):
    draft = make_photo(published=False)
    Image.objects.filter(pk=image.pk).update(photo=draft)
    answer = as_user(volunteer).get(reverse("picture", args=[image.key, "card.webp"]))
    assert answer.status_code == 200
    assert "private" in answer["Cache-Control"]
    assert "no-store" in answer["Cache-Control"]
