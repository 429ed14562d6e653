"""A curator's word on what is proposed and on what sources claim. Nothing is forgotten: rejected and withdrawn stay."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.ingest.deciding import AlreadyDecided
from archive.models import Basis, Certainty, User
from archive.search.indexing import index_photos
from campaigns.comparing import claims_of, group_of
from campaigns.models import CampaignLink, Claim, Preference, SuggestedLink, WithdrawnPreference


@transaction.atomic
def accept(suggested: SuggestedLink, *, by: User, certainty: Certainty = Certainty.PROBABLE) -> CampaignLink:
    """Link the photograph as suggested, in this curator's name; the overlap is the reason. Raises AlreadyDecided."""
    _decide(suggested, SuggestedLink.State.ACCEPTED, by)
    link, made = CampaignLink.objects.get_or_create(
        photo=suggested.photo,
        campaign=suggested.campaign,
        defaults={
            "event": suggested.event,
            "ground": CampaignLink.Ground.INFERRED,
            "basis": Basis.INFERENCE,
            "certainty": certainty,
            "reasoning": overlap_words(suggested),
            "by": by,
        },
    )
    if not made:
        raise AlreadyDecided(f"{link}: {link.get_certainty_display()}")
    index_photos([suggested.photo_id])
    return link


@transaction.atomic
def reject(suggested: SuggestedLink, *, by: User) -> None:
    """Put the suggestion away for good. Raises AlreadyDecided."""
    _decide(suggested, SuggestedLink.State.REJECTED, by)


def overlap_words(suggested: SuggestedLink) -> str:
    """What the suggestion rests on, in a sentence: the days in common, of how many, and the place."""
    return _("%(common)s of the %(all)s days of its date %(date)s (%(first)s to %(last)s); %(place)s.") % {
        "common": suggested.days_in_common,
        "all": suggested.days_possible,
        "date": suggested.date_words,
        "first": suggested.first_day.isoformat(),
        "last": suggested.last_day.isoformat(),
        "place": suggested.place_chain,
    }


@transaction.atomic
def prefer(claim: Claim, *, reason: str, by: User | None) -> Preference:
    """Show this claim first among those it can be compared with; another one preferred there is withdrawn."""
    preference = Preference.objects.create(claim=claim, reason=reason, by=by)
    withdraw_others(preference, by=by)
    return preference


@transaction.atomic
def withdraw_others(preference: Preference, *, by: User | None) -> None:
    """Take back what else is preferred among the claims that this one can be compared with."""
    because = _("Another claim is preferred: %(claim)s") % {"claim": preference.claim}
    for other in claims_of(group_of(preference.claim)):
        if other != preference.claim and hasattr(other, "preference"):
            withdraw(other.preference, because=because, by=by)


@transaction.atomic
def withdraw(preference: Preference, *, because: str, by: User | None) -> WithdrawnPreference:
    """Take a preference back. What it said stays, with who withdrew it and why."""
    kept = WithdrawnPreference.objects.create(
        claim=preference.claim,
        reason=preference.reason,
        by=preference.by,
        at=preference.at,
        withdrawn_because=because,
        withdrawn_by=by,
    )
    preference.delete()
    return kept


def _decide(suggested: SuggestedLink, state: SuggestedLink.State, by: User) -> None:
    current = SuggestedLink.objects.select_for_update().get(pk=suggested.pk)
    if not current.is_open():
        raise AlreadyDecided(f"{suggested}: {current.get_state_display()}")
    suggested.state, suggested.decided_by, suggested.decided_at = state, by, timezone.now()
    suggested.save(update_fields=["state", "decided_by", "decided_at"])
