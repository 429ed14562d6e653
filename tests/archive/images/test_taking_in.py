"""Foreign files: told from their bytes, decoded in a process of their own, kept whole or refused by name."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest
import pyvips
from factories import make_photo
from PIL import Image as Picture
from PIL import ImageCms

from archive.images import apart
from archive.images.errors import KeptAlready, NotAPicture
from archive.images.limits import Limits
from archive.images.masters import held_draft, sweep
from archive.images.taking_in import enter, examined, look_at_head
from archive.models import Image

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def gradient(mode: str = "RGB", size: tuple[int, int] = (300, 200)) -> Picture.Image:
    return Picture.linear_gradient("L").resize(size).convert(mode)


def inspected(path: Path, **limits: int) -> dict:
    kind = look_at_head(path, name=path.name)
    return apart.run("inspect", name=path.name, limits=Limits(**limits), path=str(path), kind=kind)


def refusal(path: Path, **limits: int) -> str:
    with pytest.raises(NotAPicture) as refused:
        inspected(path, **limits)
    assert path.name in str(refused.value)
    return str(refused.value)


@pytest.mark.parametrize(
    ("name", "mode", "saving"),
    [
        ("a.jpg", "RGB", {"progressive": True}),
        ("a.jpg", "CMYK", {"icc_profile": SRGB}),
        ("a.png", "RGBA", {}),
        ("a.png", "1", {}),
        ("a.tif", "RGB", {"compression": "tiff_lzw", "icc_profile": SRGB}),
        ("a.tif", "CMYK", {}),
        ("a.tif", "1", {"compression": "group4"}),
        ("a.tif", "L", {"tiffinfo": {278: 7}}),
        ("a.webp", "RGB", {"lossless": True}),
    ],
)
def test_what_scanners_write_is_taken(tmp_path, name, mode, saving):
    path = tmp_path / name
    gradient(mode).save(path, **saving)
    told = inspected(path)
    assert (told["width"], told["height"]) == (300, 200)


@pytest.mark.parametrize("suffix", ["tif", "png"])
def test_sixteen_bits_a_channel_keep_their_tone(tmp_path, suffix):
    path = tmp_path / f"a.{suffix}"
    plain = pyvips.Image.black(300, 200, bands=3).linear([1, 1, 1], [51386, 25700, 12850])
    plain.cast("ushort").copy(interpretation="rgb16").write_to_file(str(path))
    red, green, blue = bytes.fromhex(inspected(path)["tone"][1:])
    assert (abs(red - 200) <= 2, abs(green - 100) <= 2, abs(blue - 50) <= 2) == (True, True, True)


def test_a_picture_on_its_side_is_measured_upright(tmp_path):
    exif = Picture.Exif()
    exif[0x0112] = 6
    gradient().save(tmp_path / "a.jpg", exif=exif)
    told = inspected(tmp_path / "a.jpg")
    assert (told["width"], told["height"]) == (200, 300)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"GIF89a" + bytes(50), "a GIF picture"),
        (b"%PDF-1.7\n", "a PDF document"),
        (b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", "an SVG drawing"),
        (b"  <!DOCTYPE html><html>", "an HTML page"),
        (b"\0\0\0\x18ftypheic" + bytes(20), "an HEIC picture"),
        (b"\0\0\0\x18ftypavif" + bytes(20), "an AVIF picture"),
        (b"PK\x03\x04" + bytes(20), "a ZIP archive"),
        (b"8BPS\0\1", "a Photoshop document"),
        (b"BM" + bytes(60), "a BMP picture"),
        ("Scans of 4 July, 柳州".encode(), "a text"),
        (b"", "empty"),
        (bytes(range(256)), "no JPEG, PNG, TIFF or WebP"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_anything_else_is_refused_for_what_it_is_whatever_it_is_called(tmp_path, content, words):
    path = tmp_path / "print.jpg"
    path.write_bytes(content)
    assert words in refusal(path)


@pytest.mark.parametrize("cut", [1, 5, 50, 95])
@pytest.mark.parametrize("suffix", ["jpg", "png", "tif", "webp"])
def test_a_picture_that_is_cut_short_anywhere_is_refused(tmp_path, suffix, cut):
    path = tmp_path / f"a.{suffix}"
    Picture.effect_noise((600, 400), 60).convert("RGB").save(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * cut // 100])
    assert "damaged" in refusal(path)


def test_several_pages_and_films_are_refused(tmp_path):
    frames = [gradient(size=(60, 40)).rotate(turn) for turn in range(3)]
    for name in ("pages.tif", "film.webp", "film.png"):
        frames[0].save(tmp_path / name, save_all=True, append_images=frames[1:])
    assert "3 pages" in refusal(tmp_path / "pages.tif")
    assert "animated WebP" in refusal(tmp_path / "film.webp")
    assert "animated PNG" in refusal(tmp_path / "film.png")


def test_a_preview_that_a_scanner_put_into_a_tiff_is_no_page(tmp_path):
    path = tmp_path / "a.tif"
    page, preview = gradient(), gradient(size=(30, 20))
    preview.encoderinfo = {"tiffinfo": {254: 1}}
    page.save(path, save_all=True, append_images=[preview])
    assert inspected(path)["width"] == 300


def test_a_tiff_whose_pages_lead_in_a_circle_is_refused(tmp_path):
    path = tmp_path / "a.tif"
    path.write_bytes(b"II*\0" + struct.pack("<IHI", 8, 0, 8))
    assert "without an end" in refusal(path)


def test_a_flood_of_pixels_is_refused_before_it_is_decoded(tmp_path):
    Picture.new("1", (20_000, 13_000)).save(tmp_path / "flood.png")
    assert "250 million pixels" in refusal(tmp_path / "flood.png")


def test_a_child_that_asks_for_too_much_time_or_memory_is_ended(tmp_path):
    path = tmp_path / "a.png"
    Picture.effect_noise((4000, 3000), 60).save(path)
    assert "longer to read" in refusal(path, patience_seconds=0)
    assert "a.png" in refusal(path, memory=60 << 20)


def test_the_child_knows_no_secret(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "canary")
    monkeypatch.setenv("DATABASE_URL", "postgres://canary")
    assert "canary" not in str(apart._environment())


def test_what_a_dead_process_left_half_written_is_swept_and_what_is_being_written_stays(tmp_path):
    with held_draft(tmp_path) as (draft, _writer):
        (tmp_path / "arriving" / "left").write_bytes(b"half a")
        assert sweep(tmp_path) == 1
        assert draft.exists()
    assert os.listdir(tmp_path / "arriving") == []


@pytest.mark.django_db
def test_the_same_bytes_twice_are_refused_with_the_first(tmp_path):
    path, photo = tmp_path / "a.jpg", make_photo()
    gradient().save(path)
    with examined(path, name="a.jpg") as find:
        first = enter(find, photo=photo, side="recto", by=None, program="a test")
    with pytest.raises(KeptAlready, match=f"front of {photo.number}") as refused, examined(path, name="b.jpg"):
        pass
    assert refused.value.image_id == first.pk


@pytest.mark.django_db
def test_nothing_stays_of_a_file_that_was_examined_and_not_entered(tmp_path, settings):
    gradient().save(tmp_path / "a.jpg")
    with pytest.raises(RuntimeError), examined(tmp_path / "a.jpg", name="a.jpg"):
        raise RuntimeError
    assert [path for path in settings.MASTERS_ROOT.rglob("*") if path.is_file()] == []
    assert not Image.objects.exists()


@pytest.mark.django_db
def test_a_file_larger_than_the_settings_allow_is_refused_unread(tmp_path, settings):
    settings.MASTER_MEGABYTES = 1
    (tmp_path / "a.tif").write_bytes(bytes(1_000_001))
    with pytest.raises(NotAPicture, match="larger than 1 MB"), examined(tmp_path / "a.tif", name="a.tif"):
        pass
    assert not settings.MASTERS_ROOT.exists()
