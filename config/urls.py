"""The map of addresses."""

from django.contrib import admin
from django.urls import include, path

from config import health

urlpatterns = [
    path("health", health.health, name="health"),
    path("admin/", admin.site.urls),
    path("", include("archive.urls")),
    path("", include("campaigns.urls")),
]
