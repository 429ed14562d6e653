"""Gunicorn's threads, which stay with a connection for a moment: the next request mostly follows an answer at once.

Gunicorn gives a connection back to its main thread after each answer, and that gives it to a thread again for the next
request. Where tiles come one after the other, the two turns cost as much as the tiles.
"""

from __future__ import annotations

import select
from concurrent.futures import Future
from typing import Any

from gunicorn.workers.gthread import ThreadWorker

MOMENT = 10
"""Milliseconds."""


class StayingThreads(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """Where all threads are busy none stays, so that nobody waits for a connection that is only kept open."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self._in_hand = 0  # connections with a thread or on their way to one; counted by the main thread alone

    def enqueue_req(self, conn: Any) -> None:
        self._in_hand += 1
        super().enqueue_req(conn)

    def finish_request(self, conn: Any, fs: Future[Any]) -> None:
        self._in_hand -= 1
        super().finish_request(conn, fs)

    def handle(self, conn: Any) -> Any:
        """Answer a request and those that follow it closely; what gunicorn's own says of the last."""
        outcome = super().handle(conn)
        while outcome is True and self._may_stay() and _speaks(conn):
            outcome = super().handle(conn)
        return outcome

    def _may_stay(self) -> bool:
        return bool(self.alive) and self._in_hand < self.cfg.threads


def _speaks(conn: Any) -> bool:
    """Whether a client says something, or hangs up, within the moment."""
    ears = select.poll()
    ears.register(conn.sock, select.POLLIN)
    return bool(ears.poll(MOMENT))
