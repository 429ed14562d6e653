"""Who may see which part of the history, and who may put what back: what they may see and edit today, and no more."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser

from archive.history.tables import Model, model_of, owner_of
from archive.models import Act, Photo, User
from archive.models.append_only import AppendOnly
from archive.models.history import ChangeQuerySet, State
from archive.models.tracking import tracked_models

RESTORES = "archive.restore_record"
UNDOES = "archive.undo_act"
Person = User | AnonymousUser

_LEDGERS = frozenset(
    {
        *("archive_importbatch", "archive_importrow", "archive_proposal", "archive_intake", "archive_intakefile"),
        *("archive_sourcemerge", "archive_fixitycheck", "archive_resemblance", "archive_tombstone"),
        *("archive_donorlink", "archive_takedownrequest", "archive_correction", "archive_sendercontact"),
        *("campaigns_suggestedlink", "campaigns_withdrawnpreference"),
    }
)
"""Nobody edits these by hand: they follow what they are about, for whoever may see them."""


def may(user: Person, verb: str, model: Model) -> bool:
    """Whether somebody may `view`, `add`, `change` or `delete` records of this model."""
    meta = owner_of(model)._meta
    return user.has_perm(f"{meta.app_label}.{verb}_{meta.model_name}")


def tables_seen(user: Person) -> list[str]:
    """The tables whose history somebody may see: of the records they may see."""
    return [model._meta.db_table for model in tracked_models() if may(user, "view", model)]


def seen(changes: ChangeQuerySet, user: Person) -> ChangeQuerySet:
    """Of these changes, those that somebody may see."""
    return changes.filter(table__in=tables_seen(user))


def may_see_table(user: Person, table: str) -> bool:
    """Whether somebody may see what happened in this table."""
    model = model_of(table)
    return model is not None and may(user, "view", model)


def may_write(user: Person, verb: str, model: Model, state: State | None) -> bool:
    """Whether somebody may `add`, `change` or `delete` this record by hand, as its photograph stands now."""
    if model._meta.db_table in _LEDGERS:
        return may(user, "view", model)
    # A row of a many-to-many field comes and goes with a change of its owner.
    verb = "change" if owner_of(model) is not model else verb
    return may(user, verb, model) and (not _is_public(model, state) or user.has_perm("archive.publish_photo"))


def may_restore(user: Person, model: Model, state: State | None) -> bool:
    """Whether somebody may put an earlier state of this record in the place of the present one."""
    return can_be_restored(model) and user.has_perm(RESTORES) and may_write(user, "change", model, state)


def can_be_restored(model: Model) -> bool:
    """Whether records of this model have fields that somebody typed and may type anew."""
    return not issubclass(model, AppendOnly) and model._meta.db_table not in _LEDGERS


def may_undo(user: Person, act: Act) -> bool:
    """Whether somebody may undo whole acts; each of the changes is asked for too."""
    return user.has_perm(UNDOES)


def _is_public(model: Model, state: State | None) -> bool:
    photo = (state or {}).get("id" if model is Photo else "photo_id")
    return photo is not None and Photo.objects.filter(pk=photo, state=Photo.State.PUBLIC).exists()
