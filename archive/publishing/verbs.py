"""Publish, withdraw, bring back: each writes its decision, the state and the index in one transaction."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from archive.models import Decision, Image, Photo, User
from archive.models.images import random_key
from archive.search.indexing import index_photos
from archive.vocabulary import gate


class NotPublishable(Exception):
    """The gate would not let this photograph through; `bars` say why."""

    def __init__(self, photo: Photo, bars: tuple[gate.Bar, ...]) -> None:
        self.photo, self.bars = photo, bars
        super().__init__(f"{photo.number}: {', '.join(bar.value for bar in bars)}")


def publish(photo: Photo, *, by: User | None, reason: str = "") -> Decision:
    """Let the public see a photograph, as far and as soon as the rules allow. Raises NotPublishable."""
    with transaction.atomic():
        return _publish(_locked(photo), photo, by, reason)


def publish_lifting(photo: Photo, limits: Collection[str], *, by: User, reason: str) -> Decision:
    """Publish against the rules: the limits with these keys do not count for this photograph from now on.

    For registrars. Who, why and which limits stay in the decision for good; a limit that comes later counts again.
    Raises ValueError without a reason or for a key that is no limit of this photograph; NotPublishable when another
    limit still stands in the way.
    """
    if not reason.strip():
        raise ValueError("Publishing against the rules needs a reason.")
    with transaction.atomic():
        locked = _locked(photo)
        unknown = set(limits) - {limit.key for limit in locked.verdict().limits if limit.rule.is_waivable}
        if unknown:
            raise ValueError(f"No limits of {photo.number}: {', '.join(sorted(unknown))}")
        locked.lifted = photo.lifted = sorted({*locked.lifted, *limits})
        return _publish(locked, photo, by, reason)


def withdraw(photo: Photo, *, by: User | None, reason: str) -> Decision:
    """Take a photograph back: gone from every list and page on the next request, its pictures' addresses dead for good.

    Raises ValueError without a reason.
    """
    if not reason.strip():
        raise ValueError("A withdrawal needs a reason.")
    with transaction.atomic():
        _locked(photo)
        for image in photo.images.all():
            Image.objects.filter(pk=image.pk).update(key=random_key())
        return _take_in(photo, Photo.State.WITHDRAWN, Decision.Outcome.WITHDRAWN, by, reason)


def bring_back(photo: Photo, *, by: User | None, reason: str = "") -> Decision:
    """Make a withdrawn or published photograph a draft again, for staff only."""
    with transaction.atomic():
        _locked(photo)
        return _take_in(photo, Photo.State.DRAFT, Decision.Outcome.STAFF_ONLY, by, reason)


def _locked(photo: Photo) -> Photo:
    return Photo.objects.with_gate_facts().select_for_update(of=("self",)).get(pk=photo.pk)


def _publish(locked: Photo, photo: Photo, by: User | None, reason: str) -> Decision:
    bars = gate.hindrances(locked.gate_facts())
    if bars:
        raise NotPublishable(photo, bars)
    photo.lifted = locked.lifted
    return _decide(photo, Photo.State.PUBLIC, Decision.Outcome.PUBLIC, by, reason)


def _take_in(photo: Photo, state: Photo.State, outcome: Decision.Outcome, by: User | None, reason: str) -> Decision:
    photo.lifted = []
    return _decide(photo, state, outcome, by, reason)


def _decide(photo: Photo, state: Photo.State, outcome: Decision.Outcome, by: User | None, reason: str) -> Decision:
    photo.state = state
    photo.save(update_fields=["state", "lifted"])
    limits = [limit.key for limit in Photo.objects.with_gate_facts().get(pk=photo.pk).verdict().limits]
    decision = Decision.objects.create(
        photo=photo, outcome=outcome, by=by, reason=reason, limits=limits, lifted=photo.lifted
    )
    index_photos([photo.pk])
    return decision
