"""OAI-PMH as its schema and its rules want it: arguments, errors, lists that go on, and what an answer is built of."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from factories import (
    indexed,
    make_accession,
    make_collection,
    make_photo,
)
from harvesting import DC, OAI, PREFIX, as_of_old, error, harvested, listed, named, told

from archive.interop import oai_lists
from archive.models import Photo
from archive.models.search import Card
from archive.publishing import withdraw
from archive.search.indexing import reindexed

pytestmark = pytest.mark.django_db


def test_a_list_goes_on_until_all_were_told_once_and_what_changed_meanwhile_again(visitor, monkeypatch):
    monkeypatch.setattr(oai_lists, "AT_ONCE", 2)
    gift = make_accession()
    photos = [make_photo(accession=gift) for _ in range(5)]
    as_of_old(*photos)
    withdraw(photos[1], by=None, reason="Asked")
    assert listed(visitor) == {photo.number: "deleted" if photo == photos[1] else "" for photo in photos}
    body = harvested(visitor, "ListRecords", **PREFIX)
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
    assert error(visitor, "ListRecords", **{"from": "2025-03-02T12:00:01Z", "until": "2025-03-03T11:59:59Z"}, **PREFIX)


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
    token = harvested(visitor, "ListRecords", **PREFIX).findtext(f".//{OAI}resumptionToken")
    assert error(visitor, "ListIdentifiers", resumptionToken=token) == "badResumptionToken"
    assert error(visitor, "ListRecords", resumptionToken=f"x{token}") == "badResumptionToken"


def test_a_title_with_odd_characters_is_still_xml(visitor):
    photo = make_photo(title="A <b> & \x07bell ]]> \ufffe柳州 \U0001f4f7")
    assert told(visitor, photo)["title"] == ["A <b> & bell ]]> 柳州 \U0001f4f7"]


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
    body = harvested(visitor, "ListRecords", **PREFIX)
    assert body.tag == f"{OAI}OAI-PMH"
    assert [child.tag for child in body] == [f"{OAI}{name}" for name in ("responseDate", "request", "ListRecords")]
    assert body.find(f"{OAI}request").attrib == {"verb": "ListRecords", **PREFIX}
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
            harvested(visitor, "ListRecords", **PREFIX)


ODD = [
    ("GetRecord", "identifier", "not a uri %%"),
    ("GetRecord", "metadataPrefix", "ma rc/ö"),
    ("ListRecords", "metadataPrefix", "<&>"),
    ("ListRecords", "set", "a::b"),
]
"""What the schema of the protocol does not let an answer repeat."""


@pytest.mark.parametrize(("verb", "name", "value"), ODD)
def test_an_answer_repeats_nothing_that_its_schema_forbids(visitor, verb, name, value):
    asked = PREFIX | ({"identifier": named(make_photo())} if verb == "GetRecord" else {}) | {name: value}
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
        for verb, more in (("Identify", {}), ("ListIdentifiers", PREFIX))
    ]
    identify, names = map(ElementTree.fromstring, answers)
    assert identify.findtext(f".//{OAI}adminEmail") == f"webmaster@{told}.invalid"
    assert names.findtext(f".//{OAI}identifier") == f"oai:{told}:{photo.number}"
    got = visitor.get(
        "/oai",
        {"verb": "GetRecord", "identifier": f"oai:{told}:{photo.number}", **PREFIX},
        headers={"host": host},
    )
    assert b"<error" not in got.content
