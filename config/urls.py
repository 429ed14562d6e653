"""The map of addresses."""

from django.apps import apps
from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.urls import include, path

from config import health


def favicon(request: HttpRequest) -> HttpResponseRedirect:
    """Browsers ask for it here on pages that name no icon, as the admin's do."""
    return HttpResponseRedirect(static("favicon.svg"))


ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /desk/
Disallow: /photos/suggest/
Disallow: /photos/?
"""


def robots(request: HttpRequest) -> HttpResponse:
    """Asks crawlers for the pages themselves: the ways to narrow a list lead to more lists than anybody can read."""
    return HttpResponse(ROBOTS, content_type="text/plain")


urlpatterns = [
    path("robots.txt", robots, name="robots"),
    path("health", health.health, name="health"),
    path("favicon.ico", favicon, name="favicon"),
    path("admin/", admin.site.urls),
    path("", include("archive.urls")),
]

if apps.is_installed("campaigns"):
    urlpatterns.append(path("", include("campaigns.urls")))
