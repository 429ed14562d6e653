"""OAI-PMH 2.0: what aggregators harvest. All of it is public; a photograph that no longer is, is told as deleted."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from archive.interop import oai_lists
from archive.interop.answers import openly
from archive.interop.oai_asked import OAI_DC, Asked, Refused, Wanted, check_format, read, token, wanted
from archive.interop.oai_lists import Listed
from archive.interop.oai_records import add_header, add_record, identifier
from archive.interop.oai_xml import OAI, OAI_DC_SCHEMA, add, document, envelope, in_utc
from archive.interop.oai_xml import OAI_DC as DC_NAMESPACE
from archive.vocabulary.errors import VocabularyError
from archive.vocabulary.numbers import parse_photo_number

_UNNAMED = ("badVerb", "badArgument")
"""Errors whose answers do not say what was asked, because it could not be read."""
_NOTHING_YET = "1970-01-01T00:00:00Z"


@dataclass(frozen=True)
class _Here:
    """The archive by the name it was asked under, which has letters, digits, dots and dashes alone, and no port; and
    its address without the last slash."""

    host: str
    site: str


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def oai(request: HttpRequest) -> HttpResponse:
    """Whatever is asked, an answer of the protocol with status 200. Nothing is written."""
    at = oai_lists.asked_at()
    site = request.build_absolute_uri("/").rstrip("/")
    # An IPv6 address has brackets and colons, which no identifier may have.
    host = split_domain_port(request.get_host())[0].strip("[]").replace(":", "-")
    here = _Here(host, site)
    asked = Asked("")
    try:
        asked = read(request.POST if request.method == "POST" else request.GET)
        body = _VERBS[asked.verb](asked, here)
        root = envelope(at, site + reverse("oai"), asked.told())
        root.append(body)
    except Refused as refused:
        root = envelope(at, site + reverse("oai"), {} if refused.code in _UNNAMED else asked.told())
        add(root, "error", refused.words, code=refused.code)
    response = openly(HttpResponse(document(root), content_type="text/xml; charset=utf-8"))
    # What is said of a photograph may change or be withdrawn at any time: asked for anew each time it is used.
    response["Cache-Control"] = "public, no-cache"
    return response


def _verb(name: str) -> Element:
    return Element(f"{{{OAI}}}{name}")


def _identify(asked: Asked, here: _Here) -> Element:
    body = _verb(asked.verb)
    first, _more = oai_lists.page(Wanted(), 1)
    add(body, "repositoryName", "Verso")
    add(body, "baseURL", here.site + reverse("oai"))
    add(body, "protocolVersion", "2.0")
    add(body, "adminEmail", settings.ADMIN_EMAIL or _webmaster(here.host))
    add(body, "earliestDatestamp", in_utc(first[0].stamp) if first else _NOTHING_YET)
    add(body, "deletedRecord", "persistent")
    add(body, "granularity", "YYYY-MM-DDThh:mm:ssZ")
    return body


def _webmaster(host: str) -> str:
    """An address that the schema accepts: it asks for a dot, which the name of a machine alone has not."""
    return f"webmaster@{host}" if "." in host else f"webmaster@{host}.invalid"


def _formats(asked: Asked, here: _Here) -> Element:
    if "identifier" in asked.arguments:
        _named(asked["identifier"], here)
    body = _verb(asked.verb)
    entry = add(body, "metadataFormat")
    add(entry, "metadataPrefix", OAI_DC)
    add(entry, "schema", OAI_DC_SCHEMA)
    add(entry, "metadataNamespace", DC_NAMESPACE)
    return body


def _sets(asked: Asked, here: _Here) -> Element:
    if "resumptionToken" in asked.arguments:
        raise Refused("badResumptionToken", "The list of sets comes whole.")
    body = _verb(asked.verb)
    for collection in oai_lists.collections():
        entry = add(body, "set")
        add(entry, "setSpec", collection.slug)
        add(entry, "setName", collection.title)
    if not len(body):
        raise Refused("noSetHierarchy", "No collection is public yet.")
    return body


def _headers(asked: Asked, here: _Here) -> Element:
    return _list(asked, lambda body, told: add_header(body, told, host=here.host))


def _records(asked: Asked, here: _Here) -> Element:
    return _list(asked, lambda body, told: add_record(body, told, host=here.host, site=here.site))


def _list(asked: Asked, add_one: Callable[[Element, Listed], None]) -> Element:
    of = wanted(asked)
    found, more = oai_lists.page(of, oai_lists.AT_ONCE)
    if not found and of.after is None:
        raise Refused("noRecordsMatch", "Nothing is like that.")
    body = _verb(asked.verb)
    for told in found:
        add_one(body, told)
    if more or of.after:
        add(body, "resumptionToken", token(asked, of, found[-1].key) if more else "")
    return body


def _record(asked: Asked, here: _Here) -> Element:
    check_format(asked)
    body = _verb(asked.verb)
    add_record(body, _named(asked["identifier"], here), host=here.host, site=here.site)
    return body


def _named(name: str, here: _Here) -> Listed:
    """The photograph of this identifier. Raises Refused, in the same words for hidden ones and absent ones."""
    number = name.removeprefix(identifier("", here.host))
    with suppress(VocabularyError):
        parse_photo_number(number)
        told = oai_lists.one(number) if name == identifier(number, here.host) else None
        if told is not None:
            return told
    raise Refused("idDoesNotExist", "There is no such photograph.")


_VERBS: dict[str, Callable[[Asked, _Here], Element]] = {
    "Identify": _identify,
    "ListMetadataFormats": _formats,
    "ListSets": _sets,
    "ListIdentifiers": _headers,
    "ListRecords": _records,
    "GetRecord": _record,
}
