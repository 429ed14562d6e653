"""The accession register, as a page to print and as CSV; receipts for what was left; donors' own links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from archive.desk import spreadsheets
from archive.desk.guards import needs, staff
from archive.models import Accession, Agent, DonorLink, ObjectEntry, Photo

_COLUMNS = (
    "number",
    "received",
    "title",
    "donor",
    "intermediary",
    "title_passed",
    "copyright",
    "photographs",
    "public",
)


@dataclass(frozen=True)
class RegisterLine:
    """One gift in the register."""

    number: str
    received: str
    title: str
    donor: str
    intermediary: str
    title_passed: str
    copyright: str
    photographs: int
    public: int


def lines() -> Iterator[RegisterLine]:
    """All gifts in the order of their numbers."""
    public = Count("photos", filter=Q(photos__in=Photo.objects.public()), distinct=True)
    gifts = Accession.objects.select_related("donor", "intermediary", "deed_of_gift")
    for gift in gifts.annotate(photo_count=Count("photos", distinct=True), public_count=public).order_by("sort_key"):
        deed = getattr(gift, "deed_of_gift", None)
        yield RegisterLine(
            number=gift.number,
            received=gift.received_on.isoformat() if gift.received_on else gift.received_words,
            title=gift.title,
            donor=str(gift.donor or ""),
            intermediary=str(gift.intermediary or ""),
            title_passed=deed.get_title_display() if deed else _("no deed"),
            copyright=deed.get_copyright_display() if deed else _("no deed"),
            photographs=gift.photo_count,
            public=gift.public_count,
        )


@needs("change_accession")
@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """The register, to read and to print."""
    return render(request, "desk/register.html", {"lines": list(lines())})


@needs("change_accession")
@require_safe
def register_csv(request: HttpRequest) -> HttpResponse:
    """The register as CSV in UTF-8; a cell that a spreadsheet would take for a formula begins with a quote."""
    rows = ([getattr(line, column) for column in _COLUMNS] for line in lines())
    response = HttpResponse(spreadsheets.lines(_COLUMNS, rows), content_type=spreadsheets.CONTENT_TYPE)
    response["Content-Disposition"] = 'attachment; filename="accession-register.csv"'
    return response


@needs("view_objectentry")
@require_safe
def receipt(request: HttpRequest, pk: int) -> HttpResponse:
    """The receipt for what somebody left, to print and sign twice."""
    entry = get_object_or_404(ObjectEntry.objects.select_related("depositor", "received_by", "accession"), pk=pk)
    return render(request, "desk/receipt.html", {"entry": entry})


@dataclass(frozen=True)
class DonorLine:
    """A donor with the gifts and the links that open their page."""

    donor: Agent
    gifts: Sequence[Accession]
    links: Sequence[DonorLink]


@needs("view_donorlink")
@require_safe
def donors(request: HttpRequest) -> HttpResponse:
    """Donors and their links. A link is told once, when it is made."""
    return render(request, "desk/donors.html", {"lines": list(_donor_lines()), "told": ""})


@needs("add_donorlink")
@require_POST
def give_link(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a link for a donor and tell it, this once."""
    donor = get_object_or_404(Agent, pk=pk)
    token = DonorLink.give(donor, by=staff(request))
    told = request.build_absolute_uri(reverse("donor-page", args=[token]))
    return render(request, "desk/donors.html", {"lines": list(_donor_lines()), "told": told, "donor": donor})


@needs("change_donorlink")
@require_POST
def revoke_link(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a link for good."""
    get_object_or_404(DonorLink, pk=pk).revoke()
    messages.success(request, _("The link opens no more."))
    return redirect("desk-donors")


def _donor_lines() -> Iterator[DonorLine]:
    donors = Agent.objects.filter(Q(accessions_given__isnull=False) | Q(gift_parts__role="donor")).distinct()
    for donor in donors.prefetch_related("accessions_given", "donor_links"):
        working = [link for link in donor.donor_links.all() if link.is_working()]
        yield DonorLine(donor, list(donor.accessions_given.all()), working)
