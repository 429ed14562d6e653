"""Places that an unknown spelling may be meant for: an old spelling read back, or one that is alike but for a slip."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import reduce
from itertools import pairwise
from operator import or_

from django.db.models import Q
from django.db.models.functions import Length

from archive.models import Place, PlaceName
from archive.reading.folding import name_key
from archive.reading.likeness import THRESHOLD, likeness
from archive.reading.romanization import readings, shorter_forms

_RULES = {"pinyin": 0.95, "wade_giles": 0.95, "postal": 0.9, "careless": 0.8, "french": 0.85}
_BUT_FOR_ITS_ENDING = 0.9
_LONG = 6


@dataclass(frozen=True)
class Similar:
    """A place that a form may be meant for, with a score from 0 to 1, the rule and the name that is like it.

    The rules are those of a match in `archive.search.naming`, of `archive.reading.romanization.readings` and of
    `archive.reading.likeness`.
    """

    place: Place
    name: str
    score: float
    rule: str


def guesses(typed: str) -> list[Similar]:
    """Places that the spelling may be meant for, in no order; one place may be there by several rules."""
    found = [*_read_back(typed), *_alike(name_key(typed))]
    for form in shorter_forms(typed)[:1]:
        of_stem = [*_read_back(form.key), *_alike(form.key)]
        found += [replace(one, score=round(one.score * _BUT_FOR_ITS_ENDING, 3)) for one in of_stem]
    return [one for one in found if one.score >= THRESHOLD]


def _read_back(typed: str) -> list[Similar]:
    """Places whose pinyin the form may be an old spelling of."""
    rules = readings(typed)
    return _with_names({key: (_RULES[rule], rule) for key, rule in rules.items()}, [PlaceName.System.PINYIN])


def _alike(key: str) -> list[Similar]:
    """Places with a name that differs by a slip or two."""
    likely = {other: like for other in _keys_near(key) if (like := likeness(key, other)).is_likely()}
    systems = [system for system in PlaceName.System.values if system != PlaceName.System.SLIP]
    return _with_names({other: (like.score, like.rule) for other, like in likely.items()}, systems)


def _with_names(scored: Mapping[str, tuple[float, str]], systems: list[str]) -> list[Similar]:
    if not scored:
        return []
    names = PlaceName.objects.filter(key__in=scored, system__in=systems).select_related("place")
    return [Similar(name.place, name.text, *scored[name.key]) for name in names]


def _keys_near(key: str) -> set[str]:
    """The keys that share a piece with this one: two slips leave one of three pieces whole, one slip one of two.

    A Han name is too short for a likeness of letters to mean anything.
    """
    if not key.isascii():
        return set()
    count = 3 if len(key) >= _LONG else 2
    bounds = [len(key) * at // count for at in range(count + 1)]
    pieces = [Q(key__contains=key[start:end]) for start, end in pairwise(bounds)]
    least, most = len(key) - count + 1, len(key) + count - 1
    names = PlaceName.objects.annotate(length=Length("key")).exclude(system=PlaceName.System.SLIP)
    near = names.filter(reduce(or_, pieces), length__gte=least, length__lte=most)
    letters = Counter(key)
    keys = near.order_by().values_list("key", flat=True).distinct()
    return {other for other in keys if _letters_apart(letters, Counter(other)) < count}


def _letters_apart(one: Counter[str], other: Counter[str]) -> int:
    """At least so many slips lie between two words with these letters. Quick, where weighing the slips is slow."""
    return max((one - other).total(), (other - one).total())
