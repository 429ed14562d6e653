"""What sources claim, put side by side: where they disagree, which claim is shown and why, and the numbers.

`disagreements_of` asks `campaigns.weighing` which claims can be compared and how they stand to each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.text import capfirst

from archive.models import Source
from campaigns.comparing import VERDICT_WORDS, claims_of, respect_words, weigh_claims
from campaigns.models import Claim, Preference
from campaigns.weighing import Group


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
    verdict: str = ""

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


def disagreements_of(claims: Iterable[Claim], origins: Mapping[int, int]) -> tuple[list[Dispute], list[Dispute]]:
    """What these claims say of each thing: first where they disagree, then where all can be true or one stands alone.

    Claims come as `evidence.claims_with_sources` fetches them; `origins` are `comparing.origins`.
    """
    groups = [group for family in weigh_claims(claims, origins) for group in family.groups]
    disputed = [_dispute(group) for group in groups if group.is_disputed()]
    return disputed, [_dispute(group) for group in groups if not group.is_disputed()]


def _dispute(group: Group) -> Dispute:
    camps = [claims_of(replace(group, claims=camp)) for camp in group.camps()]
    first = camps[0][0]
    return Dispute(
        subject=first.subject_words,
        about=", ".join(filter(None, [_readable(first.property), respect_words(group)])),
        views=sorted(map(_view, camps), key=lambda view: not view.is_shown),
        verdict=str(VERDICT_WORDS[group.verdict]) if len(group.claims) > 1 else "",
    )


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
