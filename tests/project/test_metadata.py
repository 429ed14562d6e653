"""What scanners and cameras wrote into a master stays in the master: no word of it is in any public byte."""

from __future__ import annotations

import struct
from io import BytesIO
from pathlib import Path

import pytest
from django.test import Client
from factories import make_photo
from pictures import bring_in, draw
from PIL import Image as Picture
from PIL import ImageCms, PngImagePlugin, TiffImagePlugin

from archive.images.specs import PUBLISHED
from archive.models import Image

pytestmark = pytest.mark.django_db

CANARY = "Canarywort"
SPELLINGS = [CANARY.encode(form) for form in ("ascii", "utf-16-le", "utf-16-be")]
ALLOWED = {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "xmp"}
ALLOWED |= {"loop", "background", "timestamp", "duration"}
"""Ours, or said of every file of the format."""
XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    f'<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:source="{CANARY}"/></rdf:RDF></x:xmpmeta>'
).encode()
IPTC = b"\x1c\x02\x78" + struct.pack(">H", len(CANARY)) + CANARY.encode()
PHOTOSHOP = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(IPTC)) + IPTC + b"\x00" * (len(IPTC) % 2)
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes() + CANARY.encode()


def exif() -> Picture.Exif:
    """Description, artist, comment, maker note, and a place on earth."""
    tags = Picture.Exif()
    for tag in (0x010E, 0x013B, 0x8298, 0x9C9B, 0x010F, 0x0110):
        tags[tag] = CANARY if tag != 0x9C9B else CANARY.encode("utf-16-le")
    tags.get_ifd(0x8769).update({0x9286: b"ASCII\x00\x00\x00" + CANARY.encode(), 0x927C: CANARY.encode()})
    tags.get_ifd(0x8825).update({1: "N", 2: (24.0, 19.0, 1.0), 3: "E", 4: (109.0, 24.0, 1.0), 27: CANARY.encode()})
    return tags


def jpeg(path: Path) -> None:
    marker = b"\xff\xed" + struct.pack(">H", len(PHOTOSHOP) + 16) + b"Photoshop 3.0\x00" + PHOTOSHOP
    saved = {"exif": exif(), "comment": CANARY, "icc_profile": PROFILE, "xmp": XMP, "extra": marker}
    draw((400, 300)).save(path, "JPEG", **saved)


def png(path: Path) -> None:
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", CANARY)
    words.add_text("Author", CANARY, zip=True)
    words.add_itxt("Description", CANARY, lang="en", tkey="Description")
    words.add_itxt("XML:com.adobe.xmp", XMP.decode())
    draw((400, 300)).save(path, "PNG", pnginfo=words, exif=exif(), icc_profile=PROFILE)


def tiff(path: Path) -> None:
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    for tag in (270, 271, 272, 285, 305, 315, 316, 33432):
        tags[tag] = CANARY
    for tag, value in {700: XMP, 33723: IPTC, 34377: PHOTOSHOP, 37510: CANARY.encode()}.items():
        tags.tagtype[tag] = 7
        tags[tag] = value
    draw((400, 300)).save(path, "TIFF", tiffinfo=tags, icc_profile=PROFILE)


def webp(path: Path) -> None:
    draw((400, 300)).save(path, "WEBP", exif=exif().tobytes(), icc_profile=PROFILE, xmp=XMP)


def served(image: Image) -> dict[str, bytes]:
    """Every public byte of a picture, and of the pages that tell of it."""
    key, number = image.key, image.photo.number
    paths = [f"/pictures/{key}/{name}" for name in PUBLISHED]
    cuts = ("full/max", "0,0,256,256/256,256", "10,10,100,100/50,")
    paths += [f"/iiif/3/{key}/{cut}/0/default.{form}" for cut in cuts for form in ("jpg", "png", "webp")]
    paths += [f"/iiif/3/{key}/info.json", f"/iiif/3/photos/{number}/manifest.json", f"/photos/{number}/", "/photos/"]
    answers = {path: Client().get(path) for path in paths}
    assert {answer.status_code for answer in answers.values()} == {200}
    return {path: answer.getvalue() for path, answer in answers.items()}


@pytest.mark.parametrize("make", [jpeg, png, tiff, webp])
def test_no_word_of_a_masters_metadata_is_in_any_public_byte(tmp_path, make):
    source = tmp_path / "print"
    make(source)
    assert any(spelling in source.read_bytes() for spelling in SPELLINGS)
    bodies = served(bring_in(source, make_photo()))
    assert [path for path, body in bodies.items() for spelling in SPELLINGS if spelling in body] == []
    for path, body in bodies.items():
        if path.endswith(("jpg", "png", "webp")):
            with Picture.open(BytesIO(body)) as picture:
                assert set(picture.info) <= ALLOWED, path
                assert not picture.getexif(), path


@pytest.mark.parametrize("make", [jpeg, png, tiff, webp])
def test_no_word_of_it_lies_in_any_file_made_of_a_master(tmp_path, settings, make):
    make(tmp_path / "print")
    bring_in(tmp_path / "print", make_photo())
    files = [path for path in settings.DERIVATIVES_ROOT.rglob("*") if path.is_file()]
    assert len(files) == len(PUBLISHED) + 1
    assert [path.name for path in files for spelling in SPELLINGS if spelling in path.read_bytes()] == []
