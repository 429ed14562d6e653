"""What a harvester is told of one photograph: a header, and of one that is public its Dublin Core."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from django.urls import reverse

from archive.interop.oai_lists import Listed
from archive.interop.oai_xml import DC, OAI_DC, OAI_DC_SCHEMA, add, in_utc, located
from archive.models import Card

_STILL_IMAGE = "StillImage"


def add_record(parent: Element, told: Listed, *, host: str, site: str) -> None:
    """Header and metadata; of a deleted one the header alone."""
    record = add(parent, "record")
    add_header(record, told, host=host)
    if told.card is not None:
        metadata = add(record, "metadata")
        _add_dublin_core(metadata, told.card, site)


def add_header(parent: Element, told: Listed, *, host: str) -> None:
    """Identifier, moment and set; of a deleted one, that it is."""
    header = add(parent, "header", **({} if told.card else {"status": "deleted"}))
    add(header, "identifier", identifier(told.number, host))
    add(header, "datestamp", in_utc(told.stamp))
    if told.collection:
        add(header, "setSpec", told.collection)


def identifier(number: str, host: str) -> str:
    """The name of a photograph among all that harvesters know."""
    return f"oai:{host}:{number}"


def _add_dublin_core(metadata: Element, card: Card, site: str) -> None:
    root = add(metadata, "dc", of=OAI_DC, **located(OAI_DC, OAI_DC_SCHEMA))
    for name, text in _elements(card, site):
        if text:
            add(root, name, text, of=DC)


def _elements(card: Card, site: str) -> Iterator[tuple[str, str]]:
    """What visitors read on the photograph's page, by the names of Dublin Core."""
    yield "title", card.title or card.number
    yield "identifier", card.number
    yield "identifier", site + reverse("photo", args=[card.number])
    yield "description", next((text for kind, text in card.texts if kind == "description"), "")
    yield "date", card.edtf or card.date_words
    yield "coverage", card.place_words
    yield "coverage", card.place_today
    yield "type", _STILL_IMAGE
    yield "rights", card.rights_uri
    yield "source", card.credit
