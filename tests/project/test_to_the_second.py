"""An embargo opens to the second, by the database's clock, on twelve surfaces, without any job that runs."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from factories import (
    indexed,
    make_accession,
    make_campaign,
    make_code,
    make_collection,
    make_image,
    make_link,
    make_mention,
    make_photo,
    make_place,
    make_scheme,
)

from archive.images.specs import CARD
from archive.models import Derivative, Photo, SearchEntry

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

SECONDS = 20


def database_time() -> datetime:
    """What the database's clock says."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]


@pytest.fixture
def surfaces(settings) -> tuple[Photo, dict[str, Callable[[], bool]]]:
    """A photograph with something of everything, and for each surface whether it shows it."""
    settings.DERIVATIVES_ROOT.mkdir(parents=True)
    (settings.DERIVATIVES_ROOT / "x").write_bytes(b"bytes")
    gift = make_accession(collection=make_collection())
    photo = make_photo(accession=gift, title="Marabou bridge", caption="Mules by the river")
    place, scheme, campaign = make_place("Liuzhou"), make_scheme(), make_campaign("Ichi-Go")
    make_mention(photo, place, as_written="Liuchow")
    code, image = make_code(photo, "07041420/A", scheme), make_image(photo)
    make_link(photo, campaign)
    Derivative.objects.create(image=image, spec=CARD.name, path="x", width=1, height=1, size=5)
    indexed(photo)
    pages = {
        "page": photo.get_absolute_url(),
        "list": "/photos/",
        "search": "/photos/?q=marabou",
        "facet": f"/photos/?place={place.pk}",
        "front page": "/",
        "collection": gift.collection.get_absolute_url(),
        "place": place.get_absolute_url(),
        "campaign": campaign.get_absolute_url(),
        "code": code.get_absolute_url(),
        "sitemap": "/sitemap-photographs.xml",
        "feed": "/feeds/new.atom",
    }
    client = Client()

    def shows(url: str) -> Callable[[], bool]:
        return lambda: photo.number.encode() in client.get(url).content and client.get(url).status_code == 200

    found = {name: shows(url) for name, url in pages.items()}
    found["picture"] = lambda: client.get(reverse("picture", args=[image.key, CARD.file_name])).status_code == 200
    return photo, found


def told(found: dict[str, Callable[[], bool]], until: datetime | None = None) -> dict[str, bool]:
    """What each surface shows; with `until`, only those asked before that moment count."""
    shown = {}
    for name, shows in found.items():
        if until is None or database_time() < until - timedelta(seconds=0.5):
            shown[name] = shows()
    return shown


def test_twelve_surfaces_open_at_the_second(surfaces):
    photo, found = surfaces
    assert set(told(found).values()) == {True}
    opens = database_time() + timedelta(seconds=SECONDS)
    SearchEntry.objects.filter(pk=photo.pk).update(public_from=opens, small_from=opens, full_from=opens)
    before = told(found, until=opens)
    assert set(before.values()) == {False}
    assert len(before) == len(found) == 12
    time.sleep(max(0.0, (opens - database_time()).total_seconds()))
    assert [name for name, shown in told(found).items() if not shown] == []
