"""Sets of facet terms: one number stands for all the terms that a photograph carries in one lot."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from archive.models import FacetSet

EMPTY = 0
"""The set with no term in it. It has no row."""


def set_key(terms: Iterable[str]) -> str:
    """The terms as a set is written down: sorted, joined by blanks."""
    return " ".join(sorted(terms))


def set_id(key: str) -> int:
    """The number of a set: a hash of 64 bits, so that it is the same whoever makes it."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), signed=True) if key else EMPTY


def keys_of(ids: Iterable[int]) -> dict[int, str]:
    """What each of these sets is written as. One query."""
    keys = dict(FacetSet.objects.filter(pk__in=set(ids)).values_list("pk", "key"))
    return {one: keys.get(one, "") for one in ids}


def keep_sets(keys: Iterable[str]) -> None:
    """Make the rows of the sets that have none yet."""
    wanted = {set_id(key): key for key in keys if key}
    known = set(FacetSet.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    missing = [FacetSet(id=pk, key=key) for pk, key in sorted(wanted.items()) if pk not in known]
    FacetSet.objects.bulk_create(missing, ignore_conflicts=True)
