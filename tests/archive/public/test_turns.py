"""Lists take their turn."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Lock, Semaphore

from django.http import HttpRequest, HttpResponse

from archive.public.turns import in_turn

_LISTS = 5
_PATIENCE = 10


class Crowd:
    """Counts who is inside, and lets them out one by one."""

    def __init__(self) -> None:
        self.inside = self.most = 0
        self.entered, self.lock, self.door = Semaphore(0), Lock(), Semaphore(0)

    def view(self, request: HttpRequest) -> HttpResponse:
        with self.lock:
            self.inside += 1
            self.most = max(self.most, self.inside)
        self.entered.release()
        assert self.door.acquire(timeout=_PATIENCE)
        with self.lock:
            self.inside -= 1
        return HttpResponse("a list")


def test_no_more_than_one_list_is_made_at_a_time_and_all_are_answered():
    crowd, begun = Crowd(), Barrier(_LISTS)
    view = in_turn(crowd.view)

    def ask() -> bytes:
        begun.wait(_PATIENCE)
        return view(HttpRequest()).content

    with ThreadPoolExecutor(_LISTS) as visitors:
        answers = [visitors.submit(ask) for _visitor in range(_LISTS)]
        assert crowd.entered.acquire(timeout=_PATIENCE)
        assert not crowd.entered.acquire(timeout=0.2)
        crowd.door.release(_LISTS)
        assert [answer.result() for answer in answers] == [b"a list"] * _LISTS
    assert crowd.most == 1


def test_a_list_that_fails_lets_the_next_one_in():
    @in_turn
    def broken(request: HttpRequest) -> HttpResponse:
        raise ValueError

    for _turn in range(3):
        try:
            broken(HttpRequest())
        except ValueError:
            continue
    assert in_turn(lambda request: HttpResponse("next"))(HttpRequest()).content == b"next"
