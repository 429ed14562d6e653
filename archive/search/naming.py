"""What place is this spelling? The places a form names, and those it may be a slip for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from archive.models import Place, PlaceName
from archive.reading.folding import bare, marked_key, name_key
from archive.reading.romanization import Variant, longer_forms, shorter_forms
from archive.reading.romanization.suffixes import FACILITIES
from archive.search.guessing import Similar, guesses

_MOST_SIMILAR = 5
_MOST_AROUND = 2
_COMMA = re.compile("[,，、]")
_LONGEST = 200
_HALVES = re.compile("[\ud800-\udfff]")
_SCORES = {"slip": 1.0, "derived": 0.95, "suffix": 0.85, "town": 0.85}
_BYGONE = {PlaceName.System.FORMER, PlaceName.System.OTHER, PlaceName.System.NICKNAME, PlaceName.System.JA_READING}
_KINDS = {kind: rank for rank, kind in enumerate(Place.Kind.values)}


@dataclass(frozen=True)
class Match:
    """A place that the form names, by which of its names and by which rule.

    The rules are ``listed``, ``slip`` (a misspelling found before), ``derived`` (a rule made the name), ``suffix`` (but
    for its ending) and ``town`` (the town of an airfield or station that is not in the gazetteer).
    """

    place: Place
    name: str
    rule: str
    system: str


@dataclass(frozen=True)
class Naming:
    """What a typed form names, best first, and what it may be a slip for."""

    typed: str
    matches: tuple[Match, ...]
    similar: tuple[Similar, ...]

    @property
    def ambiguous(self) -> bool:
        """Whether a reader has to choose."""
        return len(self.matches) > 1

    def as_dict(self) -> dict[str, Any]:
        """Codes and figures, for JSON."""
        return {
            "matches": [match.place.code for match in self.matches],
            "similar": [{"place": one.place.code, "score": one.score, "rule": one.rule} for one in self.similar],
            "ambiguous": self.ambiguous,
        }


def what_place(typed: str, *, near: Iterable[int] = ()) -> Naming:
    """The places that a form names, and those like it. One query for a form that is listed, few for any other.

    A listed name goes before one that a rule made, and that before one that differs in its ending. `near` are the keys
    of places that the context speaks of: what lies in one of them goes first. Where a form as a whole names nothing,
    what follows its comma says in what the place lies: ``Kweiyang, Hunan`` is not the one in Kweichow.
    """
    near = set(near)
    named = _named_as(bare(typed), near)
    name, *around = _COMMA.split(typed)[: 1 + _MOST_AROUND]
    if around and not named.matches:
        named = _named_as(bare(name), near)
        for part in around:
            named = _narrowed(named, {match.place.pk for match in _named_as(bare(part), set()).matches})
    return replace(named, typed=typed)


def _narrowed(named: Naming, context: set[int]) -> Naming:
    """What lies in one of these places, if any does."""
    lines = Place.objects.lineage({match.place.pk for match in named.matches}) if context else {}
    within = tuple(match for match in named.matches if context & lines.get(match.place.pk, set()))
    return replace(named, matches=within or named.matches)


def _named_as(typed: str, near: set[int]) -> Naming:
    """The places that a form as a whole names, and those like it."""
    if not _may_be_a_name(typed):
        return Naming(typed, (), ())
    tiers = list(_tiers(typed))
    matches = next((tier for tier in tiers if tier), [])
    ranked = _once(sorted(matches, key=_order(typed, matches, near)))
    certain = any(match.rule == "listed" for match in ranked)
    lesser = [_suggestion(match) for tier in tiers[: 2 if certain else 4] for match in tier if match.rule in _SCORES]
    return Naming(typed, ranked, _similar(ranked, lesser if certain else [*lesser, *guesses(typed)]))


def _may_be_a_name(typed: str) -> bool:
    """Whether the database can be asked for it: it has no NUL and no half of a character, and is of a name's length."""
    return "\0" not in typed and not _HALVES.search(typed) and 0 < len(name_key(typed)) <= _LONGEST


def _tiers(typed: str) -> Iterator[list[Match]]:
    """What the form names as it stands, then by names that rules made, then but for its ending, then by a town."""
    key = name_key(typed)
    shorter, longer = shorter_forms(typed), longer_forms(typed)
    rows = _named({key, *(form.key for form in (*shorter, *longer))})
    yield from _exact(typed, rows.get(key, []))
    sound = {key: [row for row in same if row.system != PlaceName.System.SLIP] for key, same in rows.items()}
    yield [match for form in (*shorter, *longer) for match in _by_ending(form, sound.get(form.key, []))]
    yield [_match(row, "town") for form in shorter if form.kinds <= FACILITIES for row in sound.get(form.key, [])]


def _exact(typed: str, rows: Sequence[PlaceName]) -> Iterator[list[Match]]:
    """The listed names, then the derived. A derived one is as good where it alone has the marks that were typed."""
    listed = [row for row in rows if not row.is_derived]
    derived = [row for row in rows if row.is_derived]
    marks = marked_key(typed)
    if all(row.marked != marks for row in listed):
        listed += [row for row in derived if row.marked == marks]
    yield [_match(row, _rule(row)) for row in listed]
    yield [_match(row, _rule(row)) for row in derived if row not in listed]


def _named(keys: set[str]) -> dict[str, list[PlaceName]]:
    rows: dict[str, list[PlaceName]] = {}
    for row in PlaceName.objects.filter(key__in=keys).select_related("place").order_by("place__code", "pk"):
        rows.setdefault(row.key, []).append(row)
    return rows


def _rule(row: PlaceName) -> str:
    if row.is_derived:
        return "derived"
    return "slip" if row.system == PlaceName.System.SLIP else "listed"


def _match(row: PlaceName, rule: str) -> Match:
    return Match(row.place, row.text, rule, row.system)


def _by_ending(form: Variant, rows: Sequence[PlaceName]) -> list[Match]:
    """Those whose kind agrees with the ending. An airfield or station may go by the name of its town."""
    agreeing = [_match(row, "suffix") for row in rows if row.place.kind in form.kinds]
    if agreeing or not rows or not form.kinds <= FACILITIES:
        return agreeing
    parts = Place.objects.filter(parent__in={row.place_id for row in rows}, kind__in=form.kinds)
    return [Match(part, part.title, "suffix", PlaceName.System.ENGLISH) for part in parts]


def _order(typed: str, matches: Sequence[Match], near: set[int]) -> Callable[[Match], tuple[Any, ...]]:
    lines = Place.objects.lineage({match.place.pk for match in matches}) if near and matches else {}

    def order(match: Match) -> tuple[Any, ...]:
        return (
            not near & lines.get(match.place.pk, set()),
            match.rule == "slip",
            match.system in _BYGONE,
            match.name.casefold() != typed.casefold().strip(),
            marked_key(match.name) != marked_key(typed),
            _KINDS.get(match.place.kind, len(_KINDS)),
            match.place.code,
        )

    return order


def _once(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Each place by the best of its names."""
    best: dict[int, Match] = {}
    for match in matches:
        best.setdefault(match.place.pk, match)
    return tuple(best.values())


def _similar(matches: Sequence[Match], found: Iterable[Similar]) -> tuple[Similar, ...]:
    """The best suggestion for each place not named. A misspelling found before is both: it was meant so once."""
    named = {match.place.pk for match in matches if match.rule != "slip"}
    best: dict[int, Similar] = {}
    for one in sorted(found, key=lambda one: (-one.score, _KINDS.get(one.place.kind, 0), one.place.code)):
        if one.place.pk not in named:
            best.setdefault(one.place.pk, one)
    return tuple(best.values())[:_MOST_SIMILAR]


def _suggestion(match: Match) -> Similar:
    return Similar(match.place, match.name, _SCORES[match.rule], match.rule)
