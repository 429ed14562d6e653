"""The reading desk's form: what is chosen or typed for each suggestion, checked whole before anything is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from archive.desk.choices import Way, place_codes, ways
from archive.desk.typed import NotUnderstood, values_of
from archive.ingest.deciding import accept, reject
from archive.models import Photo, Place, Proposal, User

REJECT, LEAVE = "reject", "leave"
_AS_READ = "0"


@dataclass
class Row:
    """One suggestion with its ways, and what the curator wants done with it."""

    proposal: Proposal
    ways: Sequence[Way]
    chosen: str = _AS_READ
    typed: str = ""
    problem: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


def blank_sheet(photo: Photo) -> list[Row]:
    """The open suggestions for a photograph whose words still stand where they were read."""
    proposals = [
        proposal
        for proposal in photo.proposals.open().select_related("transcription").order_by("span_start", "pk")
        if proposal.still_stands()
    ]
    codes = {code for proposal in proposals for code in place_codes(proposal)}
    places = {place.code: place for place in Place.objects.filter(code__in=codes)}
    return [Row(proposal, ways(proposal, places), chosen=_at_first(proposal, photo)) for proposal in proposals]


def _at_first(proposal: Proposal, photo: Photo) -> str:
    """As it was read; but a title that somebody gave is not replaced by one that a program found."""
    return LEAVE if proposal.kind == Proposal.Kind.TITLE and photo.title else _AS_READ


def filled_sheet(photo: Photo, sent: Mapping[str, str]) -> list[Row]:
    """The same with what the form sent; rows that cannot be taken carry a problem. A row not sent is left alone."""
    rows = blank_sheet(photo)
    for row in rows:
        _fill(row, sent)
    return rows


def filled_row(proposal: Proposal, photo: Photo, sent: Mapping[str, str]) -> Row:
    """One suggestion with what the form sent for it, whatever became of it meanwhile."""
    places = {place.code: place for place in Place.objects.filter(code__in=place_codes(proposal))}
    row = Row(proposal, ways(proposal, places))
    _fill(row, sent)
    return row


def carry_out(rows: Sequence[Row], *, by: User) -> int:
    """Accept and reject as the rows say, all or nothing; how many were decided. Raises AlreadyDecided."""
    wanted = [row for row in rows if row.chosen != LEAVE]
    with transaction.atomic():
        for row in wanted:
            _decide(row, by)
    return len(wanted)


def _fill(row: Row, sent: Mapping[str, str]) -> None:
    row.chosen = sent.get(f"d-{row.proposal.pk}", LEAVE)
    row.typed = sent.get(f"t-{row.proposal.pk}", "").strip()
    _read(row)


def _read(row: Row) -> None:
    if row.chosen in (REJECT, LEAVE):
        return
    if row.typed:
        try:
            row.values = values_of(row.proposal, row.typed)
        except NotUnderstood as error:
            row.problem = str(error)
    elif row.chosen.isdecimal() and int(row.chosen) < len(row.ways):
        row.values = row.ways[int(row.chosen)].values
    else:
        row.chosen = LEAVE


def _decide(row: Row, by: User) -> None:
    if row.chosen == REJECT:
        reject(row.proposal, by=by)
    else:
        accept(row.proposal, by=by, values=row.values)
