"""Smaller pictures can be lost: they are made again from the masters."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command
from factories import make_photo
from PIL import Image as Picture

from archive.images.adding import attach
from archive.images.preparing import prepare
from archive.models import Derivative, Image

pytestmark = pytest.mark.django_db


@pytest.fixture
def image(tmp_path, settings) -> Image:
    source = tmp_path / "a.jpg"
    Picture.linear_gradient("L").resize((900, 600)).save(source)
    prepared = prepare(source, masters=settings.MASTERS_ROOT, derivatives=settings.DERIVATIVES_ROOT)
    return attach(prepared, photo=make_photo(), side="recto")


def files(settings) -> dict[str, bytes]:
    paths = [path for path in settings.DERIVATIVES_ROOT.rglob("*") if path.is_file()]
    return {path.name: path.read_bytes() for path in paths}


def test_lost_files_are_made_again_as_they_were(image, settings):
    before = files(settings)
    for path in settings.DERIVATIVES_ROOT.rglob("*.webp"):
        path.unlink()
    Derivative.objects.filter(spec="large").delete()
    call_command("make_derivatives")
    assert files(settings) == before
    assert image.derivatives.count() == len(before)


def test_nothing_is_done_where_nothing_is_missing(image, capsys):
    call_command("make_derivatives")
    assert "0 pictures" in capsys.readouterr().out


def test_a_missing_master_is_named_with_what_to_do(image, settings):
    (settings.MASTERS_ROOT / image.master).unlink()
    Derivative.objects.all().delete()
    with pytest.raises(CommandError, match="backup"):
        call_command("make_derivatives")
