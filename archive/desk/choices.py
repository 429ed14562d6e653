"""The ways in which a suggestion can be taken: as it was read, or as one of the alternatives the words allow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from archive.models import Dating, Place, PlaceMention, Proposal, Subject
from archive.vocabulary.date_words import in_words
from archive.vocabulary.dates import EdtfDate

LETTERS = {
    Proposal.Kind.DATING: "D",
    Proposal.Kind.PLACE: "P",
    Proposal.Kind.CODE: "C",
    Proposal.Kind.SUBJECT: "W",
    Proposal.Kind.TITLE: "T",
}
_SURE = 0.7


@dataclass(frozen=True)
class Way:
    """One way: what it says, and the values that it puts in the place of those suggested."""

    label: str
    values: Mapping[str, Any] = field(default_factory=dict)


def ways(proposal: Proposal, places: Mapping[str, Place]) -> Sequence[Way]:
    """The ways to take this suggestion, what was read first. `places` are those it may mean, by code."""
    maker = {Proposal.Kind.DATING: _dates, Proposal.Kind.CODE: _codes, Proposal.Kind.SUBJECT: _subjects}
    kind = Proposal.Kind(proposal.kind)
    if kind is Proposal.Kind.PLACE:
        return _places(proposal, places)
    return maker[kind](proposal) if kind in maker else [Way(proposal.values["title"])]


def place_codes(proposal: Proposal) -> set[str]:
    """The codes of the places a suggestion may mean."""
    codes = {proposal.values.get("place"), *proposal.values.get("candidates", ())}
    return {code for code in codes if code}


def is_unsure(proposal: Proposal) -> bool:
    """Whether a curator should look twice."""
    unsettled = proposal.kind == Proposal.Kind.PLACE and not proposal.values.get("place")
    return proposal.confidence < _SURE or proposal.values.get("certainty", "stated") != "stated" or unsettled


def detail(proposal: Proposal) -> str:
    """The part that the suggestion gives to its words: the date's or place's or person's role."""
    roles = {
        Proposal.Kind.DATING: Dating.Role,
        Proposal.Kind.PLACE: PlaceMention.Role,
        Proposal.Kind.SUBJECT: Subject.Role,
    }
    terms = roles.get(Proposal.Kind(proposal.kind))
    role = proposal.values.get("role")
    return str(terms(role).label) if terms and role in terms.values else ""


def _dates(proposal: Proposal) -> list[Way]:
    edtf = proposal.values["edtf"]
    found = [edtf]
    if edtf.startswith("[") and "," in edtf and ".." not in edtf:
        found += edtf[1:-1].split(",")
    return [Way(f"{in_words(EdtfDate.parse(one))} ({one})", {"edtf": one}) for one in found]


def _places(proposal: Proposal, places: Mapping[str, Place]) -> list[Way]:
    read = places.get(proposal.values.get("place") or "")
    first = Way(_place(read)) if read else Way(_("not settled: only the words"))
    others = [places[code] for code in proposal.values.get("candidates", ()) if code in places]
    return [first, *(Way(_place(place), {"place": place.code, "certainty": "probable"}) for place in others)]


def _place(place: Place) -> str:
    return place.now if place.now.startswith(place.title) else ", ".join(filter(None, [place.title, place.now]))


def _codes(proposal: Proposal) -> list[Way]:
    inferred = proposal.values.get("inferred")
    scheme = proposal.values.get("scheme") or _("no family known")
    return [Way(f"{scheme}; {inferred}" if inferred else scheme)]


def _subjects(proposal: Proposal) -> list[Way]:
    values = proposal.values
    name = " ".join(filter(None, [values.get("rank"), values.get("name")]))
    return [Way(", ".join(filter(None, [name, values.get("craft"), values.get("craft_marks")])))]
