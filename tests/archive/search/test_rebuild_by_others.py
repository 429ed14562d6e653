"""Many photographs are drafted by other processes: the index is the same as when one does it all."""

from __future__ import annotations

import pytest
from django.forms.models import model_to_dict
from factories import indexed, make_accession, make_code, make_dating, make_mention, make_photo, make_place

from archive.models import Card, FacetTerm, Photo, SearchEntry, Tombstone
from archive.search import rebuilding
from archive.search.rebuilding import rebuild

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def photos() -> list[Photo]:
    gift, place = make_accession(), make_place("Liuzhou", ("柳州", "hant"))
    photos = [make_photo(accession=gift, caption=f"Refugees {turn}") for turn in range(7)]
    for turn, photo in enumerate(photos):
        make_dating(photo, f"194{turn}")
        make_mention(photo, place)
        make_code(photo, f"070414{turn}0/B")
    indexed(*photos)
    return photos


@pytest.fixture(autouse=True)
def _few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuilding, "MANY", 1)
    monkeypatch.setattr(rebuilding, "AT_ONCE", 2)


def rows() -> list[dict]:
    found = [row for model in (SearchEntry, Card, FacetTerm) for row in model.objects.order_by("pk")]
    return [model_to_dict(row) | {"pk": row.pk} for row in found]


def test_what_others_draft_is_what_was_there(photos):
    before = rows()
    SearchEntry.objects.all().delete()
    told: list[int] = []
    assert rebuild(told.append) == len(photos)
    assert told == [2, 4, 6, 7]
    assert rows() == before


def test_what_is_public_no_longer_goes_and_leaves_a_tombstone(photos):
    Photo.objects.filter(pk=photos[3].pk).update(state=Photo.State.WITHDRAWN)
    rebuild()
    assert not SearchEntry.objects.filter(pk=photos[3].pk).exists()
    assert Tombstone.objects.get().number == photos[3].number
    assert SearchEntry.objects.count() == len(photos) - 1


def test_what_goes_wrong_with_another_is_said_and_nothing_is_changed(photos, monkeypatch):
    before = rows()
    monkeypatch.setattr(rebuilding, "draft", int)  # which no list of keys can be made into
    with pytest.raises(TypeError):
        rebuild()
    assert rows() == before
