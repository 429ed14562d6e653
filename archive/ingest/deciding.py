"""A curator's word on a suggestion: accepted, it becomes a statement that points at the words it rests on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils import timezone

from archive.models import Basis, CodeReading, CodeScheme, Dating, Place, PlaceMention, Proposal, Statement, User
from archive.search.indexing import index_photos


def accept(proposal: Proposal, *, by: User) -> Statement:
    """Make the suggested statement, in this curator's name. Raises ValueError when it was decided before."""
    with transaction.atomic():
        _decide(proposal, Proposal.State.ACCEPTED, by)
        statement = _MAKERS[Proposal.Kind(proposal.kind)](proposal, _evidence(proposal, by))
        index_photos([proposal.photo_id])
    return statement


def reject(proposal: Proposal, *, by: User) -> None:
    """Put a suggestion away for good. Raises ValueError when it was decided before."""
    with transaction.atomic():
        _decide(proposal, Proposal.State.REJECTED, by)


def _decide(proposal: Proposal, state: Proposal.State, by: User) -> None:
    current = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if not current.is_open():
        raise ValueError(f"{proposal} was {current.get_state_display()} before.")
    proposal.state, proposal.decided_by, proposal.decided_at = state, by, timezone.now()
    proposal.save(update_fields=["state", "decided_by", "decided_at"])


def _evidence(proposal: Proposal, by: User) -> dict[str, Any]:
    return {
        "photo": proposal.photo,
        "as_written": proposal.as_written,
        "certainty": proposal.values.get("certainty", "stated"),
        "basis": Basis.CAPTION,
        "transcription": proposal.transcription,
        "span_start": proposal.span_start,
        "span_end": proposal.span_end,
        "by": by,
    }


def _dating(proposal: Proposal, evidence: dict[str, Any]) -> Statement:
    return Dating.objects.create(role=proposal.values["role"], edtf=proposal.values["edtf"], **evidence)


def _place(proposal: Proposal, evidence: dict[str, Any]) -> Statement:
    place = Place.objects.filter(code=proposal.values.get("place")).first()
    words = proposal.values.get("relation_words", "")
    return PlaceMention.objects.create(role=proposal.values["role"], place=place, relation_words=words, **evidence)


def _code(proposal: Proposal, evidence: dict[str, Any]) -> Statement:
    scheme = CodeScheme.objects.filter(key=proposal.values.get("scheme")).first()
    inferred = proposal.values.get("inferred", "")
    return CodeReading.objects.create(verbatim=proposal.as_written, scheme=scheme, inferred=inferred, **evidence)


_MAKERS: dict[Proposal.Kind, Callable[[Proposal, dict[str, Any]], Statement]] = {
    Proposal.Kind.DATING: _dating,
    Proposal.Kind.PLACE: _place,
    Proposal.Kind.CODE: _code,
}
