"""What a curator types in the place of a suggestion, made into the values of a statement."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from archive.models import Place, Proposal
from archive.reading.dates import read_date
from archive.reading.folding import name_key
from archive.vocabulary.dates import EdtfDate
from archive.vocabulary.errors import VocabularyError


class NotUnderstood(Exception):
    """What was typed cannot be taken. Its text says why and what to do."""


def values_of(proposal: Proposal, text: str) -> dict[str, Any]:
    """The values that the typed text stands for. Raises NotUnderstood."""
    return read_typed(Proposal.Kind(proposal.kind), text)


def read_typed(kind: Proposal.Kind, text: str) -> dict[str, Any]:
    """The same, for a statement of this kind that nobody suggested. Raises NotUnderstood."""
    return _READERS[kind](text)


def _date(text: str) -> dict[str, Any]:
    """EDTF, or a phrase that the reader of dates knows."""
    try:
        return {"edtf": EdtfDate.parse(text).text}
    except VocabularyError:
        reading = read_date(text, locale="en-US")
    if not reading.edtf:
        raise NotUnderstood(
            _("“%(text)s” is no date that can be read. Write it as 10 Nov 1944, fall 1944, or EDTF.") % {"text": text}
        )
    return {"edtf": reading.edtf}


def _place(text: str) -> dict[str, Any]:
    """The place that this name, in any spelling, or this gazetteer code means."""
    found = list(Place.objects.filter(code=text)[:1]) or list(Place.objects.named(name_key(text)).order_by("title"))
    if not found:
        raise NotUnderstood(_("No place of the gazetteer is called “%(text)s”.") % {"text": text})
    if len(found) > 1:
        codes = ", ".join(f"{place.title} ({place.code})" for place in found)
        raise NotUnderstood(_("Several places are called so; type the code of one: %(codes)s.") % {"codes": codes})
    return {"place": found[0].code, "certainty": "stated"}


def _name(text: str) -> dict[str, Any]:
    return {"name": text}


def _title(text: str) -> dict[str, Any]:
    return {"title": text}


def _code(text: str) -> dict[str, Any]:
    return {"curators_reading": text}


_READERS: dict[Proposal.Kind, Callable[[str], dict[str, Any]]] = {
    Proposal.Kind.DATING: _date,
    Proposal.Kind.PLACE: _place,
    Proposal.Kind.SUBJECT: _name,
    Proposal.Kind.TITLE: _title,
    Proposal.Kind.CODE: _code,
}
