"""The addresses of the campaigns."""

from django.urls import path

from campaigns import views
from campaigns.desk import views as desk

urlpatterns = [
    path("campaigns/", views.campaigns, name="campaigns"),
    path("campaigns/<slug:slug>/", views.campaign, name="campaign"),
    # The desk
    path("desk/campaigns/", desk.links, name="desk-campaigns"),
    path("desk/campaigns/contradictions/", desk.contradictions, name="desk-contradictions"),
    path("desk/campaigns/<slug:slug>/", desk.sources, name="desk-campaign-sources"),
    path("campaigns/<slug:slug>/photographs/", views.photos, name="campaign-photos"),
    path("campaigns/<slug:slug>/statements/", views.statements, name="campaign-statements"),
    path("campaigns/<slug:slug>/events/<int:pk>/", views.event, name="campaign-event"),
]
