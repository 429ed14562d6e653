"""Pictures that come in: masters kept as they are, smaller ones upright, in sRGB, without metadata, never cropped."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from archive.images.errors import NotAPicture
from archive.images.preparing import Prepared, prepare
from archive.images.specs import DERIVED, PUBLISHED, Spec

CANARY = b"Canarywort"


def prepared(path: Path) -> Prepared:
    return prepare(path, masters=path.parent / "masters", derivatives=path.parent / "derivatives")


def picture(path: Path, size=(1200, 800), mode="RGB", **saving) -> Path:
    Image.linear_gradient("L").resize(size).convert(mode).save(path, **saving)
    return path


@pytest.mark.parametrize(
    ("name", "mode"),
    [("a.jpg", "RGB"), ("a.jpg", "L"), ("a.jpg", "CMYK"), ("a.png", "RGBA"), ("a.png", "P"), ("a.png", "I;16"),
     ("a.tif", "RGB"), ("a.tif", "L"), ("a.webp", "RGB")],
)  # fmt: skip
def test_every_accepted_kind_becomes_all_published_sizes(tmp_path, name, mode):
    result = prepared(picture(tmp_path / name, mode=mode))
    assert {one.spec for one in result.derived} == DERIVED
    for one in result.derived:
        with Image.open(tmp_path / "derivatives" / one.path) as small:
            small.load()
            assert small.size == (one.width, one.height)
            assert small.mode in ("L", "RGB")


def test_the_master_is_the_file_byte_for_byte_and_cannot_be_written(tmp_path):
    source = picture(tmp_path / "a.jpg")
    result = prepared(source)
    kept = tmp_path / "masters" / result.master.name
    assert kept.read_bytes() == source.read_bytes()
    assert result.master.sha256 == hashlib.sha256(source.read_bytes()).hexdigest()
    assert not kept.stat().st_mode & 0o222
    assert not list((tmp_path / "masters").glob(".incoming*"))


def test_the_same_bytes_lie_once(tmp_path):
    source = picture(tmp_path / "a.jpg")
    assert prepared(source).master == prepared(source).master
    assert len([path for path in (tmp_path / "masters").rglob("*") if path.is_file()]) == 1


def test_a_picture_is_turned_upright_and_never_cropped(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6
    result = prepared(picture(tmp_path / "a.jpg", size=(1200, 800), exif=exif))
    assert (result.measures.width, result.measures.height) == (800, 1200)
    for one in result.derived:
        assert abs(one.width / one.height - 800 / 1200) < 0.01


def test_no_word_of_the_metadata_gets_out(tmp_path):
    exif = Image.Exif()
    exif[0x010E] = CANARY.decode()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    source = picture(tmp_path / "a.jpg", exif=exif, comment=CANARY, icc_profile=profile + CANARY)
    result = prepared(source)
    assert CANARY in (tmp_path / "masters" / result.master.name).read_bytes()
    for one in result.derived:
        assert CANARY not in (tmp_path / "derivatives" / one.path).read_bytes()


@pytest.mark.parametrize("content", [b"", b"<html>", b"\xff\xd8\xff\xe0 not a picture", b"GIF89a" + b"\0" * 50])
def test_what_is_no_picture_is_refused_by_name(tmp_path, content):
    path = tmp_path / "print.jpg"
    path.write_bytes(content)
    with pytest.raises(NotAPicture, match=r"print|[0-9a-f]{64}"):
        prepared(path)


def test_a_picture_that_is_cut_short_is_refused(tmp_path):
    path = picture(tmp_path / "a.jpg")
    path.write_bytes(path.read_bytes()[:-2000])
    with pytest.raises(NotAPicture, match="damaged"):
        prepared(path)


@pytest.mark.parametrize("form", ["GIF", "BMP", "PPM"])
def test_other_formats_are_refused_whatever_they_are_called(tmp_path, form):
    path = tmp_path / "a.jpg"
    Image.new("L", (50, 50)).save(path, form)
    with pytest.raises(NotAPicture):
        prepared(path)


def test_a_flood_of_pixels_is_refused_before_it_is_decoded(tmp_path):
    path = tmp_path / "flood.png"
    Image.new("1", (20_000, 13_000)).save(path)
    with pytest.raises(NotAPicture, match="million pixels"):
        prepared(path)


@pytest.mark.parametrize("spec", PUBLISHED.values())
@pytest.mark.parametrize("size", [(1, 1), (5000, 10), (10, 5000), (4000, 3000), (300, 200)])
def test_a_size_fits_its_box_and_is_never_enlarged(spec: Spec, size):
    width, height = spec.fit(*size)
    assert 1 <= width <= min(spec.width, size[0])
    assert 1 <= height <= min(spec.height, size[1])
