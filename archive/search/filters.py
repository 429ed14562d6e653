"""The address of a list of photographs, read by django-filter into a question and the entries that answer it."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Count, Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from archive.models import SearchEntry
from archive.search.facets import all_facets, facet_with
from archive.search.lexemes import quote
from archive.search.matching import Select, select, select_by_words
from archive.search.query import Matches, Question, Reading, read
from archive.search.spans import CERTAIN, NO_DAY, POSSIBLE, UNDATED, Span, days_of

ORDERS = {
    "relevance": _("best first"),
    "number": _("by number"),
    "date": _("by date"),
    "newest": _("newest first"),
}
SURENESS = {
    POSSIBLE: _("certainly or possibly"),
    CERTAIN: _("certainly"),
    UNDATED: _("also those without a date"),
}
_LONGEST_SEARCH = 300
_LONGEST_DATE = 60


class DaysField(forms.CharField):
    """A date as a visitor writes it; its value is the first and last day it may mean, None where nothing is written."""

    def clean(self, value: Any) -> tuple[date | None, date | None] | None:
        words = super().clean(value)
        days = days_of(words) if words else None
        if words and days is None:
            raise ValidationError(
                _("“%(words)s” is no date that we can read. Write it as 1944, 1944-06 or June 1944."),
                params={"words": words},
            )
        return days


class DaysFilter(django_filters.Filter):
    """A bound of the span of days; what it does, `PhotoFilter.matching` says."""

    field_class = DaysField


class PhotoFilter(django_filters.FilterSet):
    """What visitors may ask of the list of photographs.

    ``q``, one parameter for each facet (several values: any of them), ``only``, ``order``, and a span of days by
    ``since`` and ``until`` with how ``sure`` it shall be. Values of facets come from `data` as they are; one that does
    not exist finds nothing.
    """

    q = django_filters.CharFilter(label=_("Words"), max_length=_LONGEST_SEARCH)
    since = DaysFilter(label=_("From"), max_length=_LONGEST_DATE)
    until = DaysFilter(label=_("To"), max_length=_LONGEST_DATE)
    sure = django_filters.ChoiceFilter(label=_("Taken then"), choices=list(SURENESS.items()))
    order = django_filters.ChoiceFilter(label=_("Order"), choices=list(ORDERS.items()))

    _form_class: ClassVar[type[forms.Form] | None] = None

    class Meta:
        model = SearchEntry
        fields: list[str] = []

    def __init__(self, data: QueryDict, **kwargs: Any) -> None:
        super().__init__(data, queryset=SearchEntry.objects.open(), **kwargs)
        self.question = Question(
            words=self._clean("q") or "",
            chosen={facet.key: values for facet in all_facets() if (values := _values(data, facet.key))},
            alone=frozenset(_values(data, "only")),
        )

    def get_form_class(self) -> type[forms.Form]:
        """Made once: its fields are the same for every address."""
        if PhotoFilter._form_class is None:
            PhotoFilter._form_class = super().get_form_class()
        return PhotoFilter._form_class

    @property
    def typed(self) -> str:
        """What stands in the search box: also what could not be searched for."""
        return self.data.get("q", "").strip()

    @property
    def sequence(self) -> str:
        """The order asked for; by rank where there are words, else by number."""
        asked = self._clean("order") or "relevance"
        return "number" if asked == "relevance" and not self.reading().words else asked

    @property
    def span(self) -> Span | None:
        """The span of days asked for."""
        since, until = self._clean("since"), self._clean("until")
        first, last = since[0] if since else None, until[1] if until else None
        return Span(first, last) if first or last else None

    @property
    def sureness(self) -> str:
        """How sure it shall be that a photograph was taken in the span."""
        return self._clean("sure") or POSSIBLE

    def reading(self) -> Reading:
        """How the question is understood; worked out once."""
        if not hasattr(self, "_reading"):
            self._reading = read(self.question)
        return self._reading

    def matching(self, *, without: str = "") -> QuerySet[SearchEntry]:
        """The entries that answer, in no order; `without` names a facet that shall not be asked for."""
        found = self.of_any_date(without=without)
        if self.span is None:
            return found
        taken_then = self.span.certain() if self.sureness == CERTAIN else self.span.possible()
        return found.filter(taken_then | NO_DAY if self.sureness == UNDATED else taken_then)

    def of_any_date(self, *, without: str = "") -> QuerySet[SearchEntry]:
        """The entries that answer but for the span of days."""
        entries = SearchEntry.objects.open()
        tsquery = self.reading().demand(without=without).tsquery
        if not self.is_valid():
            return entries.none()
        return entries.filter(Matches(tsquery)) if tsquery else entries

    def rows(self, *, without: str = "") -> Select:
        """How to fetch the entries of `matching`."""
        tsquery = self.reading().demand(without=without).tsquery
        is_plain = tsquery and self.span is None and self.is_valid()
        return select_by_words(tsquery) if is_plain else select(self.matching(without=without))

    def headed_rows(self) -> Select:
        """How to fetch entries with the words in title, code or names, or taken at the place: of those that answer,
        and of some others."""
        headed = self.reading().headed()
        return select_by_words(headed.tsquery) if headed else None

    def is_ranked(self) -> bool:
        """Whether the best shall come first."""
        return self.sequence == "relevance"

    def is_all(self, *, without: str = "") -> bool:
        """Whether nothing is asked that would leave out a photograph, but for one facet."""
        return not (self.reading().demand(without=without).tsquery or self.span) and self.is_valid()

    def _clean(self, name: str) -> Any:
        return self.form.cleaned_data.get(name) if self.is_valid() else None


def _values(data: QueryDict, key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value.replace("\x00", "") for value in data.getlist(key) if value.strip()))


def entries_with(facet_key: str, value: str) -> QuerySet[SearchEntry]:
    """The public entries that carry this value of a facet."""
    return SearchEntry.objects.open().filter(Matches(quote(facet_with(facet_key).term(value))))


def dated(entries: QuerySet[SearchEntry], span: Span) -> dict[str, int]:
    """How many of these entries were certainly taken in the span, how many possibly but not certainly, and how many
    have no date at all. One query."""
    return entries.aggregate(
        **{
            CERTAIN: Count("pk", filter=span.certain()),
            POSSIBLE: Count("pk", filter=span.possible() & ~span.certain()),
            UNDATED: Count("pk", filter=Q(NO_DAY)),
        }
    )
