"""Pages beside the collection: what is left of a withdrawn photograph, and a donor's own page."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from archive.models import Accession, Agent, DonorLink, SearchEntry, Tombstone
from archive.public.cards import cards_of
from archive.public.pages.standing_apart import DonorPage, GiftShown, TombstonePage

_FIRST = 24


def tombstone(request: HttpRequest, number: str) -> HttpResponse:
    """410 for a photograph that the public once saw. Raises Http404 for any other number, whether it exists or not."""
    grave = Tombstone.objects.of(number)
    if grave is None:
        raise Http404
    page = TombstonePage(grave.number, grave.since)
    return render(request, "archive/tombstone.html", vars(page), status=410)


@never_cache
@require_safe
def donor_page(request: HttpRequest, token: str) -> HttpResponse:
    """What became of a donor's gifts, for whoever has the donor's link. 404 once it is revoked."""
    link = DonorLink.objects.opened_by(token)
    if link is None:
        raise Http404
    page = DonorPage(link.agent.name, list(_gifts(link.agent)))
    response = render(request, "archive/donor.html", vars(page))
    # The address is the key: no search engine keeps it, and no other page is told of it.
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Referrer-Policy"] = "no-referrer"
    return response


def _gifts(donor: Agent) -> Iterator[GiftShown]:
    given = Accession.objects.filter(Q(donor=donor) | Q(parties__agent=donor, parties__role="donor")).distinct()
    for gift in given.annotate(arrived=Count("photos", distinct=True)).order_by("sort_key"):
        entries = SearchEntry.objects.open().filter(photo__accession=gift)
        received = date_format(gift.received_on) if gift.received_on else ""
        yield GiftShown(
            number=gift.number,
            title=gift.title,
            received=gift.received_words or received,
            arrived=gift.arrived,
            public=entries.count(),
            credit=gift.credit_line,
            cards=cards_of(entries.order_by("number_key"), 0, _FIRST),
        )
