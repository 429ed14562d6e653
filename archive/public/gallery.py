"""The page of search and browse, put together from what the search found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from django.http import QueryDict
from django.utils.translation import gettext as _

from archive.public.cards import cards_of
from archive.public.pages import Chip, Equivalence, FacetBox, FacetValue, GalleryPage, Link, Pager, Words
from archive.search.counts import Counts, FacetCounts, count
from archive.search.facets import all_facets
from archive.search.filters import ORDERS, PhotoFilter
from archive.search.names import Named
from archive.search.naming import what_place

PER_PAGE = 48
_MOST_PAGES = 200
_FIRST_VALUES = 8
_AROUND = 2
_MOST_MEANT = 3


def gallery_page(address: QueryDict, path: str) -> GalleryPage:
    """What the list of photographs shows for this address. At most six queries."""
    asked = PhotoFilter(address)
    counts = count(asked.matching(), chosen=asked.question.chosen)
    number = _page_number(address.get("page", ""), counts.total)
    facets = [_box(one, address, path) for one in counts.facets if one.values]
    chips = _chips(asked, counts, address, path)
    return GalleryPage(
        words=asked.typed,
        total=counts.total,
        cards=cards_of(asked.ordered(), (number - 1) * PER_PAGE, PER_PAGE) if counts.total else [],
        chips=chips,
        clear_url=path,
        facets=facets,
        pager=_pager(number, counts.total, address, path),
        orders=[Link(str(label), _with(address, path, order=key)) for key, label in _orders(asked)],
        order=str(ORDERS[asked.sequence]),
        equivalences=[_equivalence(named, address, path) for named in asked.reading().named],
        hidden=[(key, value) for key, values in address.lists() if key not in ("q", "page") for value in values],
        ways_out=[*_meant(asked, address, path), *_ways_out(chips)] if not counts.total else [],
        problems=[problem for problems in asked.form.errors.values() for problem in problems],
    )


def _page_number(text: str, total: int) -> int:
    last = min(_MOST_PAGES, max(1, -(-total // PER_PAGE)))
    return min(max(1, int(text)), last) if text.isascii() and text.isdecimal() and len(text) < 7 else 1


def _orders(asked: PhotoFilter) -> Iterable[tuple[str, object]]:
    return ((key, label) for key, label in ORDERS.items() if key != "relevance" or asked.question.words)


def _box(counts: FacetCounts, address: QueryDict, path: str) -> FacetBox:
    key = counts.facet.key
    chosen = address.getlist(key)
    values = [
        FacetValue(label, _toggled(address, path, key, value), number, value in chosen)
        for value, label, number in counts.values
    ]
    return FacetBox(key, str(counts.facet.label), values[:_FIRST_VALUES], values[_FIRST_VALUES:])


def _chips(asked: PhotoFilter, counts: Counts, address: QueryDict, path: str) -> list[Chip]:
    chips = []
    if asked.question.words:
        chips.append(Chip(f"“{asked.question.words}”", _with(address, path, q=""), _("Words")))
    found = {one.facet.key: {value: label for value, label, _n in one.values} for one in counts.facets}
    for facet in all_facets():
        for value in asked.question.chosen.get(facet.key, ()):
            label = found[facet.key].get(value, value)
            chips.append(Chip(label, _toggled(address, path, facet.key, value), str(facet.label)))
    return chips


def _equivalence(named: Named, address: QueryDict, path: str) -> Equivalence:
    names = {name.text: name for _place, names in named.places for name in names if name.is_spelling()}
    others = [
        Words(name.text, name.language) for name in names.values() if name.text.casefold() != named.typed.casefold()
    ]
    only = address.copy()
    only.appendlist("only", named.key)
    only.pop("page", None)
    searched = f"?searched={quote(named.typed)}"
    places = [Link(place.title, place.get_absolute_url() + searched) for place, _names in named.places]
    return Equivalence(named.typed, places, others, f"{path}?{only.urlencode()}")


def _meant(asked: PhotoFilter, address: QueryDict, path: str) -> Iterable[Link]:
    """Places whose names are like what was typed, as far as that helps."""
    similar = what_place(asked.question.words).similar if asked.question.words else ()
    for one in similar[:_MOST_MEANT]:
        meant = _with(address, path, q=one.place.title)
        found = PhotoFilter(QueryDict(meant.partition("?")[2])).matching().count()
        if found:
            yield Link(_("Did you mean %(place)s?") % {"place": one.place.title}, meant, found)


def _ways_out(chips: Sequence[Chip]) -> list[Link]:
    """Which single filter to drop, and how many photographs that gives."""
    ways = []
    for chip in chips if len(chips) > 1 else ():
        address = QueryDict(chip.url.partition("?")[2])
        found = PhotoFilter(address).matching().count()
        if found:
            ways.append(Link(_("Without %(filter)s") % {"filter": chip.label}, chip.url, found))
    return ways


def _pager(number: int, total: int, address: QueryDict, path: str) -> Pager:
    last = min(_MOST_PAGES, max(1, -(-total // PER_PAGE)))
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
    return _with(address, path, page=str(number) if number > 1 else "")


def _with(address: QueryDict, path: str, **changes: str) -> str:
    """The address with some parameters changed, or let go of where they become empty; on its first page again."""
    changed = address.copy()
    for key, value in ({"page": ""} | changes).items():
        changed.setlist(key, [value] if value else [])
    return _address(path, changed)


def _toggled(address: QueryDict, path: str, key: str, value: str) -> str:
    changed = address.copy()
    values = [one for one in changed.getlist(key) if one != value]
    changed.setlist(key, values if len(values) < len(changed.getlist(key)) else [*values, value])
    changed.setlist("page", [])
    return _address(path, changed)


def _address(path: str, query: QueryDict) -> str:
    words = query.urlencode()
    return f"{path}?{words}" if words else path
