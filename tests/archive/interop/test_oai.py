"""What harvesters learn by OAI-PMH: all that is public, what no longer is as deleted, and nothing else."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from factories import (
    make_photo,
)

from archive.models import Photo
from archive.publishing import withdraw

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
