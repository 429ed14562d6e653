"""Pages have a budget of queries, whatever the number of photographs."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from factories import (
    indexed,
    make_accession,
    make_agent,
    make_campaign,
    make_code,
    make_collection,
    make_dating,
    make_image,
    make_link,
    make_mention,
    make_photo,
    make_place,
    make_scheme,
    make_transcription,
)

from archive.models import CodeReading, Correction, CustodyEvent, Dating, PlaceMention, Relation, Source, Subject
from archive.publishing import publish

pytestmark = pytest.mark.django_db


def fill(count: int) -> list:
    """Photographs that have something of everything."""
    gift = make_accession(collection=make_collection())
    place = make_place("Liuzhou", ("柳州", "hant"), ("Liuchow", "postal"), parent=make_place("Guangxi"))
    campaign, scheme = make_campaign("Operation Ichi-Go"), make_scheme()
    photos = []
    for turn in range(count):
        photo = make_photo(accession=gift, caption=f"Caption {turn}", published=False)
        make_image(photo)
        make_dating(photo, "1944-23")
        make_mention(photo, place)
        make_code(photo, f"0704{turn:04}/A", scheme)
        make_link(photo, campaign)
        make_transcription(photo, text="Another hand", layer="later_hand")
        publish(photo, by=None)
        photos.append(photo)
    return photos


@pytest.mark.parametrize("count", [3, 60])
@pytest.mark.parametrize("address", ["", "?q=caption", "?q=Liuchow", "?q=柳州&year=1944&order=date", "?page=2"])
def test_the_gallery_needs_at_most_six_queries(visitor, django_assert_max_num_queries, count, address):
    fill(count)
    with django_assert_max_num_queries(6):
        page = visitor.get(f"/photos/{address}")
    assert page.context["total"] == count


@pytest.mark.parametrize("count", [3, 60])
def test_each_way_out_of_nothing_found_that_is_tried_costs_two_queries(visitor, django_assert_max_num_queries, count):
    fill(count)
    with django_assert_max_num_queries(8 + 2 * 7):  # "caption", and each word left out, and each alone
        page = visitor.get("/photos/?q=Liuchow+captiom+zeppelin")
    assert [way.text for way in page.context["ways_out"]] == ["Only “Liuchow”"]


def test_the_gallery_with_a_name_and_every_filter_needs_at_most_six_queries(visitor, django_assert_max_num_queries):
    photo = fill(5)[0]
    place, campaign = photo.place_mentions.get().place, photo.campaign_links.get().campaign
    address = {"q": "柳州", "place": place.pk, "campaign": campaign.pk, "collection": photo.accession.collection.pk}
    with django_assert_max_num_queries(6):
        page = visitor.get("/photos/", address | {"use": "yes", "year": "1944"})
    assert photo.number in page.content.decode()


def test_the_photo_page_needs_at_most_fifteen_queries(visitor, django_assert_max_num_queries):
    photo, *others = fill(12)
    source = Source.objects.create(title="A letter", kind="letter")
    for model in (Dating, PlaceMention, CodeReading):
        model.objects.update(source=source)
    for number, other in enumerate(others):
        agent = make_agent(f"Person {number}")
        Subject.objects.create(photo=photo, agent=agent, basis="caption", source=source)
        make_dating(photo, f"19{40 + number % 5}", source=source)
        make_mention(photo, make_place(f"Town {number}"), source=source, role="mentioned")
        make_code(photo, f"SC {number}", make_scheme(), source=source)
        make_link(photo, make_campaign(f"Campaign {number}"), source=source)
        Relation.objects.create(photo=photo, other=other, kind="same_event")
        CustodyEvent.objects.create(photo=photo, from_words=f"Hand {number}")
        helped = Correction(photo=photo, about="title", kind="title", label="Title", told=f"Title {number}")
        Correction.objects.keep(helped)
    photo.transcriptions.update(source=source)
    Correction.objects.update(state="accepted", made="title", answered_at=timezone.now())
    indexed(photo)
    with django_assert_max_num_queries(15):
        assert visitor.get(f"/photos/{photo.number}/").status_code == 200


def test_the_queue_of_corrections_needs_as_many_queries_for_fifty_as_for_one(
    as_user, curator, django_assert_num_queries
):
    photos, client = fill(2), as_user(curator)
    for turn in range(50):
        told = Correction(photo=photos[turn % 2], about="title", kind="title", label="Title", told=f"Title {turn}")
        Correction.objects.keep(told)
        if turn == 0:
            with CaptureQueriesContext(connection) as one:
                assert client.get("/desk/corrections/").status_code == 200
    with django_assert_num_queries(len(one)):
        assert client.get("/desk/corrections/").status_code == 200
