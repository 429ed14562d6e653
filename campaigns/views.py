"""The visitors' addresses of the campaigns."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from campaigns.models import Campaign
from campaigns.telling import campaign_page, campaigns_page


@require_safe
def campaigns(request: HttpRequest) -> HttpResponse:
    """All campaigns."""
    return render(request, "campaigns/campaigns.html", vars(campaigns_page()))


@require_safe
def campaign(request: HttpRequest, slug: str) -> HttpResponse:
    """One campaign or phase; 404 for what no curator has published, whether it exists or not."""
    found = get_object_or_404(Campaign.objects.public().select_related("parent"), slug=slug)
    return render(request, "campaigns/campaign.html", vars(campaign_page(found)))
