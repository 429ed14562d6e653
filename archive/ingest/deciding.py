"""A curator's word on a suggestion: accepted, it becomes a statement that points at the words it rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from archive.models import (
    Agent,
    Basis,
    CodeReading,
    CodeScheme,
    Dating,
    Photo,
    Place,
    PlaceMention,
    Proposal,
    Statement,
    Subject,
    User,
)
from archive.search.indexing import index_photos

_LONGEST_TITLE = 300


class AlreadyDecided(Exception):
    """Somebody decided this suggestion before."""


def accept(proposal: Proposal, *, by: User, values: Mapping[str, Any] | None = None) -> Statement | None:
    """Make the suggested statement, in this curator's name; `values` given replace those suggested.

    A suggested title becomes the photograph's, and no statement is returned. Raises AlreadyDecided.
    """
    with transaction.atomic():
        _decide(proposal, Proposal.State.ACCEPTED, by)
        made = _MAKERS[Proposal.Kind(proposal.kind)](proposal, {**proposal.values, **(values or {})}, by)
        index_photos([proposal.photo_id])
    return made


def state_too(proposal: Proposal, *, by: User, values: Mapping[str, Any]) -> Statement | None:
    """Make another statement of words that somebody else decided before: both stand, and a curator may prefer one."""
    with transaction.atomic():
        made = _MAKERS[Proposal.Kind(proposal.kind)](proposal, {**proposal.values, **values}, by)
        index_photos([proposal.photo_id])
    return made


def made_of(proposal: Proposal) -> Statement | Photo | None:
    """What an accepted suggestion became: the photograph that got its title, or the statement on the same words."""
    if proposal.kind == Proposal.Kind.TITLE:
        return proposal.photo
    words = {"photo": proposal.photo_id, "as_written": proposal.as_written, "span_start": proposal.span_start}
    made = _KINDS[proposal.kind]._default_manager.filter(transcription=proposal.transcription_id, **words)
    return made.order_by("pk").first()


def reject(proposal: Proposal, *, by: User) -> None:
    """Put a suggestion away for good. Raises AlreadyDecided."""
    with transaction.atomic():
        _decide(proposal, Proposal.State.REJECTED, by)


def _decide(proposal: Proposal, state: Proposal.State, by: User) -> None:
    # The photograph first, as all who write about it do: so two who decide wait, and neither is thrown out.
    Photo.objects.select_for_update(no_key=True).get(pk=proposal.photo_id)
    current = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if not current.is_open():
        raise AlreadyDecided(f"{proposal}: {current.get_state_display()}")
    proposal.state, proposal.decided_by, proposal.decided_at = state, by, timezone.now()
    proposal.save(update_fields=["state", "decided_by", "decided_at"])


def _evidence(proposal: Proposal, values: Mapping[str, Any], by: User) -> dict[str, Any]:
    return {
        "photo": proposal.photo,
        "as_written": proposal.as_written,
        "certainty": values.get("certainty", "stated"),
        "basis": Basis.CAPTION,
        "transcription": proposal.transcription,
        "span_start": proposal.span_start,
        "span_end": proposal.span_end,
        "by": by,
    }


def _dating(proposal: Proposal, values: Mapping[str, Any], by: User) -> Statement:
    return Dating.objects.create(role=values["role"], edtf=values["edtf"], **_evidence(proposal, values, by))


def _place(proposal: Proposal, values: Mapping[str, Any], by: User) -> Statement:
    place = Place.objects.filter(code=values.get("place") or "").first()
    return PlaceMention.objects.create(role=values["role"], place=place, **_evidence(proposal, values, by))


def _code(proposal: Proposal, values: Mapping[str, Any], by: User) -> Statement:
    # The same code may stand twice in a caption; it is one code of the print.
    made, _new = CodeReading.objects.get_or_create(
        photo=proposal.photo,
        verbatim=proposal.as_written,
        defaults={
            "scheme": CodeScheme.objects.filter(key=values.get("scheme") or "").first(),
            "inferred": values.get("inferred", ""),
            "curators_reading": values.get("curators_reading", ""),
            **_evidence(proposal, values, by),
        },
    )
    return made


def _subject(proposal: Proposal, values: Mapping[str, Any], by: User) -> Statement:
    craft = {key: values.get(key, "") for key in ("craft", "craft_marks")}
    agent = _agent(values.get("name", ""))
    return Subject.objects.create(role=values["role"], agent=agent, **craft, **_evidence(proposal, values, by))


def _agent(name: str) -> Agent | None:
    """The person or body we know by this name, if it is only one."""
    if not name:
        return None
    known = list(Agent.objects.filter(Q(name__iexact=name) | Q(names__text__iexact=name)).distinct()[:2])
    return known[0] if len(known) == 1 else None


def _title(proposal: Proposal, values: Mapping[str, Any], by: User) -> None:
    Photo.objects.filter(pk=proposal.photo_id).update(title=values["title"][:_LONGEST_TITLE])


_KINDS: dict[str, type[Statement]] = {
    Proposal.Kind.DATING: Dating,
    Proposal.Kind.PLACE: PlaceMention,
    Proposal.Kind.CODE: CodeReading,
    Proposal.Kind.SUBJECT: Subject,
}
_MAKERS: dict[Proposal.Kind, Callable[[Proposal, Mapping[str, Any], User], Statement | None]] = {
    Proposal.Kind.DATING: _dating,
    Proposal.Kind.PLACE: _place,
    Proposal.Kind.CODE: _code,
    Proposal.Kind.SUBJECT: _subject,
    Proposal.Kind.TITLE: _title,
}
