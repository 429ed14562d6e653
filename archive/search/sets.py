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


def keys_of(ids: Iterable[int]) -> dict[int, str]:
    """What each of these sets is written as. One query."""
    wanted = set(ids)
    keys = dict(FacetSet.objects.filter(pk__in=wanted).values_list("pk", "key"))
    return {one: keys.get(one, "") for one in wanted}


def keep_sets(keys: Iterable[str]) -> dict[str, int]:
    """The number of each of these sets, which is given one where it has none yet."""
    wanted = {_digest(key): key for key in keys if key}
    known = _numbers(wanted)
    missing = [FacetSet(digest=digest, key=key) for digest, key in sorted(wanted.items()) if digest not in known]
    if missing:
        FacetSet.objects.bulk_create(missing, ignore_conflicts=True)
        known = _numbers(wanted)
    return {"": EMPTY} | {key: known[digest] for digest, key in wanted.items()}


def _numbers(digests: Iterable[int]) -> dict[int, int]:
    return dict(FacetSet.objects.filter(digest__in=list(digests)).values_list("digest", "pk"))


def _digest(key: str) -> int:
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), signed=True)
