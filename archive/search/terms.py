"""Sets of facet terms taken apart. What was read once is kept: what the number of a set means never changes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from threading import Lock
from typing import Any

import numpy as np
from django.db import connection

from archive.models import FacetSet
from archive.models.search import LOTS
from archive.search.matching import Matched
from archive.search.sets import EMPTY

Numbers = np.ndarray[Any, np.dtype[np.int64]]


class Sums:
    """How many photographs carry each term, of those that occur; ask for the most frequent of each letter."""

    def __init__(self, known: _Known, numbers: Numbers) -> None:
        self._known, self._numbers = known, numbers

    def all(self) -> dict[str, int]:
        """Every term that occurs with its number."""
        return {self._known.terms[place]: int(self._numbers[place]) for place in np.flatnonzero(self._numbers)}

    def most_frequent(self, count: int, *, also: Iterable[str]) -> dict[str, int]:
        """So many of each letter, the more frequent first, and those named in `also` that occur."""
        found: dict[str, int] = {}
        for places in self._known.by_letter():
            own = places[places < len(self._numbers)]
            own = own[self._numbers[own] > 0]
            if len(own) > count:
                least = np.partition(self._numbers[own], -count)[-count]
                own = own[self._numbers[own] >= least]
            ranked = sorted((-int(self._numbers[place]), self._known.terms[place]) for place in own)
            found |= {term: -number for number, term in ranked[:count]}
        return found | {term: number for term in also if (number := self.number_of(term))}

    def number_of(self, term: str) -> int:
        """How many carry this term."""
        place = self._known.places.get(term, len(self._numbers))
        return int(self._numbers[place]) if place < len(self._numbers) else 0


def sums_of(asked: Mapping[str, tuple[Matched, Iterable[str]]]) -> dict[str, Sums]:
    """For each name how many of its photographs carry each term of its lots. One query, for sets never met before."""
    known = _known_of(str(connection.settings_dict["NAME"]))
    counted = {name: [_counted(found.sets(lot)) for lot in lots] for name, (found, lots) in asked.items()}
    known.read([sets for own in counted.values() for sets, _numbers in own])
    return {name: Sums(known, known.sum(own)) for name, own in counted.items()}


def carrying(found: Matched, lot: str, terms: Collection[str]) -> Matched:
    """Those of these photographs that carry at least one of these terms of a lot. One query, as for `sums_of`."""
    known = _known_of(str(connection.settings_dict["NAME"]))
    known.read([_counted(found.sets(one))[0] for one in LOTS])
    sets = found.sets(lot)
    return found.where(known.with_any(terms, _counted(sets)[0])[sets])


def _counted(sets: Numbers) -> tuple[Numbers, Numbers]:
    """The sets that occur, and how often."""
    numbers = np.bincount(sets) if len(sets) else np.zeros(1, np.int64)
    occurring = np.flatnonzero(numbers)
    return occurring, numbers[occurring]


@dataclass
class _Known:
    """What this process has read of one database: the terms of a set lie in `flat` from `starts` on, `lengths` of them.

    A length of -1 is that of a set not read yet.
    """

    starts: Numbers = field(default_factory=lambda: np.zeros(1, np.int64))
    lengths: Numbers = field(default_factory=lambda: np.zeros(EMPTY + 1, np.int64))
    flat: Numbers = field(default_factory=lambda: np.zeros(0, np.int64))
    terms: list[str] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)
    letters: dict[str, list[int]] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def read(self, sets: Sequence[Numbers]) -> None:
        """See that these sets are known."""
        with self.lock:
            self._make_room(max(int(own.max(initial=EMPTY)) for own in sets))
            missing = {int(one) for own in sets for one in own[self.lengths[own] < 0]}
            if missing:
                self._learn(dict(FacetSet.objects.filter(pk__in=missing).values_list("pk", "key")))

    def sum(self, counted: Iterable[tuple[Numbers, Numbers]]) -> Numbers:
        """By the place of each term how many carry it, given known sets with how many carry them."""
        with self.lock:
            total = np.zeros(len(self.terms), np.int64)
            for sets, numbers in counted:
                places, times = self._taken_apart(sets)
                weights = np.repeat(numbers, times)
                total += np.bincount(places, weights, minlength=len(total)).astype(np.int64)
            return total

    def with_any(self, terms: Iterable[str], sets: Numbers) -> np.ndarray[Any, np.dtype[np.bool_]]:
        """By the number of a set, whether it is one of these known ones and holds at least one of these terms."""
        with self.lock:
            places = [self.places[term] for term in terms if term in self.places]
            held, times = self._taken_apart(sets)
            found = np.zeros(len(self.lengths), np.bool_)
            found[np.repeat(sets, times)[np.isin(held, places)]] = True
            return found

    def by_letter(self) -> list[Numbers]:
        """The places of the terms, by the letter of their facet."""
        with self.lock:
            return [np.array(places, np.int64) for places in self.letters.values()]

    def _taken_apart(self, sets: Numbers) -> tuple[Numbers, Numbers]:
        """The terms of these sets, one set after the other, and how many each has."""
        times = self.lengths[sets]
        ends = np.cumsum(times)
        within = np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - times, times)
        return self.flat[np.repeat(self.starts[sets], times) + within], times

    def _make_room(self, most: int) -> None:
        more = most + 1 - len(self.lengths)
        if more > 0:
            self.starts = np.append(self.starts, np.zeros(more, np.int64))
            self.lengths = np.append(self.lengths, np.full(more, -1, np.int64))

    def _learn(self, keys: Mapping[int, str]) -> None:
        own = {pk: [self._place_of(term) for term in key.split()] for pk, key in keys.items()}
        lengths = np.array([len(places) for places in own.values()], np.int64)
        pks = np.array(list(own), np.int64)
        self.starts[pks] = len(self.flat) + np.cumsum(lengths) - lengths
        self.flat = np.append(self.flat, np.fromiter(chain.from_iterable(own.values()), np.int64))
        self.lengths[pks] = lengths

    def _place_of(self, term: str) -> int:
        place = self.places.get(term)
        if place is None:
            place = self.places[term] = len(self.terms)
            self.terms.append(term)
            self.letters.setdefault(term.partition("/")[0], []).append(place)
        return place


@cache
def _known_of(database: str) -> _Known:
    return _Known()
