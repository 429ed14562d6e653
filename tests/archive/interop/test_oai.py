"""What harvesters learn by OAI-PMH: all that is public, what no longer is as deleted, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from time import sleep

import pytest
from django.db import connection
from django.utils import timezone
from factories import (
    indexed,
    make_accession,
    make_agent,
    make_collection,
    make_dating,
    make_image,
    make_mention,
    make_photo,
    make_place,
)
from harvesting import OAI, PREFIX, as_of_old, error, harvested, listed, named, record, told

from archive.models import DeedOfGift, Photo, Rights, SearchEntry, Tombstone
from archive.models.search import Card
from archive.publishing import bring_back, publish, withdraw
from archive.search.indexing import reindexed
from archive.search.rebuilding import rebuild
from archive.vocabulary.exposure import Exposure

pytestmark = pytest.mark.django_db


def test_a_harvester_learns_of_a_withdrawal_as_a_deleted_record_without_a_title(visitor):
    photo = make_photo(title="Two spans down", description="Mules")
    assert listed(visitor) == {photo.number: ""}
    withdraw(photo, by=None, reason="The family asked")
    assert listed(visitor) == {photo.number: "deleted"}
    gone = record(visitor, photo)
    assert gone.find(f"{OAI}header").get("status") == "deleted"
    assert gone.find(f"{OAI}metadata") is None
    answers = [
        visitor.get("/oai", {"verb": verb, **PREFIX, **more}).content.decode()
        for verb, more in {"ListRecords": {}, "GetRecord": {"identifier": named(photo)}}.items()
    ]
    assert not [words for words in ("Two spans", "Mules", "family") if words in "".join(answers)]


def hidden_ones() -> list[Photo]:
    """Photographs that the public never saw, each for a reason of its own."""
    draft, coming, closed = (make_photo(published=False, title="Canarywort") for _ in range(3))
    Rights.objects.create(photo=coming, embargo_until=timezone.localdate() + timedelta(days=9))
    closed.accession.is_open = False
    closed.accession.save()
    Photo.objects.filter(pk__in=[coming.pk, closed.pk]).update(state="public")
    withdrawn = make_photo(published=False)
    withdraw(withdrawn, by=None, reason="Asked")
    indexed(draft, coming, closed, withdrawn)
    return [draft, coming, closed, withdrawn]


def test_what_never_was_public_is_unknown_by_every_verb(visitor):
    make_photo()
    hidden = hidden_ones()
    absent = {"identifier": "oai:testserver:1999.9.9"}
    assert not {photo.number for photo in hidden} & set(listed(visitor))
    for photo in hidden:
        for verb, more in {"GetRecord": PREFIX, "ListMetadataFormats": {}}.items():
            unknown = harvested(visitor, verb, **absent, **more).find(f"{OAI}error")
            found = harvested(visitor, verb, identifier=named(photo), **more).find(f"{OAI}error")
            assert found.attrib == unknown.attrib == {"code": "idDoesNotExist"}
            assert found.text == unknown.text
    bodies = [visitor.get("/oai", {"verb": verb, **PREFIX}).content for verb in ("ListRecords", "ListIdentifiers")]
    assert not [body for body in bodies if b"Canarywort" in body]


def test_a_set_that_only_hidden_photos_have_is_like_one_there_never_was(visitor):
    make_photo(accession=make_accession(collection=make_collection(slug="seen", title="Seen")))
    gift = make_accession(collection=make_collection(slug="unseen"))
    make_photo(accession=gift, published=False)
    gone = make_photo(accession=gift)
    withdraw(gone, by=None, reason="Asked")
    names = [one.text for one in harvested(visitor, "ListSets").iter(f"{OAI}setSpec")]
    assert names == ["seen"]
    assert [error(visitor, "ListRecords", set=name, **PREFIX) for name in ("unseen", "none")] == ["noRecordsMatch"] * 2
    assert record(visitor, gone).find(f"{OAI}header/{OAI}setSpec") is None


def test_a_set_lists_its_own_with_those_that_went(visitor):
    gift = make_accession(collection=make_collection(slug="haverly", title="Haverly & sons"))
    stays, goes, other = make_photo(accession=gift), make_photo(accession=gift), make_photo()
    withdraw(goes, by=None, reason="Asked")
    assert harvested(visitor, "ListSets").findtext(f".//{OAI}setName") == "Haverly & sons"
    assert listed(visitor, set="haverly") == {stays.number: "", goes.number: "deleted"}
    assert other.number in listed(visitor)
    assert record(visitor, goes).findtext(f"{OAI}header/{OAI}setSpec") == "haverly"


def test_what_is_published_again_is_live_again(visitor):
    photo = make_photo()
    withdraw(photo, by=None, reason="Asked")
    bring_back(photo, by=None)
    assert listed(visitor) == {photo.number: "deleted"}
    publish(photo, by=None)
    assert listed(visitor) == {photo.number: ""}
    assert told(visitor, photo)["title"] == ["A photograph"]


def test_a_record_says_what_the_page_says(visitor):
    photo = make_photo(title="Ferry at Liuzhou", description="A ferry with mules.")
    make_image(photo)
    make_dating(photo, "1944-11~")
    make_mention(photo, make_place("Liuzhou"), as_written="Liuchow")
    indexed(photo)
    assert told(visitor, photo) == {
        "title": ["Ferry at Liuzhou"],
        "identifier": [photo.number, f"http://testserver/photos/{photo.number}/"],
        "description": ["A ferry with mules."],
        "date": ["1944-11~"],
        "coverage": ["Liuchow", "Liuzhou"],
        "type": ["StillImage"],
        "rights": ["https://rightsstatements.org/vocab/NKC/1.0/"],
        "source": ["Gift of a family"],
    }


def test_a_photo_of_which_only_words_are_public_is_listed(visitor):
    photo = make_photo()
    DeedOfGift.objects.create(accession=photo.accession, allows=Exposure.WORDS, clause="Words only")
    make_image(photo)
    indexed(photo)
    assert SearchEntry.objects.open().get().full_from is not None
    assert told(visitor, photo)["title"] == ["A photograph"]


def stamp(client, photo: Photo) -> str:
    return record(client, photo).findtext(f"{OAI}header/{OAI}datestamp", "")


@pytest.mark.parametrize("what", ["title", "credit_line", "collection", "date"])
def test_whatever_changes_in_public_moves_the_stamp(visitor, what):
    photo, other = make_photo(), make_photo()
    as_of_old(photo, other)
    with reindexed(photo.accession):
        if what == "title":
            Photo.objects.filter(pk=photo.pk).update(title="Another")
        elif what == "date":
            make_dating(photo, "1944")
        else:
            setattr(photo.accession, what, make_collection() if what == "collection" else "Gift of a daughter")
            photo.accession.save()
    assert stamp(visitor, photo) > "2026"
    assert stamp(visitor, other) == "2025-03-01T00:00:00Z"


def test_what_the_public_does_not_see_moves_no_stamp_and_nor_does_an_index_made_anew(visitor):
    photo = make_photo()
    as_of_old(photo)
    with reindexed(photo):
        Photo.objects.filter(pk=photo.pk).update(condition="Torn")
        make_image(photo, is_hidden=True)
    rebuild()
    assert stamp(visitor, photo) == "2025-03-01T00:00:00Z"


def test_an_embargo_that_ends_by_the_clock_brings_a_record_with_the_moment_it_ended(visitor):
    photo = make_photo()
    Rights.objects.create(photo=photo, embargo_until=timezone.localdate() + timedelta(days=1))
    indexed(photo)
    assert listed(visitor) == {photo.number: "deleted"}
    as_of_old(photo)
    opened = timezone.now().replace(microsecond=0) - timedelta(minutes=1)
    SearchEntry.objects.filter(pk=photo.pk).update(public_from=opened, small_from=None, full_from=None)
    Card.objects.filter(pk=photo.pk).update(open_from=opened)
    assert listed(visitor, **{"from": opened.strftime("%Y-%m-%dT%H:%M:%SZ")}) == {photo.number: ""}
    assert stamp(visitor, photo) == opened.strftime("%Y-%m-%dT%H:%M:%SZ")


def test_who_closes_a_photo_that_opened_by_the_clock_gives_it_a_new_moment(visitor):
    photo = make_photo()
    Tombstone.objects.create(photo=photo, number=photo.number, since=datetime(2025, 1, 1, tzinfo=UTC))
    withdraw(photo, by=None, reason="Asked")
    assert stamp(visitor, photo) > "2026"


def test_a_donor_who_gave_unnamed_is_nowhere(visitor):
    donor = make_agent("Dora Donor", is_private=True)
    gift = make_accession(donor=donor, intermediary=donor, restrictions="Dora Donor", terms="Dora Donor")
    DeedOfGift.objects.create(accession=gift, is_anonymous=True)
    photo = make_photo(accession=gift)
    answers = [
        visitor.get("/oai", {"verb": "Identify"}),
        visitor.get("/oai", {"verb": "ListRecords", **PREFIX}),
        visitor.get("/oai", {"verb": "GetRecord", "identifier": named(photo), **PREFIX}),
    ]
    assert photo.number in answers[1].content.decode()
    assert not [answer for answer in answers if "Dora" in answer.content.decode()]


def test_an_answer_is_dated_before_whatever_is_being_saved_meanwhile(visitor):
    editor = connection.copy()
    try:
        editor.set_autocommit(False)
        with editor.cursor() as cursor:
            cursor.execute("SELECT pg_current_xact_id(), date_trunc('second', now())")
            began = cursor.fetchone()[1]
        sleep(1.1)
        dated = harvested(visitor, "Identify").findtext(f"{OAI}responseDate")
    finally:
        editor.close()
    assert dated == began.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def test_nothing_is_written_and_no_cookie_set(visitor):
    make_photo()
    answer = visitor.post("/oai", {"verb": "ListRecords", **PREFIX})
    assert not answer.cookies
    assert answer["Cache-Control"] == "public, no-cache"
    assert visitor.put("/oai").status_code == 405
