"""The photographs of a page, in the order asked for, at a cost that does not grow with the page."""

from __future__ import annotations

from typing import Any

import numpy as np

from archive.models import SearchEntry
from archive.models.prepared import prepared_cursor
from archive.search.answering import Answer
from archive.search.filters import PhotoFilter
from archive.search.matching import Matched

MOST_RANKED = 144
"""So many, which are three pages, are weighed against each other for “best first”: those with the words in title or
names, then others, each by number. Whoever follows comes behind them in the same two groups, by number."""

MOST_WALKED = 10_000
"""So many can be paged through."""

_RANKED = f"""
    SELECT photo_id FROM {SearchEntry._meta.db_table} WHERE photo_id = ANY(%s::bigint[])
    ORDER BY photo_id = ANY(%s::bigint[]) DESC, ts_rank(terms, %s::tsquery) DESC, number_key
"""
"""Titles and codes weigh more than names, names more than captions."""

_BEHIND_ALL = 1 << 60
"""More than the number of any photograph is (`order_key`)."""

Numbers = np.ndarray[Any, np.dtype[np.int64]]


def depth(total: int) -> int:
    """How many of the photographs found can be paged through."""
    return min(total, MOST_WALKED)


def page_of(asked: PhotoFilter, answer: Answer, *, first: int, count: int) -> list[int]:
    """The keys of so many of the photographs that answer, from the one at `first`, in the order asked for."""
    if answer.found is None:
        return list(_all(asked)[first : first + count])
    reached = first + count
    order = (
        _best_first(asked, answer, reached) if asked.is_ranked() else _in_order(answer.found, asked.sequence, reached)
    )
    return [int(pk) for pk in order[first : first + count]]


_BY_INDEX = {
    "number": ("number_key",),
    "date": ("earliest", "number_key"),
    "newest": ("-photo_id",),
}


def _all(asked: PhotoFilter) -> Any:
    return asked.matching().order_by(*_BY_INDEX[asked.sequence]).values_list("pk", flat=True)


def _in_order(found: Matched, sequence: str, count: int) -> Numbers:
    """The first of what was found: by date, those without one last; else by number or the newest first."""
    if sequence == "date":
        near = _least(found.earliest, count)
        return found.photos[near[np.lexsort((found.numbers[near], found.earliest[near]))]]
    keys = -found.photos if sequence == "newest" else found.numbers
    return found.photos[_first_by(keys, count)]


def _least(keys: Numbers, count: int) -> Numbers:
    """Where the least so many keys stand, and all that are equal to the last of them; in no order."""
    if count >= len(keys):
        return np.arange(len(keys))
    return np.flatnonzero(keys <= np.partition(keys, count)[count])


def _first_by(keys: Numbers, count: int) -> Numbers:
    """Where the least so many keys stand, in their order."""
    near = _least(keys, count)
    return near[np.argsort(keys[near])]


def _best_first(asked: PhotoFilter, answer: Answer, count: int) -> Numbers:
    """Ranking reads the words of each candidate, so the candidates are bounded."""
    found, headed = answer.found, answer.headed
    assert found is not None
    assert headed is not None
    photos, numbers = found.photos, found.numbers
    is_headed = np.isin(photos, headed.photos)
    order = _first_by(np.where(is_headed, numbers, numbers + _BEHIND_ALL), max(count, MOST_RANKED))
    weighed = order[:MOST_RANKED]
    ranked = _ranked(asked, photos[weighed], photos[weighed[is_headed[weighed]]])
    return np.concatenate([np.array(ranked, np.int64), photos[order[MOST_RANKED:]]])


def _ranked(asked: PhotoFilter, candidates: Numbers, own: Numbers) -> list[int]:
    """The candidates weighed: those with the words in headings first. One query, unless there is nothing to weigh."""
    if len(candidates) < 2:
        return candidates.tolist()
    with prepared_cursor() as cursor:
        cursor.execute(_RANKED, [_array(candidates), _array(own), asked.reading().words])
        return [pk for (pk,) in cursor.fetchall()]


def _array(numbers: Numbers) -> str:
    """An array as PostgreSQL writes it. The driver takes each of its numbers through Python several times."""
    return f"{{{','.join(map(str, numbers.tolist()))}}}"
