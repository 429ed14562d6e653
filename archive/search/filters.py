"""The address of a list of photographs, read by django-filter into a question and the entries that answer it."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from archive.models import SearchEntry
from archive.search.facets import all_facets
from archive.search.lexemes import quote
from archive.search.query import Matches, Question, Rank, Reading, read

ORDERS = {
    "relevance": _("best first"),
    "number": _("by number"),
    "date": _("by date"),
    "newest": _("newest first"),
}
_LONGEST_SEARCH = 300


class PhotoFilter(django_filters.FilterSet):
    """What visitors may ask of the list of photographs: ``q``, one parameter for each facet, ``only`` and ``order``.

    Values of facets come from `data` as they are; one that does not exist finds nothing.
    """

    q = django_filters.CharFilter(label=_("Words"), max_length=_LONGEST_SEARCH)
    order = django_filters.ChoiceFilter(label=_("Order"), choices=list(ORDERS.items()))

    class Meta:
        model = SearchEntry
        fields: list[str] = []

    def __init__(self, data: QueryDict, **kwargs: Any) -> None:
        super().__init__(data, queryset=SearchEntry.objects.open(), **kwargs)
        self.question = Question(
            words=self._clean("q"),
            chosen={facet.key: values for facet in all_facets() if (values := _values(data, facet.key))},
            alone=frozenset(_values(data, "only")),
        )

    @property
    def typed(self) -> str:
        """What stands in the search box: also what could not be searched for."""
        return self.data.get("q", "").strip()

    @property
    def sequence(self) -> str:
        """The order asked for; by rank where there are words, else by number."""
        return self._clean("order") or ("relevance" if self.question.words else "number")

    def reading(self) -> Reading:
        """How the question is understood; worked out once."""
        if not hasattr(self, "_reading"):
            self._reading = read(self.question)
        return self._reading

    def matching(self) -> QuerySet[SearchEntry]:
        """The entries that answer, in no order."""
        entries = SearchEntry.objects.open()
        tsquery = self.reading().tsquery
        if not self.is_valid():
            return entries.none()
        return entries.filter(Matches(tsquery)) if tsquery else entries

    def ordered(self) -> QuerySet[SearchEntry]:
        """The entries that answer, in the order asked for."""
        found = self.matching()
        if self.sequence == "relevance" and self.reading().tsquery:
            return found.order_by(Rank(self.reading().tsquery).desc(), "number_key")
        if self.sequence == "date":
            return found.order_by("earliest", "number_key")
        return found.order_by("-photo_id" if self.sequence == "newest" else "number_key")

    def _clean(self, name: str) -> str:
        return str(self.form.cleaned_data.get(name) or "") if self.is_valid() else ""


def _values(data: QueryDict, key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value.replace("\x00", "") for value in data.getlist(key) if value.strip()))


def entries_with(facet_key: str, value: str) -> QuerySet[SearchEntry]:
    """The public entries that carry this value of a facet."""
    facet = next(facet for facet in all_facets() if facet.key == facet_key)
    return SearchEntry.objects.open().filter(Matches(quote(facet.term(value))))
