"""Which of several statements is shown first: said with a reason, signed, and taken back the same way.

The others stay as they are and stay visible. What was preferred before stays in the history, with its reason.
"""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.models import Photo, Statement, User
from archive.models.acting import act
from archive.search.indexing import reindexed

_PREFERENCE = ["preferred", "preferred_because", "preferred_by", "preferred_at"]


class NotPreferred(Exception):
    """Nothing was changed. The text says why, and what to do."""


def prefer(statement: Statement, *, because: str, by: User | None) -> None:
    """Show this statement first among those that answer the same; the one shown first until now gives way.

    Raises NotPreferred without a reason, and for a statement that is rejected or preferred already.
    """
    reason = _reason(because)
    with act(by=by, reason=reason), transaction.atomic():
        current = _held(statement)
        if not current.is_standing():
            raise NotPreferred(_("It was rejected. Say that it stands before you prefer it."))
        if current.preferred:
            raise NotPreferred(_("It is the preferred one already. Take that back first to give another reason."))
        with reindexed(current):
            for other in current.rivals():
                _unset(other)
            _set(current, because=reason, by=by)
    _copy(current, statement)


def take_back(statement: Statement, *, because: str, by: User | None) -> None:
    """Prefer none of the statements that answer the same: the surest is shown first again.

    Raises NotPreferred without a reason, and for a statement that is not the preferred one.
    """
    reason = _reason(because)
    with act(by=by, reason=reason), transaction.atomic():
        current = _held(statement)
        if not current.preferred:
            raise NotPreferred(_("It is not the preferred one any more."))
        with reindexed(current):
            _unset(current)
    _copy(current, statement)


def hold(photo: Photo | int) -> None:
    """Hold a photograph until the transaction ends, as all who write about it do: two who prefer come one by one."""
    Photo.objects.select_for_update(no_key=True).get(pk=photo.pk if isinstance(photo, Photo) else photo)


def _reason(because: str) -> str:
    if not because.strip():
        raise NotPreferred(_("Say why: visitors read it beside the statement."))
    return because.strip()


def _held(statement: Statement) -> Statement:
    """The statement as the database has it, once nobody else can change what is said of its photograph."""
    hold(statement.photo_id)
    found = type(statement)._default_manager.filter(pk=statement.pk).first()
    if found is None:
        raise NotPreferred(_("It was deleted meanwhile."))
    return found


def _set(statement: Statement, *, because: str, by: User | None) -> None:
    statement.preferred, statement.preferred_because = True, because
    statement.preferred_by, statement.preferred_at = by, timezone.now()
    statement.save(update_fields=_PREFERENCE)


def _unset(statement: Statement) -> None:
    if statement.preferred:
        statement.preferred, statement.preferred_because = False, ""
        statement.preferred_by = statement.preferred_at = None
        statement.save(update_fields=_PREFERENCE)


def _copy(current: Statement, given: Statement) -> None:
    for name in _PREFERENCE:
        setattr(given, name, getattr(current, name))
