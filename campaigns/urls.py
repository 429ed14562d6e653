"""The addresses of the campaigns."""

from django.urls import path

from campaigns import views

urlpatterns = [
    path("campaigns/", views.campaigns, name="campaigns"),
    path("campaigns/<slug:slug>/", views.campaign, name="campaign"),
]
