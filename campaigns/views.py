"""The visitors' addresses of the campaigns."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from campaigns import event_pages, photo_lists
from campaigns.asking import Asked
from campaigns.models import Campaign
from campaigns.telling import campaign_page, campaigns_page, statements_page


def _public(slug: str) -> Campaign:
    """One campaign or phase; 404 for what no curator has published, whether it exists or not."""
    return get_object_or_404(Campaign.objects.public().select_related("parent"), slug=slug)


@require_safe
def campaigns(request: HttpRequest) -> HttpResponse:
    """All campaigns."""
    return render(request, "campaigns/campaigns.html", vars(campaigns_page()))


@require_safe
def campaign(request: HttpRequest, slug: str) -> HttpResponse:
    """One campaign or phase, perhaps one month and place of it."""
    page = campaign_page(_public(slug), Asked.read(request.GET))
    return render(request, "campaigns/campaign.html", vars(page))


@require_safe
def photos(request: HttpRequest, slug: str) -> HttpResponse:
    """All photographs of a campaign, of the month and place asked for."""
    page = photo_lists.photos_page(_public(slug), request.GET)
    return render(request, "campaigns/photos.html", vars(page))


@require_safe
def statements(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything that sources state of a campaign."""
    return render(request, "campaigns/statements.html", vars(statements_page(_public(slug))))


@require_safe
def event(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One event of a campaign or phase."""
    campaign = _public(slug)
    found = get_object_or_404(event_pages.events_with_all(), pk=pk, campaign=campaign)
    return render(request, "campaigns/event.html", vars(event_pages.event_page(found)))
