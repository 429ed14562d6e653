"""The ways in which photographs can be sifted. A facet says which of its values a photograph carries.

A value is kept as a term, the facet's letter, a slash and the value (``p/33``): in the row's list of terms, where it is
counted, and among its words, where it is searched. Other apps register facets of their own.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from archive.models import Collection, Photo, Place, PlaceName
from archive.search.showing import has_visible_back, places_taken_at, shown_dating
from archive.vocabulary.rights import Reuse

Values = dict[int, set[str]]


class Facet(ABC):
    """One way to sift: `key` stands in addresses, `letter` in terms, `label` on the page.

    Its values are shown with the most frequent `most_first`, or else in the order in which `labels` gives them.
    """

    key: ClassVar[str]
    letter: ClassVar[str]
    label: ClassVar[str | Promise]
    most_first: ClassVar[bool] = True

    @abstractmethod
    def values(self, photos: Sequence[Photo]) -> Values:
        """For each of these photographs, by primary key, the values it carries with all that contain them.

        The photographs come with their statements, pictures and accession fetched.
        """

    @abstractmethod
    def labels(self, values: Iterable[str]) -> Mapping[str, str]:
        """What to call these values on a page, in the order to show them. A value left out is not shown."""

    def named(self, key: str) -> Iterable[tuple[str, str]]:
        """The values with a name that begins with this match key, and that name. None, unless a facet has names."""
        return ()

    def words(self, photos: Sequence[Photo]) -> dict[int, list[str]]:
        """Words that its values add to a photograph's text. None, unless a facet says otherwise."""
        return {}

    def term(self, value: str) -> str:
        """The term that stands for a value."""
        return f"{self.letter}/{value}"


class PlaceFacet(Facet):
    """Where it was taken: the place and everything that place lies in."""

    key, letter, label = "place", "p", _("Place")

    def values(self, photos: Sequence[Photo]) -> Values:
        taken_at = {photo.pk: places_taken_at(photo) for photo in photos}
        lines = Place.objects.lineage({place.pk for places in taken_at.values() for place in places})
        return {photo: {str(pk) for place in places for pk in lines[place.pk]} for photo, places in taken_at.items()}

    def labels(self, values: Iterable[str]) -> Mapping[str, str]:
        rows = Place.objects.filter(pk__in=_numbers(values)).order_by("title").values_list("pk", "title")
        return {str(pk): title for pk, title in rows}

    def named(self, key: str) -> Iterable[tuple[str, str]]:
        names = PlaceName.objects.filter(key__startswith=key, is_derived=False).exclude(system=PlaceName.System.SLIP)
        return ((str(pk), text) for pk, text in names.order_by("key").values_list("place", "text"))


class YearFacet(Facet):
    """When it was taken: every year its date allows, unless they are too many to say anything."""

    key, letter, label = "year", "y", _("Year")
    most_first = False
    _MOST = 10

    def values(self, photos: Sequence[Photo]) -> Values:
        return {photo.pk: self._years(photo) for photo in photos}

    def _years(self, photo: Photo) -> set[str]:
        dating = shown_dating(photo)
        if dating is None or not (dating.earliest and dating.latest):
            return set()
        years = range(dating.earliest.year, dating.latest.year + 1)
        return {str(year) for year in years} if len(years) <= self._MOST else set()

    def labels(self, values: Iterable[str]) -> Mapping[str, str]:
        return {value: value for value in sorted(values) if value.isdecimal()}


class CollectionFacet(Facet):
    """Whose collection it belongs to."""

    key, letter, label = "collection", "k", _("Collection")

    def values(self, photos: Sequence[Photo]) -> Values:
        return {photo.pk: {str(photo.accession.collection_id)} for photo in photos if photo.accession.collection_id}

    def labels(self, values: Iterable[str]) -> Mapping[str, str]:
        rows = Collection.objects.filter(pk__in=_numbers(values)).order_by("title").values_list("pk", "title")
        return {str(pk): title for pk, title in rows}


class ReuseFacet(Facet):
    """What a visitor may do with it."""

    key, letter, label = "use", "u", _("May I use it?")
    _LABELS = {
        Reuse.YES: _("Yes"),
        Reuse.CONDITIONS: _("Yes, with conditions"),
        Reuse.ASK: _("Ask us first"),
    }

    def values(self, photos: Sequence[Photo]) -> Values:
        terms = {photo.pk: photo.rights_term() for photo in photos}
        return {pk: {term.reuse.value} for pk, term in terms.items() if term}

    def labels(self, values: Iterable[str]) -> Mapping[str, str]:
        asked = set(values)
        return {reuse.value: str(label) for reuse, label in self._LABELS.items() if reuse.value in asked}


class BackFacet(Facet):
    """Whether its back can be seen."""

    key, letter, label = "back", "b", _("Back of the print")

    def values(self, photos: Sequence[Photo]) -> Values:
        return {photo.pk: {"yes"} for photo in photos if has_visible_back(photo)}

    def labels(self, values: Iterable[str]) -> Mapping[str, str]:
        return {"yes": str(_("Has its back"))} if "yes" in set(values) else {}


_registered: list[Facet] = [PlaceFacet(), YearFacet(), CollectionFacet(), ReuseFacet(), BackFacet()]


def register(facet: Facet) -> None:
    """Add a facet. Raises ValueError when its key or letter is taken."""
    if any(facet.key == other.key or facet.letter == other.letter for other in _registered):
        raise ValueError(f"A facet with the key {facet.key!r} or the letter {facet.letter!r} is registered already.")
    _registered.append(facet)


def all_facets() -> tuple[Facet, ...]:
    """Every facet, in the order in which pages show them."""
    return tuple(_registered)


def _numbers(values: Iterable[str]) -> list[int]:
    return [int(value) for value in values if value.isdecimal()]
