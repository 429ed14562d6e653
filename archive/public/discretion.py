"""Who must not be read on a photograph's page, whatever staff wrote: private people, and donors who gave unnamed.

What stands on the print itself is never altered.
"""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from archive.models import Accession, AccessionParty, Agent, Photo

Parts = list[tuple[str, Agent]]


def parts_in(gift: Accession) -> Parts:
    """Everybody who had a part in the gift, with the part."""
    rows: Parts = [(row.role, row.agent) for row in gift.parties.all()]
    fixed = ((AccessionParty.Role.DONOR, gift.donor), (AccessionParty.Role.INTERMEDIARY, gift.intermediary))
    return [*((str(role), agent) for role, agent in fixed if agent), *rows]


def unnamed(photo: Photo) -> set[str]:
    """The names that may not be read here."""
    gift = photo.accession
    deed = getattr(gift, "deed_of_gift", None)
    anonymous = deed is not None and deed.is_anonymous
    return {
        agent.name
        for role, agent in parts_in(gift)
        if not agent.is_nameable() or (anonymous and role == AccessionParty.Role.DONOR)
    }


def discreet(text: str, names: set[str]) -> str:
    """The text with words in the place of these names; long ones first, lest a short one leave their rest behind."""
    for name in sorted(names, key=len, reverse=True) if text else ():
        text = re.sub(re.escape(name), _("a person who stays unnamed"), text, flags=re.IGNORECASE)
    return text
