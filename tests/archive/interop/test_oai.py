"""What harvesters learn by OAI-PMH: all that is public, what no longer is as deleted, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from time import sleep
from xml.etree import ElementTree

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

from archive.interop import oai_lists
from archive.models import DeedOfGift, Photo, Rights, SearchEntry, Tombstone
from archive.models.search import Card
from archive.publishing import bring_back, publish, withdraw
from archive.search.indexing import reindexed
from archive.search.rebuilding import rebuild
from archive.vocabulary.exposure import Exposure

pytestmark = pytest.mark.django_db

OAI = "{http://www.openarchives.org/OAI/2.0/}"
DC = "{http://purl.org/dc/elements/1.1/}"
_PREFIX = {"metadataPrefix": "oai_dc"}


def harvested(client, verb: str, **arguments: str) -> ElementTree.Element:
    answer = client.get("/oai", {"verb": verb, **arguments})
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/xml")
    return ElementTree.fromstring(answer.content)


def error(client, verb: str, **arguments: str) -> str:
    found = harvested(client, verb, **arguments).find(f"{OAI}error")
    return "" if found is None else found.attrib["code"]


def named(photo: Photo) -> str:
    return f"oai:testserver:{photo.number}"


def record(client, photo: Photo) -> ElementTree.Element:
    found = harvested(client, "GetRecord", identifier=named(photo), **_PREFIX).find(f"{OAI}GetRecord/{OAI}record")
    assert found is not None
    return found


def told(client, photo: Photo) -> dict[str, list[str]]:
    """The Dublin Core of a photograph: the texts of each element."""
    texts: dict[str, list[str]] = {}
    for element in record(client, photo).findall(f"{OAI}metadata/*/*"):
        texts.setdefault(element.tag.removeprefix(DC), []).append(element.text or "")
    return texts


def listed(client, **arguments: str) -> dict[str, str]:
    """The status of all that ListIdentifiers names, by number, on all pages; live ones have none."""
    found: dict[str, str] = {}
    asked = _PREFIX | arguments
    while asked:
        body = harvested(client, "ListIdentifiers", **asked)
        for header in body.iter(f"{OAI}header"):
            number = header.findtext(f"{OAI}identifier", "").rsplit(":", 1)[1]
            assert number not in found
            found[number] = header.get("status", "")
        token = body.findtext(f"{OAI}ListIdentifiers/{OAI}resumptionToken")
        asked = {"resumptionToken": token} if token else {}
    return found


def test_a_harvester_learns_of_a_withdrawal_as_a_deleted_record_without_a_title(visitor):
    photo = make_photo(title="Two spans down", description="Mules")
    assert listed(visitor) == {photo.number: ""}
    withdraw(photo, by=None, reason="The family asked")
    assert listed(visitor) == {photo.number: "deleted"}
    gone = record(visitor, photo)
    assert gone.find(f"{OAI}header").get("status") == "deleted"
    assert gone.find(f"{OAI}metadata") is None
    answers = [
        visitor.get("/oai", {"verb": verb, **_PREFIX, **more}).content.decode()
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
        for verb, more in {"GetRecord": _PREFIX, "ListMetadataFormats": {}}.items():
            unknown = harvested(visitor, verb, **absent, **more).find(f"{OAI}error")
            found = harvested(visitor, verb, identifier=named(photo), **more).find(f"{OAI}error")
            assert found.attrib == unknown.attrib == {"code": "idDoesNotExist"}
            assert found.text == unknown.text
    bodies = [visitor.get("/oai", {"verb": verb, **_PREFIX}).content for verb in ("ListRecords", "ListIdentifiers")]
    assert not [body for body in bodies if b"Canarywort" in body]


def test_a_set_that_only_hidden_photos_have_is_like_one_there_never_was(visitor):
    make_photo(accession=make_accession(collection=make_collection(slug="seen", title="Seen")))
    gift = make_accession(collection=make_collection(slug="unseen"))
    make_photo(accession=gift, published=False)
    gone = make_photo(accession=gift)
    withdraw(gone, by=None, reason="Asked")
    names = [one.text for one in harvested(visitor, "ListSets").iter(f"{OAI}setSpec")]
    assert names == ["seen"]
    assert [error(visitor, "ListRecords", set=name, **_PREFIX) for name in ("unseen", "none")] == ["noRecordsMatch"] * 2
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


def as_of_old(*photos: Photo) -> None:
    """Let these have been written a year ago."""
    Card.objects.filter(pk__in=[photo.pk for photo in photos]).update(changed_at=datetime(2025, 3, 1, tzinfo=UTC))


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


def test_a_list_goes_on_until_all_were_told_once_and_what_changed_meanwhile_again(visitor, monkeypatch):
    monkeypatch.setattr(oai_lists, "AT_ONCE", 2)
    gift = make_accession()
    photos = [make_photo(accession=gift) for _ in range(5)]
    as_of_old(*photos)
    withdraw(photos[1], by=None, reason="Asked")
    assert listed(visitor) == {photo.number: "deleted" if photo == photos[1] else "" for photo in photos}
    body = harvested(visitor, "ListRecords", **_PREFIX)
    seen = [one.text for one in body.iter(f"{OAI}identifier")]
    with reindexed(photos[0]):
        Photo.objects.filter(pk=photos[0].pk).update(title="Another")
    while token := body.findtext(f".//{OAI}resumptionToken"):
        body = harvested(visitor, "ListRecords", resumptionToken=token)
        seen += [one.text for one in body.iter(f"{OAI}identifier")]
    assert body.find(f".//{OAI}resumptionToken") is not None
    assert sorted(seen) == sorted([*map(named, photos), named(photos[0])])


def test_from_and_until_are_both_within(visitor):
    photos = [make_photo() for _ in range(3)]
    for day, photo in enumerate(photos, start=1):
        Card.objects.filter(pk=photo.pk).update(changed_at=datetime(2025, 3, day, 12, tzinfo=UTC))
    first, second, third = (photo.number for photo in photos)
    assert set(listed(visitor, **{"from": "2025-03-02"})) == {second, third}
    assert set(listed(visitor, until="2025-03-02")) == {first, second}
    assert set(listed(visitor, **{"from": "2025-03-02T12:00:00Z", "until": "2025-03-02T12:00:00Z"})) == {second}
    assert error(visitor, "ListRecords", **{"from": "2025-03-02T12:00:01Z", "until": "2025-03-03T11:59:59Z"}, **_PREFIX)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("", "badVerb"),
        ("verb=Nothing", "badVerb"),
        ("verb=Identify&verb=Identify", "badVerb"),
        ("verb=Identify&set=x", "badArgument"),
        ("verb=ListRecords", "badArgument"),
        ("verb=GetRecord&metadataPrefix=oai_dc", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2025-02-30", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2025-03-02&until=2025-03-01", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2025-03-02&until=2025-03-03T00:00:00Z", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=%00", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=a%20b", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x", "badArgument"),
        ("verb=ListRecords&resumptionToken=x", "badResumptionToken"),
        ("verb=ListSets&resumptionToken=x", "badResumptionToken"),
        ("verb=ListRecords&metadataPrefix=marc", "cannotDisseminateFormat"),
        ("verb=GetRecord&metadataPrefix=marc&identifier=x", "cannotDisseminateFormat"),
        ("verb=GetRecord&metadataPrefix=oai_dc&identifier=x", "idDoesNotExist"),
        ("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:elsewhere:2026.1.1", "idDoesNotExist"),
        ("verb=ListMetadataFormats&identifier=oai:testserver:1999.9.9", "idDoesNotExist"),
        ("verb=ListRecords&metadataPrefix=oai_dc&until=0001-01-01", "noRecordsMatch"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=9999-12-31", "noRecordsMatch"),
        ("verb=ListSets", "noSetHierarchy"),
    ],
)
def test_each_error_of_the_protocol_is_an_answer_of_it(visitor, query, code):
    make_photo()
    for answer in (
        visitor.get(f"/oai?{query}"),
        visitor.post("/oai", query, content_type="application/x-www-form-urlencoded"),
    ):
        body = ElementTree.fromstring(answer.content)
        assert (answer.status_code, body.find(f"{OAI}error").attrib["code"]) == (200, code)
        assert ("verb" in body.find(f"{OAI}request").attrib) == (code not in ("badVerb", "badArgument"))


def test_a_token_goes_on_with_its_own_verb_alone(visitor, monkeypatch):
    monkeypatch.setattr(oai_lists, "AT_ONCE", 1)
    make_photo(), make_photo()
    token = harvested(visitor, "ListRecords", **_PREFIX).findtext(f".//{OAI}resumptionToken")
    assert error(visitor, "ListIdentifiers", resumptionToken=token) == "badResumptionToken"
    assert error(visitor, "ListRecords", resumptionToken=f"x{token}") == "badResumptionToken"


def test_a_title_with_odd_characters_is_still_xml(visitor):
    photo = make_photo(title="A <b> & \x07bell ]]> \ufffe柳州 \U0001f4f7")
    assert told(visitor, photo)["title"] == ["A <b> & bell ]]> 柳州 \U0001f4f7"]


def test_a_donor_who_gave_unnamed_is_nowhere(visitor):
    donor = make_agent("Dora Donor", is_private=True)
    gift = make_accession(donor=donor, intermediary=donor, restrictions="Dora Donor", terms="Dora Donor")
    DeedOfGift.objects.create(accession=gift, is_anonymous=True)
    photo = make_photo(accession=gift)
    answers = [
        visitor.get("/oai", {"verb": "Identify"}),
        visitor.get("/oai", {"verb": "ListRecords", **_PREFIX}),
        visitor.get("/oai", {"verb": "GetRecord", "identifier": named(photo), **_PREFIX}),
    ]
    assert photo.number in answers[1].content.decode()
    assert not [answer for answer in answers if "Dora" in answer.content.decode()]


def test_identify_says_how_deletions_are_kept_and_whom_to_write_to(visitor, settings):
    photo = make_photo()
    as_of_old(photo)
    settings.ADMIN_EMAIL = "archive@museum.example"
    body = harvested(visitor, "Identify").find(f"{OAI}Identify")
    assert {element.tag.removeprefix(OAI): element.text for element in body} == {
        "repositoryName": "Verso",
        "baseURL": "http://testserver/oai",
        "protocolVersion": "2.0",
        "adminEmail": "archive@museum.example",
        "earliestDatestamp": "2025-03-01T00:00:00Z",
        "deletedRecord": "persistent",
        "granularity": "YYYY-MM-DDThh:mm:ssZ",
    }


def test_answers_are_built_as_the_schema_wants(visitor):
    make_photo(accession=make_accession(collection=make_collection()))
    body = harvested(visitor, "ListRecords", **_PREFIX)
    assert body.tag == f"{OAI}OAI-PMH"
    assert [child.tag for child in body] == [f"{OAI}{name}" for name in ("responseDate", "request", "ListRecords")]
    assert body.find(f"{OAI}request").attrib == {"verb": "ListRecords", **_PREFIX}
    header, metadata = body.find(f"{OAI}ListRecords/{OAI}record")
    assert [child.tag for child in header] == [f"{OAI}{name}" for name in ("identifier", "datestamp", "setSpec")]
    assert metadata[0].tag == "{http://www.openarchives.org/OAI/2.0/oai_dc/}dc"
    assert {child.tag.split("}")[0] + "}" for child in metadata[0]} == {DC}
    location = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
    assert location in body.attrib
    assert location in metadata[0].attrib


def test_a_page_needs_as_many_queries_for_thirty_as_for_one(visitor, django_assert_num_queries):
    gift = make_accession(collection=make_collection())
    for count in (1, 15):
        for _ in range(count):
            make_photo(accession=gift)
            withdraw(make_photo(accession=gift), by=None, reason="Asked")
        with django_assert_num_queries(3):
            harvested(visitor, "ListRecords", **_PREFIX)


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
    answer = visitor.post("/oai", {"verb": "ListRecords", **_PREFIX})
    assert not answer.cookies
    assert answer["Cache-Control"] == "public, no-cache"
    assert visitor.put("/oai").status_code == 405


ODD = [
    ("GetRecord", "identifier", "not a uri %%"),
    ("GetRecord", "metadataPrefix", "ma rc/ö"),
    ("ListRecords", "metadataPrefix", "<&>"),
    ("ListRecords", "set", "a::b"),
]
"""What the schema of the protocol does not let an answer repeat."""


@pytest.mark.parametrize(("verb", "name", "value"), ODD)
def test_an_answer_repeats_nothing_that_its_schema_forbids(visitor, verb, name, value):
    asked = _PREFIX | ({"identifier": named(make_photo())} if verb == "GetRecord" else {}) | {name: value}
    body = harvested(visitor, verb, **asked)
    assert body.find(f"{OAI}error") is not None
    assert name not in body.find(f"{OAI}request").attrib


@pytest.mark.parametrize(("host", "told"), [("localhost", "localhost"), ("[::1]", "--1")])
def test_under_a_name_without_a_dot_names_and_mail_are_still_as_the_schema_asks(visitor, settings, host, told):
    settings.ALLOWED_HOSTS = ["*"]
    photo = make_photo()
    indexed(photo)
    answers = [
        visitor.get("/oai", {"verb": verb, **more}, headers={"host": host}).content
        for verb, more in (("Identify", {}), ("ListIdentifiers", _PREFIX))
    ]
    identify, names = map(ElementTree.fromstring, answers)
    assert identify.findtext(f".//{OAI}adminEmail") == f"webmaster@{told}.invalid"
    assert names.findtext(f".//{OAI}identifier") == f"oai:{told}:{photo.number}"
    got = visitor.get(
        "/oai",
        {"verb": "GetRecord", "identifier": f"oai:{told}:{photo.number}", **_PREFIX},
        headers={"host": host},
    )
    assert b"<error" not in got.content
