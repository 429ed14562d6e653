"""Manifests and collections: right by the standard's own data model, whole, and only of what the public may see."""

from __future__ import annotations

import iiif_prezi3
import pytest
from django.urls import reverse
from factories import (
    indexed,
    make_campaign,
    make_dating,
    make_image,
    make_link,
    make_mention,
    make_photo,
    make_place,
    make_transcription,
    needs_campaigns,
)

from archive.interop import presentation
from archive.models import Image, Photo
from archive.publishing import withdraw

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo() -> Photo:
    photo = make_photo(title="Ferry at Liuzhou", description="A ferry with mules.", size_words="203 × 254 mm")
    make_image(photo, width=4000, height=3000)
    make_image(photo, side="verso")
    make_dating(photo, "1944-11")
    make_transcription(photo, carrier="recto", text="Ferry")
    make_transcription(photo, carrier="verso", text="柳州渡口", language="zh-Hant")
    make_transcription(photo, text="FERRY AT LIUCHOW")
    indexed(photo)
    return photo


def told(client, photo: Photo) -> dict:
    return client.get(reverse("iiif-manifest", args=[photo.number])).json()


def test_a_manifest_is_right_by_the_standards_data_model(visitor, photo):
    answer = visitor.get(reverse("iiif-manifest", args=[photo.number]))
    iiif_prezi3.Manifest(**answer.json())
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Ferry" in answer.content.decode()


def test_a_manifest_says_whose_it_is_when_and_under_which_rights(visitor, photo):
    said = told(visitor, photo)
    assert said["label"] == {"en": ["Ferry at Liuzhou"]}
    assert said["requiredStatement"]["value"] == {"en": [f"Gift of a family, {photo.number}"]}
    assert said["rights"] == "http://rightsstatements.org/vocab/NKC/1.0/"
    assert said["navDate"] == "1944-11-01T00:00:00Z"
    assert said["summary"] == {"en": ["A ferry with mules."]}
    assert said["homepage"][0]["id"] == f"http://testserver{photo.get_absolute_url()}"
    assert said["thumbnail"][0]["id"].endswith("card.webp")
    assert said["provider"][0]["type"] == "Agent"


def test_front_and_back_are_canvases_with_a_picture_that_can_be_zoomed(visitor, photo):
    front, back = told(visitor, photo)["items"]
    assert (front["label"], back["label"]) == ({"en": ["Front"]}, {"en": ["Back"]})
    body = front["items"][0]["items"][0]["body"]
    key = photo.images.get(side="recto").key
    assert body["service"][0]["id"] == f"http://testserver/iiif/3/{key}"
    assert (front["width"], body["width"]) == (4000, 3200)


def test_what_is_written_stands_on_its_side_in_its_language(visitor, photo):
    front, back = told(visitor, photo)["items"]
    words = [note["body"] for canvas in (front, back) for note in canvas["annotations"][0]["items"]]
    assert [body["value"] for body in words] == ["Ferry", "柳州渡口", "FERRY AT LIUCHOW"]
    assert words[1]["language"] == "zh-Hant"


def test_a_side_that_is_kept_back_is_no_canvas_and_its_words_are_nowhere(visitor, photo):
    verso = photo.images.get(side="verso")
    Image.objects.filter(pk=verso.pk).update(is_hidden=True)
    indexed(photo)
    said = told(visitor, photo)
    assert len(said["items"]) == 1
    body = str(said) + visitor.get(photo.get_absolute_url()).content.decode()
    assert verso.key not in body
    assert "柳州渡口" not in body
    assert photo.number not in visitor.get("/photos/?q=渡口").content.decode()
    assert "FERRY AT LIUCHOW" in body


def test_a_picture_that_may_distress_is_covered_in_thumbnails(visitor, photo):
    Photo.objects.filter(pk=photo.pk).update(sensitivity=["human_remains"])
    indexed(photo)
    said = told(visitor, photo)
    listed = visitor.get(reverse("iiif-collection", args=["accession", photo.accession.number])).json()
    assert said["thumbnail"][0]["id"].endswith("cover.jpg")
    assert listed["items"][0]["thumbnail"][0]["id"].endswith("cover.jpg")


@pytest.mark.parametrize("state", ["draft", "withdrawn", "pictureless"])
def test_what_is_not_public_or_has_no_picture_has_no_manifest(visitor, state):
    photo = make_photo(published=state != "draft")
    if state != "pictureless":
        make_image(photo)
    if state == "withdrawn":
        withdraw(photo, by=None, reason="The family asked")
    assert visitor.get(reverse("iiif-manifest", args=[photo.number])).status_code == 404
    assert visitor.get(reverse("iiif-collection", args=["accession", photo.accession.number])).status_code == 404


def collected(visitor, kind: str, value) -> list[str]:
    """The photographs' manifests that a collection lists."""
    said = visitor.get(reverse("iiif-collection", args=[kind, value])).json()
    iiif_prezi3.Collection(**said)
    return [one["id"] for one in said["items"]]


def test_collections_of_a_gift_and_a_place_list_their_photographs(visitor, photo):
    place = make_place("Liuzhou", parent=make_place("Guangxi"))
    make_mention(photo, place)
    indexed(photo)
    for kind, value in {"accession": photo.accession.number, "place": place.parent_id}.items():
        assert collected(visitor, kind, value) == [f"http://testserver/iiif/3/photos/{photo.number}/manifest.json"]


@needs_campaigns
def test_the_collection_of_a_campaign_lists_its_photographs(visitor, photo):
    campaign = make_campaign("Ichi-Go")
    make_link(photo, campaign)
    indexed(photo)
    manifest = f"http://testserver/iiif/3/photos/{photo.number}/manifest.json"
    assert collected(visitor, "campaign", campaign.pk) == [manifest]


@needs_campaigns
def test_a_campaign_that_is_not_published_has_no_collection(visitor, photo):
    campaign = make_campaign("Ichi-Go", state="proposed")
    make_link(photo, campaign)
    indexed(photo)
    assert visitor.get(reverse("iiif-collection", args=["campaign", campaign.pk])).status_code == 404


@pytest.mark.parametrize("path", ["place/x", "place/999999", "nothing/1", "accession/1.1", "year/99999"])
def test_what_there_is_none_of_is_not_found(visitor, photo, path):
    assert visitor.get(f"/iiif/3/collections/{path}/collection.json").status_code == 404


def test_a_long_collection_comes_in_parts(visitor, photo, monkeypatch):
    monkeypatch.setattr(presentation, "_AT_ONCE", 1)
    other = make_photo(accession=photo.accession)
    make_image(other)
    indexed(other)
    address = reverse("iiif-collection", args=["accession", photo.accession.number])
    parts = visitor.get(address).json()
    iiif_prezi3.Collection(**parts)
    found = [visitor.get(part["id"]).json()["items"][0]["label"] for part in parts["items"]]
    assert found == [{"en": [photo.title]}, {"en": [other.title]}]
    assert visitor.get(f"{address}?part=3").status_code == 404
    assert visitor.get(f"{address}?part=²").status_code == 404
