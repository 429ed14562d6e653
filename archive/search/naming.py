"""What place is this spelling? The places a form names, and those it may be a slip for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from operator import or_
from typing import Any

from django.db.models import Q
from django.db.models.functions import Length

from archive.models import Place, PlaceName
from archive.reading.folding import marked_key, name_key
from archive.reading.likeness import Likeness, likeness
from archive.reading.romanization import Variant, longer_forms, readings, shorter_forms
from archive.reading.romanization.suffixes import FACILITIES

_MOST_SIMILAR = 5
_LONG = 6
_SCORES = {
    **{"slip": 1.0, "derived": 0.95, "suffix": 0.85, "town": 0.85},
    **{"pinyin": 0.95, "wade_giles": 0.95, "postal": 0.9, "careless": 0.8},
}
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
class Similar:
    """A place that the form may be meant for, with a score from 0 to 1, the rule and the name that is like it.

    The rules are those of a match, of `archive.reading.romanization.readings` and of `archive.reading.likeness`.
    """

    place: Place
    name: str
    score: float
    rule: str


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
    """The places that a form names, and those like it. At most six queries, and one for a form that is listed.

    A listed name goes before one that a rule made, and that before one that differs in its ending. `near` are the keys
    of places that the context speaks of: what lies in one of them goes first.
    """
    if not name_key(typed):
        return Naming(typed, (), ())
    tiers = list(_tiers(typed))
    matches = next((tier for tier in tiers if tier), [])
    ranked = _once(sorted(matches, key=_order(typed, matches, set(near))))
    certain = any(match.rule == "listed" for match in ranked)
    return Naming(typed, ranked, () if certain else _similar(typed, ranked, tiers))


def _tiers(typed: str) -> Iterator[list[Match]]:
    """What the form names as it stands, then by names that rules made, then but for its ending, then as their town."""
    key = name_key(typed)
    shorter, longer = shorter_forms(typed), longer_forms(typed)
    rows = _named({key, *(form.key for form in (*shorter, *longer))})
    exact = rows.get(key, [])
    yield [_match(row, _rule(row)) for row in exact if not row.is_derived]
    yield [_match(row, "derived") for row in exact if row.is_derived]
    sound = {key: [row for row in same if row.system != PlaceName.System.SLIP] for key, same in rows.items()}
    yield [match for form in (*shorter, *longer) for match in _by_ending(form, sound.get(form.key, []))]
    yield [_match(row, "town") for form in shorter if form.kinds <= FACILITIES for row in sound.get(form.key, [])]


def _named(keys: set[str]) -> dict[str, list[PlaceName]]:
    rows: dict[str, list[PlaceName]] = {}
    for row in PlaceName.objects.filter(key__in=keys).select_related("place").order_by("place__code", "pk"):
        rows.setdefault(row.key, []).append(row)
    return rows


def _rule(row: PlaceName) -> str:
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


def _similar(typed: str, matches: Sequence[Match], tiers: Sequence[Sequence[Match]]) -> tuple[Similar, ...]:
    named = {match.place.pk for match in matches if match.rule != "slip"}
    lesser = [_suggestion(match) for tier in tiers for match in tier]
    found = [*lesser, *_read_back(typed), *_alike(typed)]
    best: dict[int, Similar] = {}
    for one in sorted(found, key=lambda one: (-one.score, _KINDS.get(one.place.kind, 0), one.place.code)):
        if one.place.pk not in named:
            best.setdefault(one.place.pk, one)
    return tuple(best.values())[:_MOST_SIMILAR]


def _suggestion(match: Match) -> Similar:
    return Similar(match.place, match.name, _SCORES[match.rule], match.rule)


def _read_back(typed: str) -> list[Similar]:
    """Places whose pinyin the form may be an old spelling of."""
    rules = readings(typed)
    names = (
        PlaceName.objects.filter(key__in=rules, system=PlaceName.System.PINYIN) if rules else PlaceName.objects.none()
    )
    return [
        Similar(row.place, row.text, _SCORES[rules[row.key]], rules[row.key]) for row in names.select_related("place")
    ]


def _alike(typed: str) -> list[Similar]:
    """Places with a name that differs by a slip or two."""
    key = name_key(typed)
    likely = {other: like for other in _keys_near(key) if (like := likeness(key, other)).is_likely()}
    return [Similar(row.place, row.text, likely[row.key].score, likely[row.key].rule) for row in _rows_of(likely)]


def _rows_of(likely: dict[str, Likeness]) -> Iterable[PlaceName]:
    if not likely:
        return ()
    return PlaceName.objects.filter(key__in=likely).exclude(system=PlaceName.System.SLIP).select_related("place")


def _keys_near(key: str) -> set[str]:
    """The keys that share a piece with this one: two slips leave one of three pieces whole, one slip one of two.

    A Han name is too short for a likeness of letters to mean anything.
    """
    if not key.isascii():
        return set()
    count = 3 if len(key) >= _LONG else 2
    bounds = [len(key) * at // count for at in range(count + 1)]
    pieces = [Q(key__contains=key[start:end]) for start, end in pairwise(bounds)]
    names = PlaceName.objects.annotate(length=Length("key"))
    least, most = len(key) - count + 1, len(key) + count - 1
    near = names.filter(reduce(or_, pieces), length__gte=least, length__lte=most)
    return set(near.exclude(system=PlaceName.System.SLIP).order_by().values_list("key", flat=True).distinct())
