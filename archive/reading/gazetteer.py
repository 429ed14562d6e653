"""The place names a reader may rely on: what it needs of a gazetteer, and one held in memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from archive.reading.folding import fold, name_key


@dataclass(frozen=True)
class PlaceCandidate:
    """A place that a name may mean. `within` are its ancestors, nearest first; `sure` is False for a doubtful entry."""

    place_id: str
    kind: str = ""
    within: tuple[str, ...] = ()
    sure: bool = True


class Gazetteer(Protocol):
    """What the reader asks of a gazetteer. Keys are those of `archive.reading.folding.name_key`."""

    def candidates(self, key: str) -> Sequence[PlaceCandidate]:
        """All places that bear the name with this key, in no order of preference."""

    def begins_name(self, key: str) -> bool:
        """Whether the key of some name begins with this text, so that a scan knows when to stop."""

    def parts(self, place_id: str, kind: str) -> Sequence[PlaceCandidate]:
        """The places of this kind (``airfield``, ``station``) that lie directly in this one."""


@dataclass(frozen=True)
class PlaceNameRecord:
    """One name of one place, as a database or a file gives it."""

    place_id: str
    name: str
    kind: str = ""
    within: tuple[str, ...] = ()
    sure: bool = True


class MemoryGazetteer:
    """A gazetteer held in memory. Build it once from all names and share it; it is never changed."""

    def __init__(self, names: Iterable[PlaceNameRecord]) -> None:
        self._by_key: dict[str, dict[str, PlaceCandidate]] = {}
        self._beginnings: set[str] = set()
        self._parts: dict[tuple[str, str], dict[str, PlaceCandidate]] = {}
        for record in names:
            self._add(record)

    def candidates(self, key: str) -> Sequence[PlaceCandidate]:
        """All places that bear the name with this key."""
        return tuple(self._by_key.get(key, {}).values())

    def begins_name(self, key: str) -> bool:
        """Whether some name's key begins with this text."""
        return key in self._beginnings

    def parts(self, place_id: str, kind: str) -> Sequence[PlaceCandidate]:
        """The places of this kind directly in this one."""
        return tuple(self._parts.get((place_id, kind), {}).values())

    def _add(self, record: PlaceNameRecord) -> None:
        candidate = PlaceCandidate(record.place_id, record.kind, record.within, record.sure)
        if key := name_key(record.name):
            self._by_key.setdefault(key, {})[record.place_id] = candidate
            self._add_beginnings(record.name, key)
        if record.within:
            self._parts.setdefault((record.within[0], record.kind), {})[record.place_id] = candidate

    def _add_beginnings(self, name: str, key: str) -> None:
        """A scan grows a Latin name word by word, however the text spaces it, and a Han name character by character."""
        if fold(name).isascii():
            self._beginnings |= {key[:length] for length in range(2, len(key) + 1)}
        else:
            self._beginnings |= {key[:length] for length in range(1, len(key) + 1)}
