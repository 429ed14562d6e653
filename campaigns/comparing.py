"""The claims of a campaign as `campaigns.weighing` takes them, and the families it makes of them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import cast

from django.utils.translation import gettext_lazy as _

from archive.models import Source
from archive.reading.folding import name_key
from campaigns.models import Campaign, Claim
from campaigns.weighing import Amount, Aspects, Days, Family, Group, Names, Said, Value, Verdict, Words, weigh

VERDICT_WORDS = {
    Verdict.ALONE: _("nothing to compare it with"),
    Verdict.AGREE: _("agree"),
    Verdict.OVERLAP: _("can all be true"),
    Verdict.DIFFER: _("told differently"),
    Verdict.DISJOINT: _("cannot all be true"),
}
"""How claims stand to each other, for a reader."""


def families_of(campaigns: Iterable[Campaign]) -> list[Family]:
    """All that is claimed of these campaigns and phases, weighed. `claims_of` leads back to the records.

    Two queries, however many claims.
    """
    found = Claim.objects.filter(campaign__in=list(campaigns)).with_named()
    return weigh_claims(found.select_related("campaign", "source", "place", "body", "preference"), origins())


def weigh_claims(claims: Iterable[Claim], origins: Mapping[int, int]) -> list[Family]:
    """These claims (with `named`), weighed by the origins of their sources."""
    return weigh(_said(claim, origins) for claim in claims)


def group_of(claim: Claim) -> Group:
    """The claims that this one can be compared with, itself among them."""
    root = claim.campaign.parent or claim.campaign
    for family in families_of([root, *root.phases.all()]):
        for group in family.groups:
            if claim in claims_of(group):
                return group
    raise LookupError(f"{claim} is not saved.")


def claims_of(group: Group) -> list[Claim]:
    """The records behind a group: the preferred one first, otherwise as they were entered."""
    claims = [cast(Claim, said.key) for said in group.claims]
    return sorted(claims, key=lambda claim: (not hasattr(claim, "preference"), claim.pk))


def _said(claim: Claim, origins: Mapping[int, int]) -> Said:
    return Said(
        key=claim,
        subject=_subject(claim),
        property=claim.property,
        value=_value(claim),
        origin=origins[claim.source_id],
        aspects=Aspects(claim.side, _scope(claim), claim.measure, claim.unit, claim.event_kind),
        during=Days.of(claim.during) if claim.during else None,
        event=claim.event_id,
    )


def _subject(claim: Claim) -> Hashable:
    """The place or unit spoken of, else the words; of one campaign with its phases."""
    root = claim.campaign.parent_id or claim.campaign_id
    if claim.place_id:
        return root, "place", claim.place_id
    if claim.body_id:
        return root, "body", claim.body_id
    return root, "words", name_key(claim.subject_words)


def _scope(claim: Claim) -> str:
    """What part is meant. A figure is of the campaign or phase it was entered for; an event is the same in both."""
    return claim.scope or ("" if claim.event_kind else claim.campaign.slug)


def _value(claim: Claim) -> Value:
    if claim.named:  # type: ignore[attr-defined]
        return Names(frozenset(claim.named))  # type: ignore[attr-defined]
    if claim.low is not None or claim.high is not None:
        return Amount(claim.low, claim.high, is_about=claim.is_about)
    return (Days.of(claim.edtf) if claim.edtf else None) or Words.of(claim.value_words)


def origins() -> dict[int, int]:
    """For each source, the one it goes back to. One query."""
    above = dict(Source.objects.order_by().values_list("pk", "derived_from"))
    return {pk: _top(pk, above) for pk in above}


def _top(pk: int, above: Mapping[int, int | None]) -> int:
    seen: set[int] = set()
    while (up := above[pk]) is not None and up not in seen:
        seen.add(pk)
        pk = up
    return pk


def respect_words(group: Group) -> str:
    """In what respect the claims of a group are made: side, kind of event, measure and scope, where they are said."""
    first = claims_of(group)[0]
    kind = str(first.get_event_kind_display()) if first.event_kind else ""
    return ", ".join(filter(None, [first.side, kind, first.measure, first.scope]))
