"""The map of addresses."""

from django.apps import apps
from django.contrib import admin
from django.http import HttpRequest, HttpResponseRedirect
from django.templatetags.static import static
from django.urls import include, path

from config import health


def favicon(request: HttpRequest) -> HttpResponseRedirect:
    """Browsers ask for it here on pages that name no icon, as the admin's do."""
    return HttpResponseRedirect(static("favicon.svg"))


urlpatterns = [
    path("health", health.health, name="health"),
    path("favicon.ico", favicon, name="favicon"),
    path("admin/", admin.site.urls),
    path("", include("archive.urls")),
]

if apps.is_installed("campaigns"):
    urlpatterns.append(path("", include("campaigns.urls")))
