"""The elements of OAI-PMH 2.0 answers, in their namespaces. No HTTP, no records."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

OAI = "http://www.openarchives.org/OAI/2.0/"
OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
DC = "http://purl.org/dc/elements/1.1/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
OAI_DC_SCHEMA = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no document in XML 1.0 may hold, not even escaped."""

for _prefix, _namespace in {"": OAI, "oai_dc": OAI_DC, "dc": DC, "xsi": _XSI}.items():
    register_namespace(_prefix, _namespace)


def clean(text: str) -> str:
    """The text without the characters that XML forbids."""
    return _FORBIDDEN.sub("", text)


def add(parent: Element, name: str, text: str = "", *, of: str = OAI, **attributes: str) -> Element:
    """A new last child of `parent`, of the namespace `of`."""
    told = {key: clean(value) for key, value in attributes.items()}
    element = SubElement(parent, f"{{{of}}}{name}", told)
    element.text = clean(text) or None
    return element


def envelope(at: datetime, address: str, asked: Mapping[str, str]) -> Element:
    """The root of an answer, with its moment and what was asked of which address."""
    root = Element(f"{{{OAI}}}OAI-PMH", located(OAI, f"{OAI}OAI-PMH.xsd"))
    add(root, "responseDate", in_utc(at))
    add(root, "request", address, **asked)
    return root


def located(namespace: str, schema: str) -> dict[str, str]:
    """The attribute that says where the schema of a namespace is."""
    return {f"{{{_XSI}}}schemaLocation": f"{namespace} {schema}"}


def document(root: Element) -> bytes:
    """The bytes of an answer."""
    return bytes(tostring(root, encoding="UTF-8", xml_declaration=True))


def in_utc(moment: datetime) -> str:
    """A moment as the protocol writes it, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
