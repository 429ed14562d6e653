"""All ways of searching asked the same, by turns, so that whatever else the machine does falls on all of them."""

from __future__ import annotations

import re
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from archive.models import Card
from bench.home import postmaster
from bench.inside import Inside, Queries
from bench.processor import Clock, Processor, ThisProcess
from bench.production import Production
from bench.questions import Question
from bench.rival import Found, Rival

ROUNDS, ANSWERS, ASKED = 10, 4, 3
"""Rounds; in each, requests to the server, and requests from inside and to every rival."""

_OTHERS = 6  # visitors who come before, so that every worker of the server has seen each page once
_TOTAL = re.compile(r'id="results".*?(\d[\d,.]*)', re.DOTALL)
_NUMBER = re.compile(r'href="/photos/(\d+\.\d+\.\d+)/')


@dataclass(frozen=True)
class Spent:
    """Processor time of PostgreSQL and of the process that asked it, in milliseconds."""

    database: float
    asking: float

    @property
    def all(self) -> float:
        return self.database + self.asking


@dataclass
class Measured:
    """One row. Times in milliseconds, one for each request; processor times for each round, but of `recalling`.

    `first` is what the first visitor waits for, whose words no process of the server has met yet.
    """

    question: Question
    found: Found
    queries: int = 0
    first: float = 0.0
    database: list[float] = field(default_factory=list)
    recalling: list[float] = field(default_factory=list)
    responses: list[float] = field(default_factory=list)
    whole: list[Spent] = field(default_factory=list)
    undrawn: list[Spent] = field(default_factory=list)
    rivals: dict[str, list[Spent]] = field(default_factory=dict)
    rivals_found: dict[str, Found] = field(default_factory=dict)


class Bench:
    """The server and its rivals, ready to be asked."""

    def __init__(self, server: Production, rivals: Sequence[Rival]) -> None:
        self._visitor, self._others = server.visitor(), [server.visitor() for _other in range(_OTHERS)]
        self._inside, self._rivals = Inside(), rivals
        self._database, self._server, self._here = Processor(postmaster()), Processor(server.pid), ThisProcess()

    def measure(self, questions: Sequence[Question]) -> list[Measured]:
        """Every question, in all rounds, after a first time that does not count."""
        rows = [self._first(question) for question in questions]
        for _round in range(ROUNDS):
            for row in rows:
                self._round(row)
        return rows

    def _first(self, question: Question) -> Measured:
        first, *_others = [other.page(question.address).took for other in self._others]
        row = Measured(question, _read(question, self._visitor.page(question.address).text), first=first)
        row.queries = self._inside.get(question.address).count
        row.rivals_found = {rival.name: rival.find(question) for rival in self._rivals}
        row.rivals = {rival.name: [] for rival in self._rivals}
        return row

    def _round(self, row: Measured) -> None:
        question = row.question
        respond = partial(self._visitor.page, question.address)
        row.whole.append(self._spent(ANSWERS, self._server, lambda: row.responses.append(respond().took)))
        look = partial(self._inside.get, question.address)
        row.undrawn.append(self._spent(ASKED, self._here, lambda: _note(row, look())))
        for rival in self._rivals:
            row.rivals[rival.name].append(self._spent(ASKED, self._here, partial(rival.find, question)))

    def _spent(self, times: int, asking: Clock, act: Callable[[], object]) -> Spent:
        """The processor time of one act. The clock of who asks is read next to it: to read the other takes a while."""
        database, own = self._database.spent(), asking.spent()
        for _time in range(times):
            act()
        own = asking.spent() - own
        return Spent((self._database.spent() - database) / times, own / times)


def _note(row: Measured, queries: Queries) -> None:
    row.database.append(queries.took)
    row.recalling.append(queries.recalling)


def _read(question: Question, text: str) -> Found:
    """What the page itself says."""
    if question.is_suggestion:
        return Found(text.count('"count"'), [])
    total = _TOTAL.search(text)
    numbers = list(dict.fromkeys(_NUMBER.findall(text)))
    keys = dict(Card.objects.filter(number__in=numbers).values_list("number", "pk"))
    return Found(int(re.sub(r"\D", "", total[1])) if total else 0, [keys[number] for number in numbers])


def median(figures: Sequence[float]) -> float:
    """The middle one."""
    return statistics.median(figures)


def p95(figures: Sequence[float]) -> float:
    """What nineteen of twenty stay under."""
    return sorted(figures)[max(0, round(len(figures) * 0.95) - 1)]
