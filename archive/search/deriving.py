"""Names that a rule makes of a place's pinyin, kept beside the listed ones so that a search finds by them at once.

They may be thrown away and made anew. A form that some source gives to another place is never among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import transaction

from archive.models import Place, PlaceName
from archive.reading.folding import marked_key, name_key
from archive.reading.romanization import Derived, derived_names


def renew_derived_names(places: Iterable[Place]) -> int:
    """Make the derived names of these places what the rules say now; the number of names added or removed.

    Call it inside `archive.search.indexing.reindexed` wherever a place or its names are saved. Few queries, however
    many places. Derived names of other places that equal a listed name of these go away.
    """
    ids = {place.pk for place in places}
    with transaction.atomic():
        old = list(PlaceName.objects.filter(place__in=ids, is_derived=True))
        wanted = _wanted(ids)
        kept = {(row.place_id, row.text, row.system) for row in old} & wanted.keys()
        gone = [row.pk for row in old if (row.place_id, row.text, row.system) not in kept]
        removed, _rows = PlaceName.objects.filter(pk__in=gone).delete()
        displaced = _remove_displaced(ids)
        made = PlaceName.objects.bulk_create(row for key, row in wanted.items() if key not in kept)
    return removed + displaced + len(made)


def _wanted(ids: set[int]) -> dict[tuple[int, str, str], PlaceName]:
    rows = [
        PlaceName(place_id=pk, text=form.text, system=form.system, is_derived=True)
        for pk, names in _listed(ids).items()
        for form in _forms(names)
    ]
    taken = _listed_elsewhere(rows)
    free = (row for row in rows if not _is_taken(row, taken.get(name_key(row.text), [])))
    return {(row.place_id, row.text, row.system): row for row in free}


def _listed(ids: set[int]) -> dict[int, list[PlaceName]]:
    names: dict[int, list[PlaceName]] = {}
    for name in PlaceName.objects.filter(place__in=ids, is_derived=False).order_by("pk"):
        names.setdefault(name.place_id, []).append(name)
    return names


def _forms(names: Sequence[PlaceName]) -> list[Derived]:
    """What the rules make of a place's pinyin and no source gives; a guess only where no postal name is known."""
    taken = {name.key for name in names}
    may_guess = all(name.system != PlaceName.System.POSTAL for name in names)
    forms = []
    for pinyin in _spelled_best(names):
        for form in derived_names(pinyin):
            if name_key(form.text) not in taken and (may_guess or not form.is_guess):
                taken.add(name_key(form.text))
                forms.append(form)
    return forms


def _spelled_best(names: Sequence[PlaceName]) -> list[str]:
    """The names in pinyin, each in the spelling with most marks: ``Xi'an`` tells more than ``Xian``."""
    best: dict[str, str] = {}
    for name in names:
        if name.system == PlaceName.System.PINYIN:
            best[name.key] = max(best.get(name.key, ""), name.text, key=lambda text: len(marked_key(text)))
    return list(best.values())


def _listed_elsewhere(rows: Iterable[PlaceName]) -> dict[str, list[PlaceName]]:
    """The listed names that have the match key of one of these, by key."""
    names: dict[str, list[PlaceName]] = {}
    for name in PlaceName.objects.filter(key__in={name_key(row.text) for row in rows}, is_derived=False):
        names.setdefault(name.key, []).append(name)
    return names


def _is_taken(derived: PlaceName, listed: Iterable[PlaceName]) -> bool:
    """Whether it is another place's. Chin-chou is not Ch'in-chou's: marks tell regular Wade–Giles apart."""
    others = [name for name in listed if name.place_id != derived.place_id]
    if derived.system != PlaceName.System.WADE_GILES:
        return bool(others)
    return any(marked_key(derived.text) == marked_key(name.text) for name in others)


def _remove_displaced(ids: set[int]) -> int:
    keys = PlaceName.objects.filter(place__in=ids, is_derived=False).values("key")
    rows = list(PlaceName.objects.filter(is_derived=True, key__in=keys))
    taken = _listed_elsewhere(rows)
    gone = [row.pk for row in rows if _is_taken(row, taken[row.key])]
    return PlaceName.objects.filter(pk__in=gone).delete()[0]
