"""Which steps of an undo are taken: a record that somebody worked on since stays, whole, with what it rests on."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from django.db import models

from archive.history.planning import Deed, Key, Step


def chosen(steps: Sequence[Step], anyway: Collection[str]) -> list[Step]:
    """The steps to take: what nothing is in the way of, or is wanted `anyway`, by the steps' keys."""
    free = [step for step in steps if _is_free(step, anyway)]
    leaving = {(step.model, step.pk): step for step in steps if step.deed == Deed.TAKE_AWAY}
    staying = _staying(leaving, {(step.model, step.pk) for step in free})
    return [step for step in free if step.deed != Deed.TAKE_AWAY or (step.model, step.pk) not in staying]


def _is_free(step: Step, anyway: Collection[str]) -> bool:
    return not step.obstacle and step.deed != Deed.STAY and (not step.changed_since or step.key in anyway)


def _staying(leaving: dict[Key, Step], free: set[Key]) -> set[Key]:
    """Of the records that would go away, those that stay: with one go its parts, and with a part what it rests on."""
    bound: dict[Key, set[Key]] = {key: set() for key in leaving}
    for key, step in leaving.items():
        for target, is_part in _references(step):
            if target in bound:
                bound[key].add(target)
                if is_part:
                    bound[target].add(key)
    staying: set[Key] = set()
    open_ones = [key for key in leaving if key not in free]
    while open_ones:
        key = open_ones.pop()
        if key not in staying:
            staying.add(key)
            open_ones += bound[key]
    return staying


def _references(step: Step) -> Iterator[tuple[Key, bool]]:
    """The records this one refers to, and whether it is a part of them, which goes or lets go when they do."""
    for field in step.model._meta.concrete_fields:
        value = (step.now or {}).get(field.column or "")
        if isinstance(field, models.ForeignKey) and value is not None:
            is_part = field.remote_field.on_delete in (models.CASCADE, models.SET_NULL)
            yield (field.remote_field.model, str(value)), is_part
