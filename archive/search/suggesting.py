"""What a visitor may mean after two letters: places, people, campaigns, titles and codes that find something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from archive.models import Card, CodeReading, Photo
from archive.models.codes import code_key
from archive.models.openness import open_now
from archive.reading.folding import bare, name_key
from archive.search.answering import total_of
from archive.search.beginning import Beginning, beginning_with
from archive.search.facets import Facet
from archive.search.filters import PhotoFilter
from archive.vocabulary.exposure import Exposure

_LEAST_LATIN = 2
_MOST_OF_A_KIND = 5
_MOST_READ = 200
_MOST_BEHIND = 8
_LONGEST = 60


@dataclass(frozen=True)
class Suggestion:
    """A text to search for, what kind of thing it names, and how many public photographs that thing has.

    A single photograph comes with its card, for its picture.
    """

    text: str
    kind: str
    count: int
    card: Card | None = field(default=None, compare=False)
    exposure: Exposure = Exposure.WORDS


def suggestions(typed: str) -> list[Suggestion]:
    """What begins with these letters, in any spelling: most photographs first within a kind. Only what is public.

    Where nothing does, what begins with the last word, behind the words before it, if photographs answer to both.
    """
    typed = bare(typed.replace("\x00", ""))[:_LONGEST]
    before, _blank, last = typed.rpartition(" ")
    return _beginning_with(typed) or (_behind(before, _beginning_with(bare(last))) if before else [])


def _beginning_with(typed: str) -> list[Suggestion]:
    key = name_key(typed)
    if len(key) < (_LEAST_LATIN if key.isascii() else 1):
        return []
    found = [one for facet, own in beginning_with(typed).items() for one in _of_facet(facet, own)]
    return [*found, *_titles(key), *_codes(code_key(typed))]


def _behind(before: str, offered: Sequence[Suggestion]) -> list[Suggestion]:
    """Behind these words, with how many photographs answer to all of it. Two queries for each."""
    both = [replace(one, text=f"{before} {one.text}") for one in offered[:_MOST_BEHIND]]
    counted = [replace(one, count=total_of(PhotoFilter(QueryDict(urlencode({"q": one.text}))))) for one in both]
    return [one for one in counted if one.count]


def _of_facet(facet: Facet, begun: Iterable[Beginning]) -> list[Suggestion]:
    ranked = sorted(begun, key=lambda one: (-one.number, one.text))
    return [Suggestion(one.text, str(facet.label), one.number) for one in ranked[:_MOST_OF_A_KIND]]


def _titles(key: str) -> list[Suggestion]:
    """Titles as phrases; those that several photographs share first. Cards are read of those alone that are offered."""
    begins = Card.objects.filter(open_now("entry__"), title_key__startswith=key).order_by("title_key", "pk")
    rows = begins.values_list("title_key", "pk")[:_MOST_READ]
    groups = [[pk for _key, pk in group] for _key, group in groupby(rows, key=itemgetter(0))]
    groups.sort(key=lambda group: -len(group))
    offered = {group[0]: len(group) for group in groups[:_MOST_OF_A_KIND]}
    cards = Card.objects.with_exposure().defer("texts").in_bulk(offered) if offered else {}
    return [_title(cards[pk], count) for pk, count in offered.items() if pk in cards]


def _title(card: Any, count: int) -> Suggestion:
    text = f"“{card.title}”"
    if count > 1:
        return Suggestion(text, _("Title"), count)
    return Suggestion(text, _("Title"), 1, card, Exposure(card.shown))


def _codes(key: str) -> Iterator[Suggestion]:
    codes = CodeReading.objects.standing().filter(key__startswith=key, photo__in=Photo.objects.public())
    verbatim: Iterable[str] = codes.order_by("key").values_list("verbatim", flat=True)[:_MOST_OF_A_KIND] if key else ()
    label = str(CodeReading._meta.verbose_name).capitalize()
    return (Suggestion(text, label, 1) for text in dict.fromkeys(verbatim))
