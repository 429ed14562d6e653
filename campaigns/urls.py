"""The addresses of the campaigns."""

from django.urls import path

from campaigns import views

urlpatterns = [
    path("campaigns/", views.campaigns, name="campaigns"),
    path("campaigns/<slug:slug>/", views.campaign, name="campaign"),
    path("campaigns/<slug:slug>/photographs/", views.photos, name="campaign-photos"),
    path("campaigns/<slug:slug>/statements/", views.statements, name="campaign-statements"),
    path("campaigns/<slug:slug>/events/<int:pk>/", views.event, name="campaign-event"),
]
