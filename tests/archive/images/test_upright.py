"""Colours and bearing of what comes in: however deep, in whatever space, whichever way up, it looks the same."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
import pyvips
from PIL import Image as Picture

from archive.images.derive import derive
from archive.images.errors import NotAPicture
from archive.images.pyramid import NotAPyramid, pyramid_at
from archive.images.specs import COVER, PUBLISHED
from archive.images.xmp import packet, signed

RED = (180, 40, 40)


def shown(master: Path, spec: str = "large") -> Picture.Image:
    """What is made of a master, at this size."""
    _measures, made = derive(master, name="a" * 64, specs=PUBLISHED.values(), root=master.parent / "out")
    path = next(one.path for one in made if one.spec == spec)
    with Picture.open(master.parent / "out" / path) as picture:
        picture.load()
        return picture


def like(pixel: object, wanted: tuple[int, ...], by: int = 8) -> bool:
    values = (pixel,) * len(wanted) if isinstance(pixel, int) else pixel
    return all(abs(one - other) <= by for one, other in zip(values, wanted, strict=True))


def plain(width: int = 300, height: int = 200) -> pyvips.Image:
    return (pyvips.Image.black(width, height) + RED).cast("uchar").copy(interpretation="srgb")


@pytest.mark.parametrize("form", ["tif", "png"])
def test_sixteen_bits_are_the_same_tones_in_eight(tmp_path, form):
    deep = (plain() * 257).cast("ushort").copy(interpretation="rgb16")
    deep.write_to_file(str(tmp_path / f"a.{form}"))
    assert like(shown(tmp_path / f"a.{form}").getpixel((150, 100)), RED)


def test_sixteen_bit_grey_is_the_same_grey(tmp_path):
    grey = (pyvips.Image.black(300, 200) + 100 * 257).cast("ushort").copy(interpretation="grey16")
    grey.write_to_file(str(tmp_path / "a.tif"))
    picture = shown(tmp_path / "a.tif")
    assert picture.mode == "L"
    assert like(picture.getpixel((150, 100)), (100,))


def test_inks_become_the_colour_that_they_print(tmp_path):
    plain().icc_transform("cmyk", input_profile="srgb").write_to_file(str(tmp_path / "a.tif"))
    assert like(shown(tmp_path / "a.tif").getpixel((150, 100)), RED, by=14)


def test_a_wide_profile_is_honoured(tmp_path):
    plain().icc_transform("p3", input_profile="srgb").write_to_file(str(tmp_path / "a.tif"))
    with Picture.open(tmp_path / "a.tif") as kept:
        assert not like(kept.getpixel((150, 100)), RED, by=6)
    assert like(shown(tmp_path / "a.tif").getpixel((150, 100)), RED)


def test_a_profile_that_is_none_spoils_nothing(tmp_path):
    Picture.new("RGB", (300, 200), RED).save(tmp_path / "a.jpg", icc_profile=b"no profile at all" * 20, quality=95)
    assert like(shown(tmp_path / "a.jpg").getpixel((150, 100)), RED)


def test_what_is_transparent_lies_on_white(tmp_path):
    Picture.new("RGBA", (300, 200), (0, 0, 0, 0)).save(tmp_path / "a.png")
    assert like(shown(tmp_path / "a.png").getpixel((150, 100)), (255, 255, 255))


@pytest.mark.parametrize("turn", range(1, 9))
def test_whichever_way_it_was_scanned_its_top_left_is_top_left(tmp_path, turn):
    scan = Picture.new("L", (300, 200), 200)
    scan.paste(20, (0, 0, 100, 60))
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    stored = scan.transpose(Picture.Transpose(back[turn])) if turn in back else scan
    exif = Picture.Exif()
    exif[0x0112] = turn
    stored.save(tmp_path / "a.jpg", exif=exif, quality=95)
    picture = shown(tmp_path / "a.jpg")
    assert picture.size == (300, 200)
    assert like(picture.getpixel((30, 20)), (20,))
    assert like(picture.getpixel((270, 180)), (200,))


@pytest.mark.parametrize("form", ["jpg", "png", "tif", "webp"])
def test_a_file_that_is_cut_short_leaves_nothing_behind(tmp_path, form):
    path = tmp_path / f"a.{form}"
    noise = pyvips.Image.gaussnoise(600, 400, mean=128, sigma=40).cast("uchar")
    noise.bandjoin([noise, noise]).copy(interpretation="srgb").write_to_file(str(path))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(NotAPicture, match=path.name):
        shown(path)
    assert [one for one in (tmp_path / "out").rglob("*") if one.is_file()] == []


def test_a_cover_has_the_picture_s_tones_and_nothing_to_make_out(tmp_path):
    scan = Picture.new("L", (1200, 800), 230)
    for place in range(0, 1200, 8):
        scan.paste(20, (place, 0, place + 4, 800))
    scan.save(tmp_path / "a.png")
    cover = shown(tmp_path / "a.png", COVER.name)
    low, high = cover.convert("L").getextrema()
    assert high - low < 20
    assert 90 < cover.resize((1, 1)).convert("L").getpixel((0, 0)) < 160


def test_what_is_no_pyramid_of_ours_is_refused(tmp_path):
    plain().write_to_file(str(tmp_path / "a.tif"))
    (tmp_path / "b.tif").write_bytes(b"MM\x00*" + bytes(20))
    for name in ("a.tif", "b.tif"):
        with pytest.raises(NotAPyramid):
            pyramid_at(tmp_path / name)


def test_credit_in_any_script_stands_in_the_file_and_breaks_no_markup():
    jpeg = BytesIO()
    Picture.new("L", (8, 8)).save(jpeg, "JPEG")
    body = signed(jpeg.getvalue(), packet(credit='赠 <O\'Neil & "Sons">', rights="©", statement="https://x/?a&b"))
    with Picture.open(BytesIO(body)) as picture:
        told = "".join(ElementTree.fromstring(picture.info["xmp"].decode().strip("\ufeff")).itertext())
    assert told == '©赠 <O\'Neil & "Sons">https://x/?a&b'
    with pytest.raises(ValueError, match="fit"):
        signed(jpeg.getvalue(), packet(credit="x" * 70_000))
    with pytest.raises(ValueError, match="JPEG"):
        signed(b"RIFF", b"")
