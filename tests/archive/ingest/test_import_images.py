"""A folder of scans enters whole: drafts in the order of the names, masters byte for byte, safe to run again."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from factories import make_accession
from PIL import Image as Picture

from archive.images import room
from archive.models import FixityCheck, Image, IntakeFile, Photo, Preparation, SearchEntry

pytestmark = pytest.mark.django_db


def scan(path: Path, turn: int = 0, size: tuple[int, int] = (300, 200)) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Picture.linear_gradient("L").rotate(17 * turn).resize(size).save(path)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for turn, name in enumerate(("1.jpg", "1_verso.jpg", "2.tif", "10.png", "10b.png")):
        scan(tmp_path / "scans" / name, turn)
    return tmp_path / "scans"


@pytest.fixture
def accession(db):
    return make_accession(number="2026.3")


def run(folder: Path, **options) -> str:
    out = StringIO()
    call_command("import_images", folder, accession="2026.3", stdout=out, **options)
    return out.getvalue()


def sides() -> list[tuple[str, str]]:
    rows = Image.objects.order_by("photo__sort_key", "pk").values_list("photo__number", "side")
    return list(rows)


def test_prints_become_drafts_in_the_order_of_their_names(accession, folder):
    assert "5 files kept" in run(folder)
    assert sides() == [
        ("2026.3.1", "recto"), ("2026.3.1", "verso"), ("2026.3.2", "recto"),
        ("2026.3.3", "recto"), ("2026.3.3", "verso"),
    ]  # fmt: skip
    assert set(Photo.objects.values_list("state", flat=True)) == {"draft"}
    assert not SearchEntry.objects.exists()


def test_every_master_is_the_file_byte_for_byte_and_its_arrival_an_event(accession, folder, settings, curator):
    run(folder, by="curator")
    for file in IntakeFile.objects.select_related("image"):
        assert (settings.MASTERS_ROOT / file.image.master).read_bytes() == (folder / file.name).read_bytes()
        check = FixityCheck.objects.get(image=file.image)
        assert (check.outcome, check.by, check.found) == ("taken_in", curator, file.image.sha256)
    assert set(Preparation.objects.values_list("state", flat=True)) == {"waiting"}


def test_a_plan_shows_the_pairing_and_writes_nothing(accession, folder, settings):
    (folder / "3a.jpg").write_bytes((folder / "1.jpg").read_bytes())
    told = run(folder, plan=True)
    assert "10: recto 10.png, verso 10b.png" in told
    assert "unclear: 3a.jpg" in told
    assert not Photo.objects.exists()
    assert not settings.MASTERS_ROOT.exists()


def test_a_second_run_changes_nothing(accession, folder):
    run(folder)
    before = list(Image.objects.order_by("pk").values_list())
    assert "0 files kept, 5 were kept before" in run(folder)
    assert list(Image.objects.order_by("pk").values_list()) == before
    assert Photo.objects.count() == 3


def test_what_is_new_in_the_folder_joins_what_was_brought_in(accession, folder):
    run(folder)
    scan(folder / "2_back.tif", 9)
    scan(folder / "11.jpg", 10)
    assert "2 files kept" in run(folder)
    assert ("2026.3.2", "verso") in sides()
    assert ("2026.3.4", "recto") in sides()


def test_what_is_no_picture_is_named_with_what_it_is(accession, folder):
    (folder / "5.jpg").write_bytes(b"%PDF-1.7 and so on")
    (folder / "6.tif").write_bytes((folder / "1.jpg").read_bytes()[:-300])
    with pytest.raises(CommandError, match=r"6\.tif is damaged or cut short") as refused:
        run(folder)
    assert refused.value.returncode == 1
    assert Image.objects.count() == 5


def test_a_refused_file_that_was_mended_comes_in_under_its_number(accession, folder):
    whole = (folder / "2.tif").read_bytes()
    (folder / "2.tif").write_bytes(whole[:-3000])
    with pytest.raises(CommandError):
        run(folder)
    (folder / "2.tif").write_bytes(whole)
    run(folder)
    assert ("2026.3.2", "recto") in sides()
    assert Photo.objects.count() == 3


def test_the_same_bytes_again_are_refused_with_the_first_ones_number(accession, folder, tmp_path):
    run(folder)
    other = scan(tmp_path / "other" / "x.jpg").parent
    (other / "x.jpg").write_bytes((folder / "1.jpg").read_bytes())
    with pytest.raises(CommandError, match=r"the same file, byte for byte, as the front of 2026\.3\.1"):
        run(other)
    assert Image.objects.count() == 5


def test_a_gift_that_is_not_registered_is_named(folder, db):
    with pytest.raises(CommandError, match="register_accession") as refused:
        run(folder)
    assert refused.value.returncode == 2


def test_a_disk_that_is_nearly_full_refuses_beforehand(accession, folder, monkeypatch):
    monkeypatch.setattr(room, "LEAST_FREE", 1.0)
    with pytest.raises(CommandError, match="nearly full"):
        run(folder)
    assert not Image.objects.exists()


def test_the_second_copy_is_laid_where_a_mirror_is_set(accession, folder, settings, tmp_path):
    settings.MASTERS_MIRROR = tmp_path / "mirror"
    run(folder)
    for image in Image.objects.all():
        assert (tmp_path / "mirror" / image.master).read_bytes() == (settings.MASTERS_ROOT / image.master).read_bytes()


def test_a_mirror_that_is_away_holds_nothing_up(accession, folder, settings, tmp_path, caplog):
    (tmp_path / "file").write_text("no folder")
    settings.MASTERS_MIRROR = tmp_path / "file" / "mirror"
    run(folder)
    assert Image.objects.count() == 5
    assert "No second copy" in caplog.text


def test_links_are_not_followed(accession, folder, tmp_path):
    (folder / "12.jpg").symlink_to(scan(tmp_path / "secret" / "98.jpg", 51))
    (folder / "elsewhere").symlink_to(scan(tmp_path / "secret" / "99.jpg", 50).parent)
    run(folder)
    assert Image.objects.count() == 5
