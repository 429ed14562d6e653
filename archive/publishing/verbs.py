"""Publish, withdraw, bring back: each writes its decision, the state and the index in one transaction."""

from __future__ import annotations

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
    """Let the public see a photograph, at once or when its embargo is over. Raises NotPublishable."""
    with transaction.atomic():
        locked = _locked(photo)
        bars = gate.hindrances(locked.gate_facts())
        if bars:
            raise NotPublishable(photo, bars)
        return _decide(photo, Photo.State.PUBLIC, Decision.Outcome.PUBLIC, by, reason)


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
        return _decide(photo, Photo.State.WITHDRAWN, Decision.Outcome.WITHDRAWN, by, reason)


def bring_back(photo: Photo, *, by: User | None, reason: str = "") -> Decision:
    """Make a withdrawn or published photograph a draft again, for staff only."""
    with transaction.atomic():
        _locked(photo)
        return _decide(photo, Photo.State.DRAFT, Decision.Outcome.STAFF_ONLY, by, reason)


def _locked(photo: Photo) -> Photo:
    return Photo.objects.with_gate_facts().select_for_update(of=("self",)).get(pk=photo.pk)


def _decide(photo: Photo, state: Photo.State, outcome: Decision.Outcome, by: User | None, reason: str) -> Decision:
    photo.state = state
    photo.save(update_fields=["state"])
    decision = Decision.objects.create(photo=photo, outcome=outcome, by=by, reason=reason)
    index_photos([photo.pk])
    return decision
