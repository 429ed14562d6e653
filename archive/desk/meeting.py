"""What two people decided of the same suggestion: both are shown, and the later one's word is not lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from archive.desk.sheet import LEAVE, REJECT, Row, filled_row
from archive.history.versions import lock, who_wrote
from archive.ingest.deciding import made_of, state_too
from archive.models import Photo, Proposal, User

THEIRS, MINE = "theirs", "mine"


@dataclass
class Met:
    """One suggestion that somebody decided while the page was open, and what was wanted here instead."""

    row: Row
    who: str
    theirs: str
    mine: str
    kept: str = ""
    can_stand: bool = True
    """Whether mine can be entered beside theirs: a rejection cannot."""

    problem: str = ""


@dataclass(frozen=True)
class TitleMet:
    """A title that somebody gave while the page was open, and the one that is wanted here in its place."""

    who: str
    theirs: str
    mine: str


def title_met(photo: Photo, rows: Sequence[Row], sent: Mapping[str, str]) -> TitleMet | None:
    """The title given meanwhile, if another one is wanted here. Where theirs was chosen, ours is left open."""
    wanted = [row for row in rows if row.proposal.kind == Proposal.Kind.TITLE and row.chosen not in (REJECT, LEAVE)]
    if sent.get("seen-title", "") == photo.title:
        for row in wanted if sent.get("k-title") == THEIRS else []:
            row.chosen = LEAVE
        return None
    titles = [{**row.proposal.values, **row.values}.get("title", "") for row in wanted]
    mine = next((title for title in titles if title != photo.title), "")
    return TitleMet(who_wrote(Photo, str(photo.pk), "title"), photo.title, mine) if mine else None


def met(photo: Photo, sent: Mapping[str, str]) -> list[Met]:
    """The suggestions that were decided meanwhile otherwise than is wanted here, with the answer, if one was sent."""
    wanted = {key[2:]: value for key, value in sent.items() if key.startswith("d-") and key[2:].isdecimal()}
    chosen = [int(key) for key, value in wanted.items() if value != LEAVE]
    decided = photo.proposals.exclude(state=Proposal.State.OPEN).filter(pk__in=chosen)
    found = (_met(filled_row(one, photo, sent), sent) for one in decided.select_related("transcription", "decided_by"))
    return [one for one in found if one is not None]


def hold(photo: Photo) -> None:
    """Nobody else decides anything of this photograph until the transaction ends. Its title is as it is now."""
    lock([(Photo._meta.db_table, str(photo.pk))])
    photo.refresh_from_db(fields=["title"])


def is_answered(meetings: Sequence[Met]) -> bool:
    """Whether it was said of each whose word shall stand."""
    return all(one.kept == THEIRS or (one.kept == MINE and not one.problem) for one in meetings)


def state_mine(meetings: Sequence[Met], *, by: User) -> int:
    """Enter what was wanted here beside what the others made, where that was the answer; how many were."""
    mine = [one for one in meetings if one.kept == MINE and one.can_stand]
    for one in mine:
        state_too(one.row.proposal, by=by, values=one.row.values)
    return len(mine)


def _met(row: Row, sent: Mapping[str, str]) -> Met | None:
    proposal = row.proposal
    rejected = proposal.state == Proposal.State.REJECTED
    made = None if rejected else made_of(proposal)
    if (row.chosen == REJECT) == rejected and (rejected or _says_same(made, row)):
        return None
    kept = sent.get(f"k-{proposal.pk}", "")
    return Met(
        row,
        who=str(proposal.decided_by or _("somebody")),
        theirs=_("rejected") if rejected else _told(made, proposal),
        mine=_mine(row),
        kept=kept if kept in (THEIRS, MINE) else "",
        can_stand=row.chosen not in (REJECT, LEAVE),
        problem=row.problem,
    )


def _mine(row: Row) -> str:
    if row.chosen == REJECT:
        return _("rejected")
    return row.typed or (row.ways[int(row.chosen)].label if row.chosen.isdecimal() else "")


_COMPARED = {
    "edtf": "edtf",
    "place": "place.code",
    "curators_reading": "curators_reading",
    "role": "role",
    "name": "agent.name",
    "title": "title",
}
"""The values of a suggestion, and where the statement made of it has them."""


def _says_same(made: models.Model | None, row: Row) -> bool:
    """Whether the statement they made says what is wanted here."""
    wanted: dict[str, Any] = {**row.proposal.values, **row.values}
    return made is not None and all(
        str(_follow(made, path) or "") == str(wanted.get(key) or "") for key, path in _COMPARED.items() if key in wanted
    )


def _follow(record: Any, path: str) -> Any:
    for name in path.split("."):
        record = getattr(record, name, None)
    return record


def _told(made: models.Model | None, proposal: Proposal) -> str:
    """What they made of it, in words; what was suggested, when that cannot be found any more."""
    parts = [_follow(made, name) for name in ("edtf", "place", "agent", "curators_reading", "title")]
    return ", ".join(str(part) for part in parts if part) or str(made or proposal.as_written)
