"""Where nothing was found: what may have been meant, and what to let go of. Each way says how many that gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from archive.models import Place, SearchEntry
from archive.public.addresses import only, with_changes
from archive.public.pages import Chip, Link
from archive.reading.folding import bare
from archive.search.answering import total_of
from archive.search.asking import take_apart, with_another, without_each
from archive.search.filters import PhotoFilter
from archive.search.names import Slip
from archive.search.naming import what_place
from archive.search.respelling import respelled

_MOST_MEANT = 3
_MOST_PIECES = 8
"""Whoever types more has pasted a text, of which no single word is at fault."""


def ways_out(asked: PhotoFilter, narrowed: Sequence[Chip], address: QueryDict, path: str) -> list[Link]:
    """Ways that truly give photographs, the likelier first."""
    meant = list(islice(_giving(_places_meant(asked, address, path)), _MOST_MEANT))
    meant = meant or list(islice(_giving(_words_meant(asked, address, path)), _MOST_MEANT))
    less = [*_without_a_filter(narrowed), *_without_a_word(asked, address, path)]
    ways = [*meant, *_giving(less), *_giving(_in_a_near_year(asked, address, path))]
    return ways or list(_giving(_one_alone(asked, narrowed, path)))


def meant_by(slip: Slip, asked: PhotoFilter, address: QueryDict, path: str) -> Link:
    """A misspelling that was found before: what it may have been meant for."""
    return _place_meant(slip.place, asked.question.words.replace(slip.typed, slip.place.title), address, path)


def _giving(ways: Iterable[Link]) -> Iterator[Link]:
    """Those that lead to any photograph, with how many."""
    for way in ways:
        found = total_of(PhotoFilter(QueryDict(way.url.partition("?")[2])))
        if found:
            yield replace(way, count=found)


def _places_meant(asked: PhotoFilter, address: QueryDict, path: str) -> Iterator[Link]:
    """Places whose names are like what was typed."""
    similar = what_place(asked.question.words).similar if asked.question.words else ()
    known = {slip.place for slip in asked.reading().slips}
    for one in similar:
        if one.place not in known:
            yield _place_meant(one.place, one.place.title, address, path)


def _place_meant(place: Place, words: str, address: QueryDict, path: str) -> Link:
    return Link(_("Did you mean %(place)s?") % {"place": place.title}, with_changes(address, path, q=words))


def _words_meant(asked: PhotoFilter, address: QueryDict, path: str) -> Iterator[Link]:
    """What was typed with a word in place of one that no photograph has."""
    typed = asked.question.words
    for word, others in respelled(take_apart(typed).words).items():
        for other in others:
            words = with_another(typed, word, other)
            yield Link(_("Did you mean “%(words)s”?") % {"words": words}, with_changes(address, path, q=words))


def _without_a_filter(narrowed: Sequence[Chip]) -> Iterator[Link]:
    for chip in narrowed if len(narrowed) > 1 else ():
        yield Link(_("Without %(filter)s") % {"filter": chip.label}, chip.url)


def _without_a_word(asked: PhotoFilter, address: QueryDict, path: str) -> Iterator[Link]:
    """With one word or phrase less; a name of several words stays whole."""
    words = take_apart(asked.question.words).words
    of_names = {word for one in asked.reading().named if one.end - one.start > 1 for word in words[one.start : one.end]}
    pieces = without_each(asked.question.words)
    for piece, rest in pieces if 1 < len(pieces) <= _MOST_PIECES else ():
        if bare(piece) not in of_names:
            yield Link(_("Without %(filter)s") % {"filter": _as_typed(piece)}, with_changes(address, path, q=rest))


def _as_typed(piece: str) -> str:
    """In quotation marks, of which a phrase has its own."""
    return piece if piece[-1:] in '"”' else f"“{piece}”"


def _one_alone(asked: PhotoFilter, narrowed: Sequence[Chip], path: str) -> Iterator[Link]:
    """A single filter, or a single word or phrase: for when to let go of one does not help."""
    for chip in narrowed if len(narrowed) > 1 else ():
        yield Link(_("Only %(filter)s") % {"filter": chip.label}, chip.alone)
    pieces = [piece for piece, _rest in without_each(asked.question.words) if not piece.startswith("-")]
    for piece in pieces[:_MOST_PIECES] if len(narrowed) > 1 or len(pieces) > 1 else ():
        yield Link(_("Only %(filter)s") % {"filter": _as_typed(piece)}, only(path, q=piece))


def _in_a_near_year(asked: PhotoFilter, address: QueryDict, path: str) -> Iterator[Link]:
    """The nearest years before and after the span of days, in which something was taken that answers to all else."""
    if asked.span is None:
        return
    entries, span = asked.of_any_date(), asked.span
    before = _first(entries.filter(latest__lt=span.first).order_by("-latest"), "latest") if span.first else None
    after = _first(entries.filter(earliest__gt=span.last).order_by("earliest"), "earliest") if span.last else None
    for year in (day.year for day in (before, after) if day):
        near = with_changes(address, path, since=str(year), until=str(year))
        yield Link(_("Taken in %(year)s instead") % {"year": year}, near)


def _first(entries: QuerySet[SearchEntry], day: str) -> date | None:
    return entries.values_list(day, flat=True).first()
