"""Makes every search entry anew. Many photographs are drafted by several processes; all is written by this one."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

from django.db import connection, transaction
from django.db.models import Q

from archive.models import Photo
from archive.search.drafting import Draft, draft
from archive.search.hands import begin
from archive.search.indexing import AT_ONCE, lock, set_down
from archive.search.tallies import rebuild_tallies

MANY = 20_000
"""Fewer are drafted here: to start other processes takes seconds."""

_WAITING = 2
"""Drafts that wait for each process's next turn to be written: they are large."""


def rebuild(progress: Callable[[int], None] = lambda done: None) -> int:
    """Make every entry anew, in one transaction. Calls `progress` with the number done; returns it."""
    with transaction.atomic():
        wanted = Photo.objects.filter(Q(state=Photo.State.PUBLIC) | Q(entry__isnull=False))
        ids = list(wanted.order_by("pk").values_list("pk", flat=True))
        parts = [ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE)]
        # All are held before the first is read, so that whoever changes one indexes it again afterwards.
        for part in parts:
            lock(part)
        done = 0
        for made in _drafted_by_others(parts) if len(ids) >= MANY else map(draft, parts):
            set_down(made)
            done += len(made.ids)
            progress(done)
        rebuild_tallies()
    return len(ids)


def _drafted_by_others(parts: Iterable[Sequence[int]]) -> Iterator[Draft]:
    """In the order of the parts. The others see what is committed, which is all there is of what this process holds."""
    hands = os.cpu_count() or 1
    waiting: deque[Future[Draft]] = deque()
    # Started afresh: a fork would share this process's connection to the database.
    start, database = get_context("spawn"), (connection.settings_dict["NAME"],)
    with ProcessPoolExecutor(hands, mp_context=start, initializer=begin, initargs=database) as others:
        for part in parts:
            waiting.append(others.submit(draft, part))
            if len(waiting) > hands * _WAITING:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
