"""The page of search and browse, put together from what the search found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from django.http import QueryDict
from django.utils.translation import gettext as _

from archive.public.addresses import adding, form_fields, with_changes
from archive.public.cards import cards_found
from archive.public.narrowing import chips, facet_box, span_box
from archive.public.pages import Chip, Equivalence, GalleryPage, Link, Pager, PhotoCard, Words
from archive.search.answering import Answer, answer
from archive.search.filters import ORDERS, PhotoFilter
from archive.search.names import Named, Slip
from archive.search.naming import what_place
from archive.search.ordering import depth, page_of

PER_PAGE = 48
_AROUND = 2
_MOST_MEANT = 3


def gallery_page(address: QueryDict, path: str) -> GalleryPage:
    """What the list of photographs shows for this address. At most six queries."""
    asked = PhotoFilter(address)
    found = answer(asked)
    counts = found.counts
    reached = depth(counts.total)
    number = _page_number(address.get("page", ""), reached)
    narrowed = chips(asked, counts, address, path)
    return GalleryPage(
        words=asked.typed,
        total=counts.total,
        cards=_cards(asked, found, number) if counts.total else [],
        chips=narrowed,
        clear_url=path,
        facets=[facet_box(one, address, path) for one in counts.facets if one.values],
        span=span_box(asked, address, path),
        pager=_pager(number, reached, address, path),
        not_reached=counts.total - reached,
        orders=[Link(str(label), with_changes(address, path, order=key)) for key, label in _orders(asked)],
        order=str(ORDERS[asked.sequence]),
        equivalences=[_equivalence(named, address, path) for named in asked.reading().named],
        slips=[_meant_by(slip, asked, address, path) for slip in asked.reading().slips],
        hidden=form_fields(address, "q", "page"),
        ways_out=[*_meant(asked, address, path), *_ways_out(narrowed)] if not counts.total else [],
        problems=[problem for problems in asked.form.errors.values() for problem in problems],
    )


def _cards(asked: PhotoFilter, found: Answer, number: int) -> list[PhotoCard]:
    shown = page_of(asked, found, first=(number - 1) * PER_PAGE, count=PER_PAGE)
    return cards_found(shown, asked.reading())


def _page_number(text: str, reached: int) -> int:
    last = _last_page(reached)
    return min(max(1, int(text)), last) if text.isascii() and text.isdecimal() and len(text) < 7 else 1


def _last_page(reached: int) -> int:
    return max(1, -(-reached // PER_PAGE))


def _orders(asked: PhotoFilter) -> Iterable[tuple[str, object]]:
    return ((key, label) for key, label in ORDERS.items() if key != "relevance" or asked.reading().words)


def _equivalence(named: Named, address: QueryDict, path: str) -> Equivalence:
    names = {name.text: name for _place, names in named.places for name in names if name.is_spelling()}
    others = [
        Words(name.text, name.language) for name in names.values() if name.text.casefold() != named.typed.casefold()
    ]
    searched = f"?searched={quote(named.typed)}"
    places = [Link(place.title, place.get_absolute_url() + searched) for place, _names in named.places]
    return Equivalence(named.typed, places, others, adding(address, path, "only", named.key))


def _meant_by(slip: Slip, asked: PhotoFilter, address: QueryDict, path: str) -> Link:
    """A misspelling that was found before: what it may have been meant for."""
    words = asked.question.words.replace(slip.typed, slip.place.title)
    return Link(_("Did you mean %(place)s?") % {"place": slip.place.title}, with_changes(address, path, q=words))


def _meant(asked: PhotoFilter, address: QueryDict, path: str) -> Iterable[Link]:
    """Places whose names are like what was typed, as far as that helps."""
    similar = what_place(asked.question.words).similar if asked.question.words else ()
    known = {slip.place for slip in asked.reading().slips}
    for one in similar[:_MOST_MEANT]:
        meant = with_changes(address, path, q=one.place.title)
        found = _count_at(meant) if one.place not in known else 0
        if found:
            yield Link(_("Did you mean %(place)s?") % {"place": one.place.title}, meant, found)


def _ways_out(narrowed: Sequence[Chip]) -> list[Link]:
    """Which single filter to drop, and how many photographs that gives."""
    ways = []
    for chip in narrowed if len(narrowed) > 1 else ():
        found = _count_at(chip.url)
        if found:
            ways.append(Link(_("Without %(filter)s") % {"filter": chip.label}, chip.url, found))
    return ways


def _count_at(url: str) -> int:
    return PhotoFilter(QueryDict(url.partition("?")[2])).matching().count()


def _pager(number: int, reached: int, address: QueryDict, path: str) -> Pager:
    last = _last_page(reached)
    shown = sorted({1, last, *range(max(1, number - _AROUND), min(last, number + _AROUND) + 1)})
    pages: list[Link | None] = []
    for before, page in zip([0, *shown], shown, strict=False):
        if page > before + 1:
            pages.append(None)
        pages.append(Link(str(page), _page(address, path, page)))
    return Pager(
        number,
        pages if last > 1 else [],
        _page(address, path, number - 1) if number > 1 else "",
        _page(address, path, number + 1) if number < last else "",
    )


def _page(address: QueryDict, path: str, number: int) -> str:
    return with_changes(address, path, page=str(number) if number > 1 else "")
