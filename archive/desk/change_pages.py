"""The pages of the history at the desk: what each may show, and how it is put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import ngettext

from archive.desk.change_filters import ChangesForm
from archive.history.choosing import chosen
from archive.history.names import Names, targets
from archive.history.planning import Step, fingerprint, plan_undo
from archive.history.seeing import may, may_undo, seen
from archive.history.telling import Difference, Line, differences, differing, how, lines, who_did
from archive.history.undoing import refused
from archive.models import Act, Change, User

_SHOWN = 50
_IN_ACT = 200


@dataclass(frozen=True)
class RecentPage:
    """Recent changes, the newest first, and what they were sifted by."""

    form: ChangesForm
    lines: Sequence[Line]
    older: int


@dataclass(frozen=True)
class ActPage:
    """One act: who, when, why, and what it changed, as far as this person may see it."""

    id: str
    at: datetime
    who: str
    door: str
    why: str
    count: int
    lines: Sequence[Line]
    more: int
    undoes: str
    undone_by: Sequence[Act]
    may_undo: bool


@dataclass(frozen=True)
class StepShown:
    """One step of an undo: the record, what becomes of it, and what somebody changed since."""

    key: str
    what: str
    record: str
    deed: str
    differences: Sequence[Difference]
    since: Sequence[Difference]
    changed_since: bool
    anyway: bool
    obstacle: str
    refused: bool


@dataclass(frozen=True)
class UndoPage:
    """What undoing would do: how many steps of which kind, the first of them, and all that somebody has to look at."""

    id: str
    title: str
    counts: Sequence[str]
    steps: Sequence[StepShown]
    more: int
    questions: Sequence[StepShown]
    obstacles: Sequence[StepShown]
    seen: str
    problem: str
    is_possible: bool


def recent_page(form: ChangesForm, user: User) -> RecentPage:
    """Recent changes as the form sifts them; one more than is shown tells whether there are older ones."""
    found = list(form.sifted(seen(Change.objects.select_related("act"), user)).order_by("-pk")[: _SHOWN + 1])
    shown = found[:_SHOWN]
    return RecentPage(form, lines(shown, user), shown[-1].pk if len(found) > _SHOWN else 0)


def act_page(told: Act, user: User) -> ActPage:
    """One act."""
    visible = seen(told.changes.select_related("act"), user)
    count = visible.count()
    return ActPage(
        id=str(told.pk),
        at=told.at,
        who=who_did(told),
        door=how(told),
        why=told.reason,
        count=count,
        lines=lines(visible.order_by("pk")[:_IN_ACT], user),
        more=max(0, count - _IN_ACT),
        undoes=str(told.undoes_id or ""),
        undone_by=list(told.undone_by.order_by("at")),
        may_undo=may_undo(user, told),
    )


def undo_page(
    told: Act, changes: Sequence[Change], user: User, *, title: str, problem: str = "", anyway: Collection[str] = ()
) -> UndoPage:
    """What undoing these changes of an act would do now."""
    steps = plan_undo(changes)
    in_the_way = [step for step in steps if step.obstacle or refused(step, user)]
    names = _names(steps, user)
    taken = chosen(steps, anyway)
    asked = [step for step in steps if step.changed_since and not step.obstacle]
    return UndoPage(
        id=str(told.pk),
        title=title,
        counts=_counts(taken),
        steps=[_shown(step, names, user, anyway) for step in taken[:_SHOWN]],
        more=max(0, len(taken) - _SHOWN),
        questions=[_shown(step, names, user, anyway) for step in asked[:_IN_ACT]],
        obstacles=[_shown(step, names, user, anyway) for step in in_the_way[:_IN_ACT]],
        seen=fingerprint(steps),
        problem=problem,
        is_possible=bool(taken or asked) and not any(refused(step, user) for step in taken),
    )


def _names(steps: Sequence[Step], user: User) -> Names:
    names = Names(user)
    names.fetch((step.model, step.pk) for step in steps)
    for step in steps:
        columns = differing(step.left, step.then)
        names.fetch([*targets(step.model, step.left, columns), *targets(step.model, step.then, columns)])
    return names


def _counts(steps: Sequence[Step]) -> list[str]:
    """As in “3 photographs: get their earlier values”."""
    kinds = Counter((step.model, step.deed) for step in steps)
    return [
        f"{count} {ngettext(str(model._meta.verbose_name), str(model._meta.verbose_name_plural), count)}: {deed.label}"
        for (model, deed), count in kinds.items()
    ]


def _shown(step: Step, names: Names, user: User, anyway: Collection[str]) -> StepShown:
    visible = may(user, "view", step.model)
    return StepShown(
        key=step.key,
        what=str(step.model._meta.verbose_name),
        record=names.record(step.model, step.pk, step.now or step.then) if visible else "",
        deed=str(step.deed.label),
        differences=differences(step.model, step.now, step.then, user) if visible and step.columns else [],
        since=differences(step.model, step.left, step.now, user) if visible and step.changed_since else [],
        changed_since=step.changed_since,
        anyway=step.key in anyway,
        obstacle=step.obstacle,
        refused=refused(step, user),
    )
