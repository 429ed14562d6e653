"""Undoing an act, or the deletion of one record: one step, in the history itself, that can be undone as well."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from archive.history import tables
from archive.history.choosing import chosen
from archive.history.planning import Deed, Step, fingerprint, plan_undo, relations_to
from archive.history.seeing import may_write
from archive.models import Act, Change, CustodyEvent, Image, Photo, User
from archive.models.acting import act as acting
from archive.models.images import random_key
from archive.models.tracking import is_tracked
from archive.publishing import NotPublishable, bring_back, publish, withdraw
from archive.search.indexing import index_photos, told_ids


class NotUndone(Exception):
    """Nothing was undone. The text says what is in the way."""


class Moved(NotUndone):
    """Something changed between the look at the plan and the yes to it: look again."""


@dataclass(frozen=True)
class Done:
    """What undoing did: the steps taken, and those left out because of changes since or obstacles."""

    taken: Sequence[Step]
    left_out: Sequence[Step]


def undo(
    changes: Iterable[Change], *, of: Act, by: User, seen: str, reason: str = "", anyway: Collection[str] = ()
) -> Done:
    """Undo these changes of an act, all that can be, in one transaction.

    `seen` is the fingerprint of the plan that was said yes to; `anyway` names the steps to take though somebody has
    changed the same since. Raises Moved when the plan is another one by now, and NotUndone.
    """
    with acting(by=by, reason=reason or _("undo"), undoes=of.pk):
        try:
            with transaction.atomic():
                return _undo(list(changes), by, seen, set(anyway))
        except IntegrityError as error:
            raise NotUndone(_in_words(error)) from error


def _undo(changes: list[Change], by: User, seen: str, anyway: set[str]) -> Done:
    steps = plan_undo(changes, lock=True)
    if fingerprint(steps) != seen:
        raise Moved(_("Something changed while you were looking. Here is what would be undone now."))
    taken = chosen(steps, anyway)
    refuse_unless_allowed(taken, by)
    told = _told(taken)
    for step in taken:
        _DO[step.deed](step, by)
    with connection.cursor() as cursor:
        # What rests on nothing is found now, while it can be said, and not at the commit.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    index_photos(told | _told(taken))
    keys = {step.key for step in taken}
    return Done(taken, [step for step in steps if step.key not in keys])


_VERBS = {Deed.BRING_BACK: "add", Deed.PUT_BACK: "change", Deed.TAKE_AWAY: "delete", Deed.ANSWER: "add"}
_DECIDES = {Photo.State.PUBLIC: "archive.publish_photo"}


def refused(step: Step, by: User) -> bool:
    """Whether somebody may not take this step, because they could not do it by hand."""
    if step.deed == Deed.DECIDE:
        return not by.has_perm(_DECIDES.get((step.then or {})["state"], "archive.withdraw_photo"))
    return step.deed in _VERBS and not may_write(by, _VERBS[Deed(step.deed)], step.model, step.now or step.then)


def refuse_unless_allowed(steps: Iterable[Step], by: User) -> None:
    """Raises NotUndone when this person may not take all of the steps by hand."""
    names = {str(step.model._meta.verbose_name_plural) for step in steps if refused(step, by)}
    if names:
        raise NotUndone(_("You may not change these: %(names)s. Ask an admin.") % {"names": ", ".join(sorted(names))})


def _told(steps: Iterable[Step]) -> set[int]:
    """The photographs that the records of these steps, as the database has them now, tell something of."""
    wanted: dict[tables.Model, list[Any]] = {}
    for step in steps:
        wanted.setdefault(step.model, []).append(step.model._meta.pk.to_python(step.pk))
    return {pk for model, pks in wanted.items() for pk in told_ids(*model._base_manager.filter(pk__in=pks))}


def _bring_back(step: Step, by: User) -> None:
    # The address under which a picture was public died with its record.
    other = {"key": random_key()} if step.model is Image else {}
    tables.insert(step.model, step.source, step.side, **other)


def _put_back(step: Step, by: User) -> None:
    tables.alter(step.model, step.pk, step.source, step.side, step.columns)


def _take_away(step: Step, by: User) -> None:
    for relation in relations_to(step.model):
        if not is_tracked(relation.related_model):
            relation.related_model._base_manager.filter(**{relation.field.attname: step.pk}).delete()
    tables.remove(step.model, step.pk)


def _decide(step: Step, by: User) -> None:
    photo = Photo.objects.get(pk=step.pk)
    reason = _("an earlier decision is undone")
    verb: Callable[..., object] = {Photo.State.PUBLIC: publish, Photo.State.WITHDRAWN: withdraw}.get(
        (step.then or {})["state"], bring_back
    )
    try:
        verb(photo, by=by, reason=reason)
    except NotPublishable as error:
        raise NotUndone(_("It cannot be published as things are now: %(why)s.") % {"why": error}) from error


_OF_CUSTODY = ("accession", "photo", "from_words", "to_words", "when_words", "edtf")


def _answer(step: Step, by: User) -> None:
    """A change of custody is only ever added to: another one says that it was entered by mistake."""
    entry = CustodyEvent.objects.get(pk=step.pk)
    words = _("The entry of %(day)s is taken back: it was made by mistake.") % {"day": date_format(entry.at)}
    about = {name: getattr(entry, name) for name in _OF_CUSTODY}
    CustodyEvent.objects.create(**about, how=_("taken back"), evidence=words, by=by, at=timezone.now())


_DO: dict[str, Callable[[Step, User], None]] = {
    Deed.BRING_BACK: _bring_back,
    Deed.PUT_BACK: _put_back,
    Deed.TAKE_AWAY: _take_away,
    Deed.DECIDE: _decide,
    Deed.ANSWER: _answer,
}


def _in_words(error: IntegrityError) -> str:
    diagnosis = getattr(error.__cause__, "diag", None)
    model = tables.model_of(getattr(diagnosis, "table_name", None) or "")
    where = model._meta.verbose_name_plural if model else _("the records")
    return _("It does not fit what is there now, among %(where)s: %(detail)s") % {
        "where": where,
        "detail": getattr(diagnosis, "message_detail", None) or str(error).partition("\n")[0],
    }
