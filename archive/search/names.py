"""Place names among the words of a search, so that one spelling finds what another one says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from archive.models import Place, PlaceName
from archive.models.prepared import prepared_cursor
from archive.reading.folding import name_key

_LONGEST = 4
_OF_A_PLACE = ("id", "code", "title")
_OF_A_NAME = tuple(field.attname for field in PlaceName._meta.concrete_fields)
_OF_THEIR_OWNERS = f"""
    SELECT place.{", place.".join(_OF_A_PLACE)}, name.{", name.".join(_OF_A_NAME)}
    FROM {PlaceName._meta.db_table} AS name JOIN {Place._meta.db_table} AS place ON place.id = place_id
    WHERE place_id = ANY(ARRAY(SELECT place_id FROM {PlaceName._meta.db_table} WHERE key = ANY(%s)))
    ORDER BY place_id, name.id
"""
"""All names of the places that have a name of one of these keys. Every search asks it, on fresh tables too: an array
leaves the planner no choice but the indexes."""


@dataclass(frozen=True)
class Named:
    """Words of a search that name places: those from `start` to before `end`, as typed, and whose names they are."""

    start: int
    end: int
    typed: str
    places: tuple[tuple[Place, tuple[PlaceName, ...]], ...]

    @property
    def key(self) -> str:
        """How the address says that these words are to be taken alone."""
        return name_key(self.typed)


@dataclass(frozen=True)
class Slip:
    """Words of a search that have been found as a misspelling of a place's name. They are never searched as equal."""

    typed: str
    place: Place


@dataclass(frozen=True)
class NamesFound:
    """The names of places in a search, in order, and what may be slips for others."""

    named: tuple[Named, ...] = ()
    slips: tuple[Slip, ...] = ()


def places_named_in(words: list[str]) -> NamesFound:
    """The longest runs of words that are names of places. One query."""
    runs = {(start, end): name_key(" ".join(words[start:end])) for start, end in _runs(len(words))}
    owners, slips = _owners(set(runs.values()) - {""})
    found, at = [], 0
    while at < len(words):
        end = max((end for start, end in runs if start == at and runs[start, end] in owners), default=at)
        if end > at:
            found.append(Named(at, end, " ".join(words[at:end]), tuple(owners[runs[at, end]])))
        at = max(end, at + 1)
    typed = {key: " ".join(words[start:end]) for (start, end), key in runs.items()}
    return NamesFound(tuple(found), tuple(Slip(typed[key], place) for key in slips for place in slips[key]))


def _runs(count: int) -> Iterable[tuple[int, int]]:
    return ((start, end) for start in range(count) for end in range(start + 1, min(start + _LONGEST, count) + 1))


Owners = dict[str, list[tuple[Place, tuple[PlaceName, ...]]]]


def _owners(keys: set[str]) -> tuple[Owners, dict[str, list[Place]]]:
    """For each key the places that have such a name, each with all its names; and those for which it is a slip."""
    if not keys:
        return {}, {}
    names: dict[Place, list[PlaceName]] = {}
    for row in _of_their_owners(keys):
        place = Place.from_db("default", _OF_A_PLACE, row[: len(_OF_A_PLACE)])
        names.setdefault(place, []).append(PlaceName.from_db("default", _OF_A_NAME, row[len(_OF_A_PLACE) :]))
    all_names = [name for own in names.values() for name in own if name.key in keys]
    slips: dict[str, list[Place]] = {}
    for name in all_names:
        if name.system == PlaceName.System.SLIP:
            slips.setdefault(name.key, []).append(name.place)
    sound = {name.key for name in all_names if name.system != PlaceName.System.SLIP}
    return {key: _owners_of(key, names) for key in sound}, slips


def _of_their_owners(keys: set[str]) -> list[tuple[Any, ...]]:
    with prepared_cursor() as cursor:
        cursor.execute(_OF_THEIR_OWNERS, [list(keys)])
        return cursor.fetchall()


def _owners_of(key: str, names: dict[Place, list[PlaceName]]) -> list[tuple[Place, tuple[PlaceName, ...]]]:
    """Those whom some source calls so; those whom only a rule would, where no source gives the name to anybody."""
    slip = PlaceName.System.SLIP
    own = {
        place: [name for name in all_names if name.key == key and name.system != slip]
        for place, all_names in names.items()
    }
    listed = [place for place, same in own.items() if any(not name.is_derived for name in same)]
    return [(place, tuple(names[place])) for place in listed or [place for place, same in own.items() if same]]
