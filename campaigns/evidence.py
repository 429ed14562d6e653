"""What sources say of a campaign: weighed and drawn once, and anew as soon as anything in it has changed.

The records are read for every page. What is made of them is kept by their whole content, so that no page can show what
was true before an edit, whichever process made it.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from operator import attrgetter

from django.db.models import Model, Prefetch, QuerySet
from django.template.loader import render_to_string
from django.utils.translation import get_language

from archive.models import Source
from campaigns.comparing import origins
from campaigns.disputes import Citation, Dispute, NumberLine, citations_of, disagreements_of, numbers_of
from campaigns.models import Campaign, Claim
from campaigns.pages import Evidence

_MOST_KEPT = 32


@dataclass(frozen=True)
class Told:
    """Claims as they were just read, all sources to cite, and the origins of sources.

    Equal to what was read before where `content`, everything that a page says of them or goes by, is the same.
    """

    content: Hashable
    claims: Sequence[Claim] = field(compare=False)
    sources: Iterable[Source] = field(compare=False)
    origins: Mapping[int, int] = field(compare=False)


@dataclass(frozen=True)
class Weighed:
    """What sources say: where they disagree, where they do not, the numbers, and the sources in full."""

    disputed: Sequence[Dispute]
    stated: Sequence[Dispute]
    numbers: Sequence[NumberLine]
    sources: Sequence[Citation]


def claims_with_sources() -> QuerySet[Claim]:
    """Claims with what a page says of them, without their campaigns. Two queries."""
    sources = Prefetch("source", Source.objects.select_related("derived_from"))
    return Claim.objects.with_named().select_related("preference").prefetch_related(sources)


def told_of(campaigns: Sequence[Campaign], other_sources: Iterable[Source] = ()) -> Told:
    """What is told of these campaigns and phases; `other_sources` are to be cited too. Three queries."""
    claims = list(claims_with_sources().filter(campaign__in=campaigns))
    own = {campaign.pk: campaign for campaign in campaigns}
    for claim in claims:
        claim.campaign = own[claim.campaign_id]
    sources = {*other_sources, *(claim.source for claim in claims)}
    known = origins()
    content = (
        get_language(),
        *map(_content, claims),
        *(_content(claim.preference) for claim in claims if hasattr(claim, "preference")),
        *((known[pk], str(source.derived_from), _content(source)) for pk, source in _by_key(sources)),
        *(_content(campaign) for campaign in campaigns),
    )
    return Told(content, claims, sources, known)


def _by_key(sources: Iterable[Source]) -> list[tuple[int, Source]]:
    return sorted((source.pk, source) for source in sources)


def _content(record: Model) -> Hashable:
    """All its fields; of a claim whom it names as well."""
    named = tuple(record.named) if isinstance(record, Claim) else ()  # type: ignore[attr-defined]
    return named, _fields(type(record))(record)


@cache
def _fields(model: type[Model]) -> attrgetter[tuple[Hashable, ...]]:
    return attrgetter(*(one.attname for one in model._meta.concrete_fields))


@lru_cache(maxsize=_MOST_KEPT)
def weighed_of(told: Told) -> Weighed:
    """What these sources say, weighed."""
    disputed, stated = disagreements_of(told.claims, told.origins)
    return Weighed(disputed, stated, numbers_of(told.claims), citations_of(told.sources))


@lru_cache(maxsize=_MOST_KEPT)
def evidence_of(told: Told) -> Evidence:
    """The same drawn, as a campaign's page shows it."""
    weighed = weighed_of(told)
    answers = {"disagreements": weighed.disputed, "numbers": weighed.numbers}
    return Evidence(
        answers=render_to_string("campaigns/parts/answers.html", answers),
        stated=len(weighed.stated),
        sources=render_to_string("campaigns/parts/sources.html", {"sources": weighed.sources}),
    )
