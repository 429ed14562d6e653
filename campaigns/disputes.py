"""What sources claim, put side by side: where they disagree, which claim is shown and why, and the numbers.

`disagreements_of` is the one place where claims are compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.text import capfirst

from archive.models import Source
from campaigns.models import Claim, Preference


@dataclass(frozen=True)
class Saying:
    """What one source says, in its words, and where."""

    words: str
    source: str
    source_pk: int
    page: str
    attributed_to: str


@dataclass(frozen=True)
class View:
    """One answer, with every source that gives it. The one that is shown says why, and since when."""

    sayings: Sequence[Saying]
    is_shown: bool = False
    reason: str = ""
    since: date | None = None


@dataclass(frozen=True)
class Dispute:
    """Answers of sources to one question. With a single view there is nothing to dispute."""

    subject: str
    about: str
    views: Sequence[View]

    @property
    def is_open(self) -> bool:
        """Whether the museum has chosen no answer."""
        return not any(view.is_shown for view in self.views)


@dataclass(frozen=True)
class NumberLine:
    """A line of the table of numbers: of which side, what was counted, the least and the most, and who says so."""

    side: str
    what: str
    low: str
    high: str
    unit: str
    sources: Sequence[tuple[int, str]]
    is_contested: bool


@dataclass(frozen=True)
class Citation:
    """A source in full."""

    pk: int
    kind: str
    title: str
    author: str
    date_words: str
    url: str
    derived_from: str


def disagreements_of(claims: Iterable[Claim]) -> tuple[list[Dispute], list[Dispute]]:
    """What these claims say of each thing: first where they differ, then where they agree or a source stands alone.

    Claims come with their source and preference fetched.
    """
    told = [_dispute(camps) for camps in _compared(claims)]
    return [one for one in told if len(one.views) > 1], [one for one in told if len(one.views) == 1]


def _compared(claims: Iterable[Claim]) -> list[list[list[Claim]]]:
    """Claims about the same thing, and among them those with the same answer.

    The same thing is: the same subject, property, side, measure and scope.
    """
    groups: dict[tuple[str, ...], dict[tuple[object, ...], list[Claim]]] = {}
    for claim in claims:
        same = (claim.subject_words, claim.property, claim.side, claim.measure, claim.scope)
        groups.setdefault(same, {}).setdefault(_answer(claim), []).append(claim)
    return [list(camps.values()) for camps in groups.values()]


def _dispute(camps: Sequence[Sequence[Claim]]) -> Dispute:
    told = sorted((_view(camp) for camp in camps), key=lambda view: not view.is_shown)
    first = camps[0][0]
    about = ", ".join(filter(None, [_readable(first.property), first.measure, first.side, first.scope]))
    return Dispute(first.subject_words, about, told)


def _answer(claim: Claim) -> tuple[object, ...]:
    """What a claim amounts to: a date or a range where it is one, else its words."""
    if claim.edtf or claim.low is not None or claim.high is not None:
        return claim.edtf, claim.low, claim.high, claim.unit
    return (claim.value_words.casefold(),)


def _view(claims: Sequence[Claim]) -> View:
    sayings = [_saying(claim) for claim in claims]
    preference = next(filter(None, map(_preference, claims)), None)
    if preference is None:
        return View(sayings)
    return View(sayings, True, preference.reason, preference.at.date())


def _preference(claim: Claim) -> Preference | None:
    return getattr(claim, "preference", None)


def _saying(claim: Claim) -> Saying:
    return Saying(claim.value_words, claim.source.title, claim.source_id, claim.page, claim.attributed_to)


def _readable(key: str) -> str:
    return key.replace("_", " ")


def numbers_of(claims: Iterable[Claim]) -> list[NumberLine]:
    """The claims that give numbers, by side and measure: the least and the most of what sources say."""
    groups: dict[tuple[str, ...], list[Claim]] = {}
    for claim in claims:
        if claim.low is not None or claim.high is not None:
            what = (claim.side, claim.subject_words, claim.property, claim.measure, claim.scope, claim.unit)
            groups.setdefault(what, []).append(claim)
    return [_line(group) for _what, group in sorted(groups.items())]


def _line(claims: Sequence[Claim]) -> NumberLine:
    first = claims[0]
    lows = [claim.low for claim in claims if claim.low is not None]
    highs = [claim.high for claim in claims if claim.high is not None]
    counted = ", ".join(filter(None, [_readable(first.property), first.measure, first.scope]))
    return NumberLine(
        side=capfirst(first.side),
        what=f"{first.subject_words}: {counted}",
        low=_figure(min(lows)) if lows else "",
        high=_figure(max(highs)) if highs else "",
        unit=first.unit,
        sources=sorted({claim.source_id: claim.source.title for claim in claims}.items(), key=lambda one: one[1]),
        is_contested=len({(claim.low, claim.high) for claim in claims}) > 1,
    )


def _figure(number: Decimal) -> str:
    """With marks for thousands, without zeros that say nothing."""
    plain = number.normalize()
    shown = plain.quantize(Decimal(1)) if plain == plain.to_integral() else plain
    return str(number_format(shown, force_grouping=True))


def citations_of(sources: Iterable[Source]) -> list[Citation]:
    """Sources in full, in the order of their titles."""
    return [_citation(source) for source in sorted(sources, key=lambda one: (one.title, one.pk))]


def _citation(source: Source) -> Citation:
    return Citation(
        pk=source.pk,
        kind=str(Source.Kind(source.kind).label),
        title=source.title,
        author=source.author,
        date_words=source.date_words,
        url=source.url,
        derived_from=str(source.derived_from or ""),
    )
