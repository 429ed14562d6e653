"""Many hands at few records, over HTTP: no acknowledged edit is lost, no history forks, every conflict is shown.

Workers open a record, wait a moment, and save a text of their own. Each keeps a journal of what it saw and of what was
acknowledged; afterwards the journals are compared with the history.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection
from itertools import pairwise
from urllib.parse import urlencode, urlsplit

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from forms import filled

from archive.models import Change, Source, User

_MOST_TRIES = 60


@dataclass
class Hand:
    """One worker with a browser of its own: what it saw before each save that was acknowledged, and its conflicts."""

    name: str
    server: str
    session: str
    journal: list[tuple[int, str, str]] = field(default_factory=list)
    conflicts: int = 0
    unanswered: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._line = HTTPConnection(urlsplit(self.server).netloc, timeout=60)
        self._cookies = {settings.SESSION_COOKIE_NAME: self.session}

    def edit(self, pk: int, text: str, dice: random.Random) -> None:
        """Open the record, and save this text; where somebody was faster, look at both texts and insist."""
        url = reverse("admin:archive_source_change", args=[pk])
        _status, page = self._ask("GET", url)
        seen = str(filled(page)["note"])
        for _try in range(_MOST_TRIES):
            time.sleep(dice.uniform(0, 0.05))
            status, answer = self._ask("POST", url, {**filled(page), "note": text})
            if status == 302:
                self.journal.append((pk, seen, text))
                return
            assert status == 409, answer[:500]
            page, seen = answer, self._theirs(answer, text)
        raise AssertionError(f"{text} could not be saved")

    def leave(self) -> None:
        """Hang up, so that the server lets go of the database."""
        self._line.close()

    def _theirs(self, page: str, mine: str) -> str:
        self.conflicts += 1
        theirs = (
            page.partition("_pick:note")[0]
            .rpartition("<tbody>")[2]
            .partition("<td>")[2]
            .partition("</td>")[0]
            .replace("<del>", "")
            .replace("</del>", "")
        )
        if not theirs or filled(page)["note"] != mine:
            self.unanswered.append(mine)
        return theirs

    def _ask(self, method: str, url: str, form: dict | None = None) -> tuple[int, str]:
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        headers = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}
        self._line.request(method, url, urlencode(form, doseq=True) if form else None, headers)
        answer = self._line.getresponse()
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            name, _is, value = cookie.partition(";")[0].partition("=")
            self._cookies[name] = value
        return answer.status, answer.read().decode()


def hands(server: str, count: int) -> Iterator[Hand]:
    """Workers who have signed in."""
    for number in range(count):
        user = User.objects.create_superuser(f"hand{number}")
        client = Client()
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        yield Hand(user.username, server, client.cookies[settings.SESSION_COOKIE_NAME].value)


def work(hand: Hand, records: list[int], edits: int, seed: int) -> Hand:
    """So many edits of records chosen by chance."""
    dice = random.Random(seed)
    for number in range(edits):
        hand.edit(dice.choice(records), f"{hand.name} {number}", dice)
    hand.leave()
    return hand


def prove(server: str, *, workers: int, edits: int, records: int) -> list[Hand]:
    """Let them work, then compare their journals with the history."""
    pks = [Source.objects.create(title=f"Letter {n}", kind="letter", note="-").pk for n in range(records)]
    team = list(hands(server, workers))
    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(lambda one: work(one[1], pks, edits // workers, one[0]), enumerate(team)))
    told = {}
    for pk in pks:
        changes = list(Change.objects.of(Source, pk).select_related("act"))
        for earlier, later in pairwise(changes):
            assert later.before == earlier.after, "the history forks"
        assert changes[-1].after["note"] == Source.objects.get(pk=pk).note
        told |= {(pk, one.after["note"]): (one.before["note"], one.act.by_name) for one in changes[1:]}
    for hand in team:
        assert hand.unanswered == [], "a conflict without both texts"
        for pk, seen, text in hand.journal:
            assert told.pop((pk, text)) == (seen, hand.name), "an edit was lost, or overwritten unseen"
    assert told == {}, "changes nobody made"
    return team


@pytest.mark.django_db(transaction=True)
def test_a_few_hands_at_two_records_lose_nothing(live_server):
    team = prove(live_server.url, workers=3, edits=24, records=2)
    assert sum(len(hand.journal) for hand in team) == 24


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_eight_hands_and_1600_edits_of_twenty_records_lose_nothing(live_server, capsys):
    begun = time.monotonic()
    team = prove(live_server.url, workers=8, edits=1600, records=20)
    assert sum(len(hand.journal) for hand in team) == 1600
    conflicts = sum(hand.conflicts for hand in team)
    assert conflicts > 0
    with capsys.disabled():
        print(f"\n1600 edits in {time.monotonic() - begun:.0f} s, {conflicts} conflicts, each with both texts")  # noqa: T201
