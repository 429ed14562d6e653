"""The Image API on real pictures: what comes back is the picture, as asked for, and only for those who may see it."""

from __future__ import annotations

from io import BytesIO

import pytest
from factories import make_photo
from pictures import bring_in, draw, scan
from PIL import Image as Picture
from PIL import ImageChops, ImageStat

from archive.models import Image, Rights
from archive.publishing import withdraw

pytestmark = pytest.mark.django_db


@pytest.fixture
def image() -> Image:
    return scan(make_photo(), size=(1100, 700))


def fetched(client, image: Image, path: str) -> Picture.Image:
    answer = client.get(f"/iiif/3/{image.key}/{path}")
    assert answer.status_code == 200, answer.content
    return Picture.open(BytesIO(answer.content))


def unlike(one: Picture.Image, other: Picture.Image) -> float:
    """The mean difference of two pictures, of 255."""
    return max(ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB"))).mean)


def test_info_json_says_what_there_is(visitor, image):
    answer = visitor.get(f"/iiif/3/{image.key}/info.json")
    said = answer.json()
    assert said["id"] == f"http://testserver/iiif/3/{image.key}"
    assert (said["type"], said["profile"], said["width"], said["height"]) == ("ImageService3", "level2", 1100, 700)
    assert said["tiles"] == [{"type": "Tile", "width": 256, "scaleFactors": [1, 2, 4, 8]}]
    assert {"type": "Size", "width": 550, "height": 350} in said["sizes"]
    assert said["rights"] == "http://rightsstatements.org/vocab/NKC/1.0/"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Content-Type"] == "application/json"


def test_info_json_is_linked_data_for_those_who_ask_for_it(visitor, image):
    answer = visitor.get(f"/iiif/3/{image.key}/info.json", headers={"accept": "application/ld+json"})
    assert answer["Content-Type"].startswith("application/ld+json")
    assert "Accept" in answer["Vary"]


def test_the_pictures_own_address_leads_to_its_description(visitor, image):
    answer = visitor.get(f"/iiif/3/{image.key}")
    assert (answer.status_code, answer["Location"]) == (303, f"/iiif/3/{image.key}/info.json")


@pytest.mark.parametrize("tile", [(0, 0, 256, 256), (512, 0, 512, 512), (512, 256, 256, 256), (1024, 512, 76, 188)])
def test_a_tile_is_that_part_of_the_picture(visitor, tmp_path, tile):
    drawing = draw((1100, 700))
    drawing.save(tmp_path / "a.png")
    image = bring_in(tmp_path / "a.png", make_photo())
    left, top, width, height = tile
    scale = max(width, height) // 256 or 1
    got = fetched(visitor, image, f"{left},{top},{width},{height}/{width // scale},{height // scale}/0/default.jpg")
    wanted = drawing.crop((left, top, left + width, top + height)).resize(got.size, Picture.Resampling.BOX)
    assert unlike(got, wanted) < 4


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_tiles_of_grey_and_printed_colour_look_like_their_master(visitor, tmp_path, mode):
    draw((600, 600), mode).save(tmp_path / "a.tif")
    image = bring_in(tmp_path / "a.tif", make_photo())
    tile, whole = (
        fetched(visitor, image, "0,0,256,256/256,256/0/default.jpg"),
        fetched(visitor, image, "full/max/0/default.png"),
    )
    assert unlike(tile, whole.crop((0, 0, 256, 256))) < 4


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_it_is_turned_clockwise_after_it_was_mirrored(visitor, image, turn):
    plain = fetched(visitor, image, "full/220,140/0/default.png")
    turned = fetched(visitor, image, f"full/220,140/!{turn}/default.png")
    mirrored = plain.transpose(Picture.Transpose.FLIP_LEFT_RIGHT)
    assert unlike(turned, mirrored.rotate(-turn, expand=True)) < 1


def test_grey_and_black_and_white(visitor, image):
    assert fetched(visitor, image, "full/200,/0/gray.jpg").mode == "L"
    colours = fetched(visitor, image, "full/200,/0/bitonal.png").getcolors()
    assert {colour for _count, colour in colours} == {0, 255}


@pytest.mark.parametrize(("form", "name"), [("jpg", "JPEG"), ("png", "PNG"), ("webp", "WEBP")])
def test_each_format_is_what_it_is_called(visitor, image, form, name):
    assert fetched(visitor, image, f"full/100,/0/default.{form}").format == name


def test_one_picture_has_one_canonical_address(visitor, image):
    for path in (
        "0,0,1100,700/550,350/0/default.jpg",
        "full/550,/360/default.jpg",
        "pct:0,0,100,100/pct:50/0/default.jpg",
    ):
        link = visitor.get(f"/iiif/3/{image.key}/{path}")["Link"]
        assert f'<http://testserver/iiif/3/{image.key}/full/550,350/0/default.jpg>;rel="canonical"' in link


@pytest.mark.parametrize("path", ["1,2,3/max/0/default.jpg", "full/2000,/0/default.jpg", "full/max/7/default.jpg",
                                  "full/max/0/default.tif"])  # fmt: skip
def test_what_cannot_be_asked_is_400_and_kept_by_nobody(visitor, image, path):
    answer = visitor.get(f"/iiif/3/{image.key}/{path}")
    assert answer.status_code == 400
    assert "no-store" in answer["Cache-Control"]


def test_what_one_has_to_ask_for_is_never_larger_than_published(visitor, image):
    large = scan(make_photo(), size=(4000, 1000))
    Rights.objects.create(photo=large.photo, term="InC")
    said = visitor.get(f"/iiif/3/{large.key}/info.json").json()
    assert (said["width"], said["height"]) == (2000, 500)
    assert visitor.get(f"/iiif/3/{large.key}/0,0,4000,1000/2001,/0/default.jpg").status_code == 400
    # The tile at this place is of the reduced picture: a quarter of the print's pixels, not a detail of the scan.
    assert visitor.get(f"/iiif/3/{large.key}/2048,0,256,256/256,256/0/default.jpg").status_code == 400


def test_public_pictures_are_kept_a_day_and_bring_no_cookie(visitor, image):
    answer = visitor.get(f"/iiif/3/{image.key}/0,0,256,256/256,256/0/default.jpg")
    assert answer["Cache-Control"] == "public, max-age=86400"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


def test_staff_see_what_is_not_public_and_nobody_may_keep_it(visitor, as_user, volunteer):
    draft = scan(make_photo(published=False))
    address = f"/iiif/3/{draft.key}/0,0,256,256/256,256/0/default.jpg"
    assert visitor.get(address).status_code == 404
    answer = as_user(volunteer).get(address)
    assert answer.status_code == 200
    assert "private" in answer["Cache-Control"]
    assert "no-store" in answer["Cache-Control"]


def test_a_withdrawal_ends_every_address_of_a_picture_on_the_next_request(visitor, image):
    paths = ("", "/info.json", "/full/max/0/default.jpg", "/0,0,256,256/256,256/0/default.jpg")
    before = [f"/iiif/3/{image.key}{path}" for path in paths]
    assert [visitor.get(address).status_code for address in before] == [303, 200, 200, 200]
    withdraw(image.photo, by=None, reason="The family asked")
    image.refresh_from_db()
    after = [f"/iiif/3/{image.key}{path}" for path in paths]
    assert {visitor.get(address).status_code for address in before + after} == {404}


def test_hidden_and_unknown_pictures_are_answered_alike(visitor, image):
    Image.objects.filter(pk=image.pk).update(is_hidden=True)
    hidden, unknown = (visitor.get(f"/iiif/3/{key}/info.json") for key in (image.key, "0" * 32))
    assert hidden.status_code == 404
    assert (hidden.content, dict(hidden.headers)) == (unknown.content, dict(unknown.headers))


def test_a_whole_picture_carries_credit_and_rights(visitor, image):
    body = visitor.get(f"/iiif/3/{image.key}/full/max/0/default.jpg").content
    assert b"<photoshop:Credit>Gift of a family, " in body
    assert b"<xmpRights:WebStatement>https://rightsstatements.org/vocab/NKC/1.0/" in body
    assert f"http://testserver{image.photo.get_absolute_url()}".encode() in body
    Picture.open(BytesIO(body)).load()


def test_a_lost_pyramid_is_not_found(visitor, image, settings):
    for path in settings.DERIVATIVES_ROOT.rglob("*pyramid.tif"):
        path.unlink()
    assert visitor.get(f"/iiif/3/{image.key}/info.json").status_code == 404
