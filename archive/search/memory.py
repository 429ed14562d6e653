"""What a process keeps of the index: the numbers of every entry, and which entries have the parts that many have.

To find a frequent word's entries costs PostgreSQL a look at each of them, and their numbers have to be sent. Kept here,
they cost a tenth. Nothing is shown that the database would not show: each question first asks what has changed since
(`changes`), in the same transaction of whoever changed it, and what did is read again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from threading import Lock
from typing import Any

import numpy as np
from django.db import connection

from archive.models import SearchEntry
from archive.models.prepared import prepared_cursor
from archive.search.changes import MOMENT, MOST_CHANGES, SINCE, STANDING, TERMS, Standing, missed
from archive.search.everywhere import Everywhere
from archive.search.matching import ROW, Matched
from archive.search.query import Demand

Mask = np.ndarray[Any, np.dtype[np.bool_]]
Numbers = np.ndarray[Any, np.dtype[np.int64]]
Having = np.ndarray[Any, np.dtype[Any]]
"""Which entries have a part: a mask of all of them, or the places of few."""

_ENTRIES = SearchEntry._meta.db_table
_OPENS = f"int8send(coalesce({MOMENT.format('public_from')}, 0))"
_ALL = f"SELECT {STANDING}, string_agg(packed, ''), string_agg({_OPENS}, '') FROM {_ENTRIES}"
_SOME = f"SELECT string_agg(packed, ''), string_agg({_OPENS}, '') FROM {_ENTRIES} WHERE photo_id = ANY(%s)"
_HAVING = f"""ARRAY(
    SELECT coalesce((SELECT string_agg(int8send(photo_id), '') FROM {_ENTRIES} WHERE terms @@ part::tsquery), '')
    FROM unnest(%s::text[]) WITH ORDINALITY AS asked (part, number) ORDER BY number
)"""
_WITH = f"SELECT {_HAVING}"
_SINCE = f"SELECT {_HAVING}, {STANDING}, {SINCE}"
_OF_SOME_WITH = f"""SELECT ARRAY(
    SELECT coalesce((
        SELECT string_agg(int8send(photo_id), '') FROM {_ENTRIES} WHERE photo_id = ANY(%s) AND terms @@ part::tsquery
    ), '')
    FROM unnest(%s::text[]) WITH ORDINALITY AS asked (part, number) ORDER BY number
)"""

_NEVER = np.iinfo(np.int64).max
_FREQUENT = 200
"""A part that one of so many entries has is kept; what is rarer PostgreSQL finds as quickly."""

_ROOM = 64 << 20
"""Bytes for the parts that are kept, those asked for last."""


@dataclass(frozen=True)
class Recalled:
    """For each name that was asked for the public entries that meet its demand; those that the clock has opened; and
    what is known of all of them."""

    found: Mapping[str, Matched]
    timed: Matched
    everywhere: Everywhere


def recall(asked: Mapping[str, Demand]) -> Recalled:
    """What answers these demands, as the database has it now.

    Not for use within a transaction: it may have changed entries in a way that nobody else shall see. One query where
    everything is known and nothing has changed; one more for each that reads what is new, what has changed, and parts.
    """
    return _memory_of(str(connection.settings_dict["NAME"])).recall(asked)


@dataclass(frozen=True)
class _Entries:
    """The numbers of every entry, a column for each. One that is gone keeps its place and opens never.

    `opens` is from when on the public may see it, in microseconds since 1970; 0 for always. `places` says by the key of
    a photograph where its entry stands, -1 for nowhere.
    """

    columns: Mapping[str, np.ndarray[Any, np.dtype[Any]]]
    opens: Numbers
    places: Numbers

    @property
    def count(self) -> int:
        return len(self.opens)

    @cached_property
    def always(self) -> Mask:
        """Which of them are open whatever the clock says."""
        return self.opens == 0

    @cached_property
    def timed(self) -> Numbers:
        """Where those stand that the clock opens, or has opened."""
        return np.flatnonzero((self.opens > 0) & (self.opens < _NEVER))

    def opened(self, now: int) -> Numbers:
        """Where those stand that the clock has opened by this moment."""
        return self.timed[self.opens[self.timed] <= now]

    def open(self, now: int) -> Mask:
        """Which of them the public may see at this moment."""
        opened = self.opened(now)
        if not len(opened):
            return self.always
        mask = self.always.copy()
        mask[opened] = True
        return mask

    def places_of(self, photos: Numbers) -> Numbers:
        """Where these photographs stand, of those that have a place."""
        places = self.places[photos[photos < len(self.places)]]
        return places[places >= 0]

    def renewed(self, photos: Numbers, rows: np.ndarray[Any, np.dtype[Any]], opens: Numbers) -> _Entries:
        """With these rows in place of what was known of these photographs; those without a row are gone."""
        gone = self.opens.copy()
        gone[self.places_of(photos)] = _NEVER
        grown = replace(self, opens=gone)._with_room(rows["photo"].astype(np.int64))
        at = grown.places[rows["photo"]]
        columns = {name: column.copy() for name, column in grown.columns.items()}
        for name, column in columns.items():
            column[at] = rows[name]
        grown.opens[at] = opens
        return replace(grown, columns=columns)

    def _with_room(self, photos: Numbers) -> _Entries:
        """With a place for each of these photographs, new ones at the end."""
        most = int(photos.max(initial=-1)) + 1
        places = np.append(self.places, np.full(max(0, most - len(self.places)), -1, np.int64))
        new = photos[places[photos] < 0]
        places[new] = np.arange(self.count, self.count + len(new))
        columns = {name: np.append(column, np.zeros(len(new), column.dtype)) for name, column in self.columns.items()}
        return _Entries(columns, np.append(self.opens, np.full(len(new), _NEVER, np.int64)), places)


@dataclass(frozen=True)
class _Part:
    """Which entries have a part, a bit for each place, as of so many changes."""

    bits: np.ndarray[Any, np.dtype[np.uint8]]
    changes: int

    def mask(self, count: int) -> Mask:
        mask = np.unpackbits(self.bits, count=min(count, len(self.bits) * 8)).view(np.bool_)
        return np.append(mask, np.zeros(count - len(mask), np.bool_)) if len(mask) < count else mask


class _Memory:
    """What is kept of one database. `changes` are photographs read again since the entries were, in that order."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._standing: Standing | None = None
        self._entries = _NOTHING
        self._changes: list[int] = []
        self._parts: OrderedDict[str, _Part] = OrderedDict()
        self._everywhere = Everywhere()

    def recall(self, asked: Mapping[str, Demand]) -> Recalled:
        parts = list({part for demand in asked.values() for part in (*demand.parts, *demand.without)})
        with self._lock:
            now, having = self._as_of_now(parts)
            entries, everywhere = self._entries, self._everywhere
        is_open = entries.open(now)
        found = {name: Matched(entries.columns, _meeting(demand, is_open, having)) for name, demand in asked.items()}
        return Recalled(found, Matched(entries.columns, entries.opened(now)), everywhere)

    def _as_of_now(self, parts: list[str]) -> tuple[int, dict[str, Having]]:
        """The moment it is by the database's clock, and which entries have each of these parts."""
        if self._standing:
            kept = [text for text in parts if text in self._parts]
            new = [text for text in parts if text not in self._parts]
            having, *standing, is_set_back, photos = _asked(_SINCE, [new, *[self._standing.snapshot] * 3])
            now = Standing(*standing)
            changed = missed(self._standing, now, is_set_back, photos)
            if changed is not None and len(self._changes) + len(changed) <= MOST_CHANGES:
                self._catch_up(changed)
                self._standing = now
                return now.now, {**self._kept_masks(kept), **self._learned(new, map(_numbers, having))}
        return self._read_everything(), self._learned(parts, _having(_WITH, parts))

    def _catch_up(self, changed: list[int]) -> None:
        """Read again what changed."""
        if changed:
            self._everywhere = Everywhere()
        entries = [photo for photo in changed if photo != TERMS]
        if entries:
            rows, opens = _fetched(_SOME, [entries])
            self._entries = self._entries.renewed(np.array(entries, np.int64), rows, opens)
            self._changes += entries

    def _read_everything(self) -> int:
        *standing, packed, opens = _asked(_ALL, [])
        self._standing = Standing(*standing)
        self._entries = _NOTHING.renewed(np.zeros(0, np.int64), *_unpacked(packed, opens))
        self._changes, self._parts, self._everywhere = [], OrderedDict(), Everywhere()
        return self._standing.now

    def _learned(self, texts: Iterable[str], having: Iterable[Numbers]) -> dict[str, Having]:
        """Parts that were not kept. What is frequent is kept from now on."""
        learned: dict[str, Having] = {}
        for text, photos in zip(texts, having, strict=True):
            learned[text] = places = self._entries.places_of(photos)
            if len(places) * _FREQUENT >= self._entries.count:
                learned[text] = mask = np.zeros(self._entries.count, np.bool_)
                mask[places] = True
                self._keep(text, mask)
        return learned

    def _kept_masks(self, texts: Iterable[str]) -> dict[str, Mask]:
        """The masks of parts that are kept; of what changed since they were is asked again, in one query."""
        for text in texts:
            self._parts.move_to_end(text)
        masks = {text: self._parts[text].mask(self._entries.count) for text in texts}
        old = [text for text in texts if self._parts[text].changes < len(self._changes)]
        if old:
            changed = self._changes[min(self._parts[text].changes for text in old) :]
            places = self._entries.places_of(np.array(changed, np.int64))
            for text, photos in zip(old, _having(_OF_SOME_WITH, changed, old), strict=True):
                masks[text][places] = False
                masks[text][self._entries.places_of(photos)] = True
                self._keep(text, masks[text])
        return masks

    def _keep(self, text: str, mask: Mask) -> None:
        bits = np.packbits(mask)
        self._parts[text] = _Part(bits, len(self._changes))
        while len(self._parts) * len(bits) > _ROOM:
            self._parts.popitem(last=False)


_NOTHING = _Entries(
    {name: np.zeros(0, ROW[name].newbyteorder("=")) for name in ROW.names or ()},
    np.zeros(0, np.int64),
    np.zeros(0, np.int64),
)


def _meeting(demand: Demand, is_open: Mask, having: Mapping[str, Having]) -> Numbers:
    """Where those stand that meet the demand and are open. What few have is not looked for among all."""
    parts = sorted((having[part] for part in demand.parts), key=lambda one: (one.dtype == np.bool_, len(one)))
    masks = [is_open, *(one for one in parts if one.dtype == np.bool_)]
    few = parts[: len(parts) - len(masks) + 1]
    if few:
        places = few[0]
        for one in (*few[1:], *masks):
            places = places[_has(one, places)]
    else:
        places = np.flatnonzero(np.logical_and.reduce(masks))
    for part in demand.without:
        places = places[~_has(having[part], places)]
    return places


def _has(having: Having, places: Numbers) -> Mask:
    """For each of these places whether it is among those who have a part."""
    return having[places] if having.dtype == np.bool_ else np.isin(places, having)


def _asked(sql: str, params: list[Any]) -> tuple[Any, ...]:
    with prepared_cursor(is_binary=True) as cursor:
        cursor.execute(sql, params)
        row: tuple[Any, ...] = cursor.fetchone()
        return row


def _fetched(sql: str, params: list[Any]) -> tuple[np.ndarray[Any, np.dtype[Any]], Numbers]:
    return _unpacked(*_asked(sql, params))


def _unpacked(packed: bytes | None, opens: bytes | None) -> tuple[np.ndarray[Any, np.dtype[Any]], Numbers]:
    return np.frombuffer(packed or b"", ROW), _numbers(opens or b"")


def _having(sql: str, *params: Any) -> Iterable[Numbers]:
    """For each of some parts the photographs that have it."""
    (having,) = _asked(sql, list(params))
    return map(_numbers, having)


def _numbers(sent: bytes) -> Numbers:
    return np.frombuffer(sent, ">i8").astype(np.int64)


@cache
def _memory_of(database: str) -> _Memory:
    return _Memory()
