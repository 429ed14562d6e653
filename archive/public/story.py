"""The object's story: the chain of hands with its gaps, its coming to the museum, and whom to thank for what.

Whoever is private, or gave on condition not to be named, is not named here, whatever staff wrote in the chain.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.models import Accession, AccessionParty, CustodyEvent, Photo
from archive.models.hands import chain_of
from archive.public import pages
from archive.public.discretion import Parts, discreet, parts_in, unnamed
from archive.vocabulary.custody import Gap, Handover
from archive.vocabulary.date_words import in_words

_THANKS = {
    AccessionParty.Role.OWNER: gettext_lazy("from the collection of %(name)s"),
    AccessionParty.Role.INTERMEDIARY: gettext_lazy("provided via %(name)s"),
    AccessionParty.Role.INFORMANT: gettext_lazy("information by courtesy of %(name)s"),
}


def story_of(photo: Photo) -> list[pages.StoryStep]:
    """The steps of the story, the oldest first."""
    gift = photo.accession
    parts, names = parts_in(gift), unnamed(photo)
    events = CustodyEvent.objects.standing().filter(Q(photo=photo) | Q(accession=gift.pk))
    steps = [_step(link) for link in chain_of(events, gift)]
    steps += [*_arrival(gift), *_thanks(gift, parts)]
    return [replace(one, text=discreet(one.text, names), evidence=discreet(one.evidence, names)) for one in steps]


def _step(link: Handover | Gap) -> pages.StoryStep:
    if isinstance(link, Gap):
        return pages.StoryStep(_span(link), _("nobody knows who had it"), is_gap=True)
    hands = _("%(from)s to %(to)s") % {
        "from": link.giver or _("unknown hands"),
        "to": link.receiver or _("unknown hands"),
    }
    when = link.when_words or (str(in_words(link.when)) if link.when else _("date unknown"))
    return pages.StoryStep(when, f"{hands} ({link.how})" if link.how else hands, link.evidence)


def _span(gap: Gap) -> str:
    since, until = (str(in_words(end)) if end else "" for end in (gap.since, gap.until))
    if since and until:
        return _("unknown, %(since)s to %(until)s") % {"since": since, "until": until}
    if until:
        return _("unknown until %(until)s") % {"until": until}
    return _("unknown since %(since)s") % {"since": since} if since else _("unknown")


def _arrival(gift: Accession) -> Iterator[pages.StoryStep]:
    when = gift.received_words or (date_format(gift.received_on) if gift.received_on else "")
    if when:
        yield pages.StoryStep(when, _("given to the museum as accession %(n)s") % {"n": gift.number})


def _thanks(gift: Accession, parts: Parts) -> Iterator[pages.StoryStep]:
    for role, agent in parts:
        words = _THANKS.get(role)  # type: ignore[call-overload]
        if words and agent.is_nameable():
            yield pages.StoryStep("", str(words) % {"name": agent.name})
