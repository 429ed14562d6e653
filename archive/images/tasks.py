"""What the worker does in the background: the smaller pictures of a new master, tried again when it fails."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from archive.images.adding import make_again
from archive.images.errors import NotAPicture
from archive.images.resembling import note_resemblances
from archive.models import Image, Preparation

_WAITS = (timedelta(minutes=1), timedelta(minutes=10))
"""How long before the second and the third attempt; then a person must ask."""


def ask_for_derivatives(image: Image) -> None:
    """Have a picture's smaller ones made, as soon as the present transaction is through."""
    now = timezone.now()
    fresh = {"state": Preparation.State.WAITING, "attempts": 0, "problem": "", "asked_at": now, "changed_at": now}
    Preparation.objects.update_or_create(image=image, defaults=fresh)
    make_derivatives.enqueue(image.pk)


@task()
def make_derivatives(image_id: int) -> None:
    """Make the smaller pictures of one master, and say how that went."""
    preparation = Preparation.objects.select_related("image").filter(image_id=image_id).first()
    if preparation is None or preparation.state == Preparation.State.DONE:
        return  # the picture is gone, or it was asked for twice
    preparation.attempts += 1
    _say(preparation, Preparation.State.UNDER_WAY)
    try:
        make_again(preparation.image)
        note_resemblances(preparation.image)
    except (NotAPicture, FileNotFoundError) as problem:
        _say(preparation, Preparation.State.FAILED, str(problem))
    except (Exception, SystemExit) as problem:
        # Whatever it was, also a worker told to stop at once: told to staff, tried again, left to the worker's record.
        _try_later(preparation, f"{type(problem).__name__}: {problem}")
        raise
    else:
        _say(preparation, Preparation.State.DONE)


def _say(preparation: Preparation, state: Preparation.State, problem: str = "") -> None:
    preparation.state, preparation.problem, preparation.changed_at = state, problem, timezone.now()
    preparation.save(update_fields=["state", "problem", "changed_at", "attempts"])


def _try_later(preparation: Preparation, problem: str) -> None:
    if preparation.attempts > len(_WAITS):
        _say(preparation, Preparation.State.FAILED, problem)
        return
    wait = _WAITS[preparation.attempts - 1]
    with transaction.atomic():
        _say(preparation, Preparation.State.WAITING, problem)
        make_derivatives.using(run_after=timezone.now() + wait).enqueue(preparation.image_id)
