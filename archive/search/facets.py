"""The ways in which photographs can be sifted. A facet says which of its values a photograph carries.

A value is kept as a term, the facet's letter, a slash and the value (``p/33``): among the words of the photograph,
where it is searched, and in one of its sets of terms, where it is counted. Other apps register facets of their own.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from archive.models import Agent, AgentName, Certainty, CodeScheme, Collection, Photo, Place, PlaceName, Subject
from archive.search.showing import has_visible_back, places_taken_at, shown_dating, shown_place
from archive.vocabulary.rights import Reuse

Values = dict[int, set[str]]


class Facet(ABC):
    """One way to sift: `key` stands in addresses, `letter` in terms, `label` on the page.

    `lot` is the question it answers, one of `archive.models.search.LOTS`. Values are shown with the most frequent
    first, unless `in_order` of their value, and below the one they lie within.
    """

    key: ClassVar[str]
    letter: ClassVar[str]
    label: ClassVar[str | Promise]
    lot: ClassVar[str]
    in_order: ClassVar[bool] = False

    @abstractmethod
    def values(self, photos: Sequence[Photo]) -> Values:
        """For each of these photographs, by primary key, the values it carries with all that contain them.

        The photographs come with their statements, pictures and accession fetched.
        """

    def labels(self, values: Iterable[str]) -> Mapping[str, str]:
        """What the records call these values, to be kept beside the index. None, where `said` knows without."""
        return {}

    def within(self, values: Iterable[str]) -> Mapping[str, str]:
        """For those of these values that lie within another one of this facet, that one."""
        return {}

    def said(self, value: str, label: str) -> str:
        """What to call a value on a page, in the reader's language; `label` is what the index kept. Empty hides it."""
        return label

    def names(self) -> QuerySet[Any, tuple[Any, str, str]] | None:
        """All names of its values: rows of value, match key and text. None, unless a facet has names."""
        return None

    def words(self, photos: Sequence[Photo]) -> dict[int, list[str]]:
        """Words that its values add to a photograph's text. None, unless a facet says otherwise."""
        return {}

    def term(self, value: str) -> str:
        """The term that stands for a value."""
        return f"{self.letter}/{value}"


class PlaceFacet(Facet):
    """Where it was taken: the place and everything that place lies in."""

    key, letter, label, lot = "place", "p", _("Place"), "where"

    def values(self, photos: Sequence[Photo]) -> Values:
        taken_at = {photo.pk: places_taken_at(photo) for photo in photos}
        lines = Place.objects.lineage({place.pk for places in taken_at.values() for place in places})
        return {photo: {str(pk) for place in places for pk in lines[place.pk]} for photo, places in taken_at.items()}

    def labels(self, values: Iterable[str]) -> Mapping[str, str]:
        rows = Place.objects.filter(pk__in=_numbers(values)).values_list("pk", "title")
        return {str(pk): title for pk, title in rows}

    def within(self, values: Iterable[str]) -> Mapping[str, str]:
        rows = Place.objects.filter(pk__in=_numbers(values), parent__isnull=False).values_list("pk", "parent")
        return {str(pk): str(parent) for pk, parent in rows}

    def names(self) -> QuerySet[Any, tuple[Any, str, str]]:
        sound = PlaceName.objects.filter(is_derived=False).exclude(system=PlaceName.System.SLIP)
        return sound.order_by().values_list("place", "key", "text")


class DateFacet(Facet):
    """When it was taken: every decade and year its date allows, unless they are too many to say anything.

    A decade is written as EDTF has it, ``194X``.
    """

    key, letter, label, lot = "year", "y", _("Date"), "when"
    in_order = True
    _MOST = 10

    def values(self, photos: Sequence[Photo]) -> Values:
        return {photo.pk: self._years(photo) for photo in photos}

    def _years(self, photo: Photo) -> set[str]:
        dating = shown_dating(photo)
        if dating is None or not (dating.earliest and dating.latest):
            return set()
        years = range(dating.earliest.year, dating.latest.year + 1)
        if len(years) > self._MOST:
            return set()
        return {str(year) for year in years} | {_decade(str(year)) for year in years}

    def within(self, values: Iterable[str]) -> Mapping[str, str]:
        return {value: _decade(value) for value in values if value.isdecimal()}

    def said(self, value: str, label: str) -> str:
        return str(_("%(decade)s0s") % {"decade": value[:-1]}) if value.endswith("X") else value


def _decade(year: str) -> str:
    return f"{year[:-1]}X"


class AgentFacet(Facet):
    """A facet of people, units and bodies, by the parts they have. Only those whose names the public may read."""

    roles: ClassVar[frozenset[str]]
    lot = "who"

    def values(self, photos: Sequence[Photo]) -> Values:
        return {photo.pk: {str(agent.pk) for agent in self._agents(photo)} for photo in photos}

    def _agents(self, photo: Photo) -> Iterable[Agent]:
        parts = (part for part in photo.subjects.all() if part.role in self.roles and part.is_standing())
        return (part.agent for part in parts if part.agent and part.agent.is_nameable())

    def labels(self, values: Iterable[str]) -> Mapping[str, str]:
        rows = Agent.objects.nameable().filter(pk__in=_numbers(values)).values_list("pk", "name")
        return {str(pk): name for pk, name in rows}

    def names(self) -> QuerySet[Any, tuple[Any, str, str]]:
        own = Agent.objects.nameable().order_by().values_list("pk", "key", "name")
        others = AgentName.objects.filter(agent__in=Agent.objects.nameable())
        return own.union(others.order_by().values_list("agent", "key", "text"), all=True)


class PeopleFacet(AgentFacet):
    """Who or which unit it shows or tells of."""

    key, letter, label = "who", "a", _("People and units")
    roles = frozenset({Subject.Role.DEPICTED, Subject.Role.UNIT, Subject.Role.MENTIONED})


class MakerFacet(AgentFacet):
    """Who took it, or whose office sent it out."""

    key, letter, label = "maker", "m", _("Photographer or office")
    roles = frozenset({Subject.Role.PHOTOGRAPHER, Subject.Role.AGENCY})


class SchemeFacet(Facet):
    """The family of the provenance code on it."""

    key, letter, label, lot = "scheme", "s", _("Provenance code"), "what"
    _NO_FAMILY = "0"

    def values(self, photos: Sequence[Photo]) -> Values:
        return {
            photo.pk: {str(code.scheme_id or self._NO_FAMILY) for code in photo.codes.all() if code.is_standing()}
            for photo in photos
        }

    def labels(self, values: Iterable[str]) -> Mapping[str, str]:
        rows = CodeScheme.objects.filter(pk__in=_numbers(values)).values_list("pk", "title")
        return {str(pk): title for pk, title in rows}

    def said(self, value: str, label: str) -> str:
        return str(_("Of no known family")) if value == self._NO_FAMILY else label


class CollectionFacet(Facet):
    """Whose collection it belongs to."""

    key, letter, label, lot = "collection", "k", _("Collection"), "what"

    def values(self, photos: Sequence[Photo]) -> Values:
        return {photo.pk: {str(photo.accession.collection_id)} for photo in photos if photo.accession.collection_id}

    def labels(self, values: Iterable[str]) -> Mapping[str, str]:
        rows = Collection.objects.filter(pk__in=_numbers(values)).values_list("pk", "title")
        return {str(pk): title for pk, title in rows}


class ReuseFacet(Facet):
    """What a visitor may do with it."""

    key, letter, label, lot = "use", "u", _("May I use it?"), "what"
    _SAID = {
        Reuse.YES.value: _("Yes"),
        Reuse.CONDITIONS.value: _("Yes, with conditions"),
        Reuse.ASK.value: _("Ask us first"),
    }

    def values(self, photos: Sequence[Photo]) -> Values:
        terms = {photo.pk: photo.rights_term() for photo in photos}
        return {pk: {term.reuse.value} for pk, term in terms.items() if term}

    def said(self, value: str, label: str) -> str:
        return str(self._SAID.get(value, ""))


class BackFacet(Facet):
    """Whether its back can be seen."""

    key, letter, label, lot = "back", "b", _("Back of the print"), "what"

    def values(self, photos: Sequence[Photo]) -> Values:
        return {photo.pk: {"yes"} for photo in photos if has_visible_back(photo)}

    def said(self, value: str, label: str) -> str:
        return str(_("Has its back")) if value == "yes" else ""


class HelpFacet(Facet):
    """What nobody knows of it yet, and a visitor may."""

    key, letter, label, lot = "help", "h", _("Can you help?"), "what"
    _UNSURE = (Certainty.PROBABLE, Certainty.POSSIBLE)
    _SAID = {
        "place": _("Where was it taken?"),
        "date": _("When was it taken?"),
        "doubt": _("Are we right?"),
    }

    def values(self, photos: Sequence[Photo]) -> Values:
        return {photo.pk: set(self._unknown(photo)) for photo in photos}

    def _unknown(self, photo: Photo) -> Iterable[str]:
        if not places_taken_at(photo):
            yield "place"
        if shown_dating(photo) is None:
            yield "date"
        if any(row and row.certainty in self._UNSURE for row in (shown_dating(photo), shown_place(photo))):
            yield "doubt"

    def said(self, value: str, label: str) -> str:
        return str(self._SAID.get(value, ""))


_registered: list[Facet] = [
    DateFacet(), PlaceFacet(), PeopleFacet(), MakerFacet(), SchemeFacet(), CollectionFacet(), ReuseFacet(), BackFacet(),
    HelpFacet(),
]  # fmt: skip
_BEFORE_PEOPLE = 2


def register(facet: Facet) -> None:
    """Add a facet, after dates and places. Raises ValueError when its key or letter is taken."""
    if any(facet.key == other.key or facet.letter == other.letter for other in _registered):
        raise ValueError(f"A facet with the key {facet.key!r} or the letter {facet.letter!r} is registered already.")
    _registered.insert(_BEFORE_PEOPLE, facet)


def all_facets() -> tuple[Facet, ...]:
    """Every facet, in the order in which pages show them."""
    return tuple(_registered)


def facet_with(key: str) -> Facet:
    """The facet with this key. Raises StopIteration when there is none."""
    return next(facet for facet in _registered if facet.key == key)


def _numbers(values: Iterable[str]) -> list[int]:
    return [int(value) for value in values if value.isdecimal()]
