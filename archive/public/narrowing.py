"""What a visitor may narrow the list by, and what narrows it now: facets, a span of days, and the chips above."""

from __future__ import annotations

from dataclasses import replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from archive.public.addresses import Toggles, form_fields, only, with_changes
from archive.public.pages import Chip, FacetBox, FacetValue, Link, SpanBox
from archive.search.counts import Counts, FacetCounts
from archive.search.facets import all_facets
from archive.search.filters import SURENESS, PhotoFilter, dated
from archive.search.spans import CERTAIN, POSSIBLE, UNDATED

_FIRST_VALUES = 8


def span_box(asked: PhotoFilter, address: QueryDict, path: str) -> SpanBox:
    """The two fields, and how many photographs certainly, possibly and for all we know lie between them."""
    box = SpanBox(address.get("since", ""), address.get("until", ""), form_fields(address, "since", "until", "page"))
    if asked.span is None:
        return box
    found = dated(asked.of_any_date(), asked.span)
    possible = found[CERTAIN] + found[POSSIBLE]
    numbers = {POSSIBLE: possible, CERTAIN: found[CERTAIN], UNDATED: possible + found[UNDATED]}
    answers = [Link(str(label), with_changes(address, path, sure=key), numbers[key]) for key, label in SURENESS.items()]
    return replace(box, answers=answers, answer=str(SURENESS[asked.sureness]))


def facet_box(counts: FacetCounts, address: QueryDict, path: str) -> FacetBox:
    """A facet with where each of its values leads."""
    key = counts.facet.key
    chosen, toggles = address.getlist(key), Toggles(address, path, key)
    lines = _lines(counts) if chosen else {}
    values = [
        FacetValue(
            label=one.label,
            url=toggles.address(one.value, instead_of=lines.get(one.value, ())),
            count=one.number,
            is_chosen=one.value in chosen,
            depth=one.depth,
        )
        for one in counts.values
    ]
    return FacetBox(key, str(counts.facet.label), values[:_FIRST_VALUES], values[_FIRST_VALUES:])


def _lines(counts: FacetCounts) -> dict[str, set[str]]:
    """For each value those that it lies in or that lie in it: choosing it says better what they said."""
    within = {one.value: one.within for one in counts.values}
    lines: dict[str, set[str]] = {value: set() for value in within}
    for value in within:
        above = within[value]
        while above in within:
            lines[value].add(above)
            lines[above].add(value)
            above = within[above]
    return lines


def chips(asked: PhotoFilter, counts: Counts, address: QueryDict, path: str) -> list[Chip]:
    """Everything that narrows the list, each with the address without it, and with nothing else."""
    found = []
    if words := asked.question.words:
        found.append(Chip(f"“{words}”", with_changes(address, path, q=""), _("Words"), only(path, q=words)))
    if asked.span:
        days = {key: address.get(key, "") for key in ("since", "until", "sure")}
        between = f"{days['since']} – {days['until']}".strip()
        without = with_changes(address, path, **dict.fromkeys(days, ""))
        found.append(Chip(between, without, _("Dates"), only(path, **days)))
    labels = {one.facet.key: {value.value: value.label for value in one.values} for one in counts.facets}
    for facet in all_facets():
        for value in asked.question.chosen.get(facet.key, ()):
            label, without = labels[facet.key].get(value, value), Toggles(address, path, facet.key).address(value)
            found.append(Chip(label, without, str(facet.label), only(path, **{facet.key: value})))
    return found
