"""What a visitor may mean after two letters: names of places and campaigns, and codes, that find something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archive.models import CodeReading, Photo
from archive.models.codes import code_key
from archive.reading.folding import name_key
from archive.search.counts import counts_of_terms
from archive.search.facets import Facet, all_facets

_LEAST_LATIN = 2
_MOST_OF_A_KIND = 5
_LONGEST = 60


@dataclass(frozen=True)
class Suggestion:
    """A text to search for, what kind of thing it names, and how many public photographs that thing has."""

    text: str
    kind: str
    count: int


def suggestions(typed: str) -> list[Suggestion]:
    """What begins with these letters, in any spelling: most photographs first within a kind. Only what is public."""
    key = name_key(typed.replace("\x00", ""))[:_LONGEST]
    if len(key) < (_LEAST_LATIN if key.isascii() else 1):
        return []
    numbers = counts_of_terms()
    found = [one for facet in all_facets() for one in _of_facet(facet, key, numbers)]
    return [*found, *_codes(code_key(typed))]


def _of_facet(facet: Facet, key: str, numbers: dict[str, int]) -> list[Suggestion]:
    """Each value once, by the first of its names."""
    names: dict[str, str] = {}
    for value, text in facet.named(key):
        names.setdefault(value, text)
    counted = ((text, numbers.get(facet.term(value), 0)) for value, text in names.items())
    ranked = sorted((pair for pair in counted if pair[1]), key=lambda pair: (-pair[1], pair[0]))
    return [Suggestion(text, str(facet.label), count) for text, count in ranked[:_MOST_OF_A_KIND]]


def _codes(key: str) -> Iterator[Suggestion]:
    codes = CodeReading.objects.standing().filter(key__startswith=key, photo__in=Photo.objects.public())
    verbatim: Iterable[str] = codes.order_by("key").values_list("verbatim", flat=True)[:_MOST_OF_A_KIND] if key else ()
    label = str(CodeReading._meta.verbose_name).capitalize()
    return (Suggestion(text, label, 1) for text in dict.fromkeys(verbatim))
