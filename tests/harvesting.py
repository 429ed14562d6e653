"""Asking `/oai` as a harvester does, and reading what it answers."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.etree import ElementTree

from archive.models import Photo
from archive.models.search import Card

OAI = "{http://www.openarchives.org/OAI/2.0/}"
DC = "{http://purl.org/dc/elements/1.1/}"
PREFIX = {"metadataPrefix": "oai_dc"}


def harvested(client, verb: str, **arguments: str) -> ElementTree.Element:
    """The answer to a verb, which is always XML with status 200."""
    answer = client.get("/oai", {"verb": verb, **arguments})
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/xml")
    return ElementTree.fromstring(answer.content)


def error(client, verb: str, **arguments: str) -> str:
    """The code of the error that is answered; empty when there is none."""
    found = harvested(client, verb, **arguments).find(f"{OAI}error")
    return "" if found is None else found.attrib["code"]


def named(photo: Photo) -> str:
    """How harvesters name a photograph."""
    return f"oai:testserver:{photo.number}"


def record(client, photo: Photo) -> ElementTree.Element:
    """Its record."""
    found = harvested(client, "GetRecord", identifier=named(photo), **PREFIX).find(f"{OAI}GetRecord/{OAI}record")
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
    asked = PREFIX | arguments
    while asked:
        body = harvested(client, "ListIdentifiers", **asked)
        for header in body.iter(f"{OAI}header"):
            number = header.findtext(f"{OAI}identifier", "").rsplit(":", 1)[1]
            assert number not in found
            found[number] = header.get("status", "")
        token = body.findtext(f"{OAI}ListIdentifiers/{OAI}resumptionToken")
        asked = {"resumptionToken": token} if token else {}
    return found


def as_of_old(*photos: Photo) -> None:
    """Let these have been written a year ago."""
    Card.objects.filter(pk__in=[photo.pk for photo in photos]).update(changed_at=datetime(2025, 3, 1, tzinfo=UTC))
