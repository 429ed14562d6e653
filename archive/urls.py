"""The addresses of the archive."""

from allauth.account import views as account
from django.urls import path

from archive.desk import changes
from archive.desk import views as desk
from archive.public import pictures, views

urlpatterns = [
    path("", views.home, name="home"),
    path("photos/", views.gallery, name="gallery"),
    path("photos/suggest/", views.suggest, name="suggest"),
    path("photos/<str:number>/", views.photo, name="photo"),
    path("pictures/<str:key>/<str:file_name>", pictures.picture, name="picture"),
    path("places/", views.places, name="places"),
    path("places/<int:pk>/<str:slug>/", views.place, name="place"),
    path("collections/", views.collections, name="collections"),
    path("collections/<slug:slug>/", views.collection, name="collection"),
    path("codes/", views.schemes, name="schemes"),
    path("codes/<slug:key>/", views.scheme, name="scheme"),
    path("codes/<slug:key>/<path:code>/", views.code, name="code"),
    path("about/", views.about, name="about"),
    # The desk
    path("desk/reading/", desk.queue, name="desk"),
    path("desk/reading/paste/", desk.paste, name="desk-paste"),
    path("desk/reading/<str:number>/", desk.reading, name="desk-reading"),
    path("desk/reading/<str:number>/again/", desk.read_again, name="desk-read-again"),
    path("desk/files/<path:name>", desk.deed, name="desk-deed"),
    path("desk/changes/", changes.recent, name="desk-changes"),
    path("desk/changes/<uuid:pk>/", changes.one_act, name="desk-act"),
    path("desk/changes/<uuid:pk>/undo/", changes.undo_act, name="desk-undo"),
    path("desk/here/<slug:table>/<str:record>/", changes.here_too, name="desk-here"),
    path("desk/changes/restore/<int:pk>/", changes.put_back, name="desk-restore"),
    # Sign-in
    path("accounts/login/", account.login, name="account_login"),
    path("accounts/logout/", account.logout, name="account_logout"),
    path("accounts/password/", account.password_change, name="account_change_password"),
    path("accounts/inactive/", account.account_inactive, name="account_inactive"),
]
