"""The rows of cards for a list, without the work that composing a query and making records of Django's takes.

A list fetches 48 of them; by the model's manager that took several milliseconds, for what is the same every time.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from archive.models import Card
from archive.models.openness import open_now
from archive.models.prepared import prepared_cursor


class CardRow(NamedTuple):
    """What a list shows of a `Card`, by the same names. `texts` are JSON still; `shown` is an `Exposure`'s number."""

    pk: int
    number: str
    title: str
    excerpt: str
    date_words: str
    place_words: str
    place_today: str
    image_key: str
    width: int
    height: int
    tone: str
    alt: str
    has_back: bool
    is_illustration: bool
    is_sensitive: bool
    texts: str
    shown: int


def public_cards(photos: Sequence[int]) -> dict[int, CardRow]:
    """The cards of those of these photographs that are public now, by key. One query."""
    sql, params = _all_public()
    with prepared_cursor() as cursor:
        cursor.execute(f"{sql} AND {Card._meta.db_table}.entry_id = ANY(%s)", [*params, list(photos)])
        return {row[0]: CardRow(*row) for row in cursor.fetchall()}


@cache
def _all_public() -> tuple[str, tuple[Any, ...]]:
    """The SQL for all public cards, put together once. Its only conditions are those of being public."""
    rows = Card.objects.with_exposure().filter(open_now("entry__")).order_by().values_list(*CardRow._fields)
    return rows.query.sql_with_params()
