"""What visitors say of the campaigns a photograph belongs to, and what it becomes once a curator accepts it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.publishing.corrected import said
from archive.publishing.kinds import Case, Kind, NotAnswered
from archive.reading.folding import name_key
from campaigns.models import Campaign, CampaignLink


def _link(case: Case) -> CampaignLink:
    """A link to the campaign that the value names. Raises NotAnswered when it names none, or several."""
    return CampaignLink(campaign=_named(case.taken.value), ground=CampaignLink.Ground.VISITOR, **said(case))


def _named(value: str) -> Campaign:
    text = value.strip()
    by_name = Q(title__iexact=text) | Q(names__key=name_key(text))
    found = list(Campaign.objects.public().filter(slug=text)) or list(
        Campaign.objects.public().filter(by_name).distinct()
    )
    if not found:
        words = _("No published campaign or phase is called “%(name)s”. Choose one, or reject it and say why.")
        raise NotAnswered(words % {"name": text[:80]})
    if len(found) > 1:
        slugs = ", ".join(f"{one.title} ({one.slug})" for one in found)
        raise NotAnswered(_("Several are called so; write the address name of one: %(slugs)s.") % {"slugs": slugs})
    return found[0]


def _known() -> Iterable[tuple[str, str]]:
    """What a curator chooses from: each campaign and phase by its address name, with its title."""
    return Campaign.objects.public().values_list("slug", "title")


LINKS = Kind(
    model=CampaignLink,
    make=_link,
    known=_known,
    label=gettext_lazy("Campaign"),
    unanswered=gettext_lazy("Do you know which campaign it belongs to?"),
)
"""For `archive.publishing.kinds.register`."""
