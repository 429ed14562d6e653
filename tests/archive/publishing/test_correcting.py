"""Many hands at one correction: at the same moment, not one after the other."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from factories import indexed, make_dating, make_photo

from archive.models import Correction, Source, User
from archive.publishing.corrected import Taken
from archive.publishing.correcting import Moved, accept, open_again, reject
from archive.publishing.standing import stands_now

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def photo():
    photo = make_photo()
    make_dating(photo, "1944-23")
    indexed(photo)
    return photo


def sent(photo, told: str = "spring 1944") -> Correction:
    dating = photo.datings.first()
    return Correction(photo=photo, about=dating.slug, kind="date", label="Taken", asked={"role": "depicted"}, told=told)


def at_once(*verbs) -> list:
    """What each gave or raised, all begun at the same moment."""
    start = Barrier(len(verbs))

    def do(verb):
        start.wait()
        try:
            return verb()
        except Moved as moved:
            return moved
        finally:
            connection.close()

    with ThreadPoolExecutor(len(verbs)) as hands:
        return list(hands.map(do, verbs))


def test_of_two_curators_at_the_same_moment_one_decides(photo):
    one, other = (User.objects.create_user(name) for name in ("one", "other"))
    correction = Correction.objects.get(token_hash__isnull=False, pk=_kept(photo))
    for _round in range(5):
        seen = stands_now(Correction.objects.get())
        taken = Taken("spring 1944", {"edtf": "1944-21"})
        done = at_once(
            lambda: accept(correction, taken, by=one, seen=seen),  # noqa: B023
            lambda: reject(correction, by=other, seen=seen, answer="No"),  # noqa: B023
        )
        assert sum(isinstance(result, Moved) for result in done) == 1
        now = Correction.objects.get()
        made = 1 if now.state == "accepted" else 0
        assert (photo.datings.count(), Source.objects.count()) == (1 + made, made)
        open_again(now, by=one, seen=stands_now(now))


def test_a_form_sent_twice_at_the_same_moment_is_one_correction(photo):
    tokens = at_once(*[lambda: Correction.objects.keep(sent(photo))] * 4)
    assert len(set(tokens)) == 1
    assert Correction.objects.count() == 1


def test_two_accepted_at_the_same_moment_have_two_sources(photo):
    user = User.objects.create_user("one")
    both = [Correction.objects.get(pk=_kept(photo, told)) for told in ("spring 1944", "summer 1944")]
    taken = Taken("1944", {"edtf": "1944"})
    at_once(*(lambda one=one: accept(one, taken, by=user, seen=stands_now(one)) for one in both))
    assert Source.objects.count() == 2


def test_of_two_photographs_at_the_same_moment_two_visitors_of_one_day_are_two_sources(photo):
    user, other = User.objects.create_user("one"), make_photo()
    make_dating(other, "1943")
    both = [Correction.objects.get(pk=_kept(one)) for one in (photo, other)]
    taken = Taken("1944", {"edtf": "1944"})
    at_once(*(lambda one=one: accept(one, taken, by=user, seen=stands_now(one)) for one in both))
    assert Source.objects.count() == 2
    assert Correction.objects.accepted().count() == 2


def _kept(photo, told: str = "spring 1944") -> int:
    Correction.objects.keep(sent(photo, told))
    return Correction.objects.latest("pk").pk
