"""The page of search and browse, put together from what the search found."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from django.http import QueryDict

from archive.public.addresses import adding, form_fields, with_changes
from archive.public.cards import cards_found
from archive.public.narrowing import chips, facet_box, span_box
from archive.public.pages import Equivalence, GalleryPage, Link, Pager, PhotoCard, Words
from archive.public.ways_out import meant_by, ways_out
from archive.search.answering import Answer, answer
from archive.search.filters import ORDERS, PhotoFilter
from archive.search.names import Named
from archive.search.ordering import depth, page_of

PER_PAGE = 48
_AROUND = 2


def gallery_page(address: QueryDict, path: str) -> GalleryPage:
    """What the list of photographs shows for this address. At most six queries; more where nothing is found."""
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
        slips=[meant_by(slip, asked, address, path) for slip in asked.reading().slips],
        hidden=form_fields(address, "q", "page"),
        ways_out=[] if counts.total else ways_out(asked, narrowed, address, path),
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
