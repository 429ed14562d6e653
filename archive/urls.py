"""The addresses of the archive."""

from allauth.account import views as account
from django.contrib.sitemaps import views as sitemaps
from django.urls import path

from archive import picture_urls
from archive.desk import changes, corrections, deciding, evidence, register, takedowns
from archive.desk import intake_views as intake
from archive.desk import views as desk
from archive.desk.month import views as month
from archive.interop import oai
from archive.public import machines, standing_apart, takedown, telling, views

# Django's index of sitemaps looks for its parts under this name.
_PART_OF_SITEMAP = "django.contrib.sitemaps.views.sitemap"

urlpatterns = [
    *picture_urls.urlpatterns,
    path("", views.home, name="home"),
    path("photos/", views.gallery, name="gallery"),
    path("photos/suggest/", views.suggest, name="suggest"),
    path("photos/<str:number>/", views.photo, name="photo"),
    path("photos/<str:number>/why/<slug:key>/", views.evidence, name="evidence"),
    path("photos/<str:number>/tell/<slug:about>/", telling.tell, name="tell"),
    path("photos/<str:number>/compare/<str:other>/", views.pair, name="photo-pair"),
    path("places/", views.places, name="places"),
    path("places/<int:pk>/<str:slug>/", views.place, name="place"),
    path("collections/", views.collections, name="collections"),
    path("collections/<slug:slug>/", views.collection, name="collection"),
    path("codes/", views.schemes, name="schemes"),
    path("codes/<slug:key>/", views.scheme, name="scheme"),
    path("codes/<slug:key>/<path:code>/", views.code, name="code"),
    path("about/", views.about, name="about"),
    # Beside the collection
    path("takedown/", takedown.takedown, name="takedown"),
    path("takedown/<str:token>/", takedown.takedown_state, name="takedown-state"),
    path("corrections/<str:token>/", telling.told, name="told"),
    path("donors/<str:token>/", standing_apart.donor_page, name="donor-page"),
    path("sitemap.xml", sitemaps.index, {"sitemaps": machines.SITEMAPS}, name="sitemap"),
    path("sitemap-<section>.xml", sitemaps.sitemap, {"sitemaps": machines.SITEMAPS}, name=_PART_OF_SITEMAP),
    path("oai", oai.oai, name="oai"),
    path("feeds/new.atom", machines.NewestPhotos(), name="feed-new"),
    # The desk
    path("desk/reading/", desk.queue, name="desk"),
    path("desk/reading/paste/", desk.paste, name="desk-paste"),
    path("desk/reading/<str:number>/", desk.reading, name="desk-reading"),
    path("desk/reading/<str:number>/again/", desk.read_again, name="desk-read-again"),
    path("desk/counterparts/", desk.counterparts, name="desk-counterparts"),
    path("desk/files/<path:name>", desk.deed, name="desk-deed"),
    path("desk/intake/", intake.intakes, name="desk-intakes"),
    path("desk/intake/plan/", intake.plan, name="desk-intake-plan"),
    path("desk/intake/begin/", intake.begin, name="desk-intake-begin"),
    path("desk/intake/<int:pk>/", intake.intake, name="desk-intake"),
    path("desk/intake/<int:pk>/files/<int:file>/", intake.intake_file, name="desk-intake-file"),
    path("desk/photos/<str:number>/side/", intake.side, name="desk-side"),
    path("desk/masters/", intake.masters, name="desk-masters"),
    path("desk/masters/<int:pk>/again/", intake.again, name="desk-masters-again"),
    path("desk/twins/", intake.twins, name="desk-twins"),
    path("desk/twins/<int:pk>/", intake.answer, name="desk-twins-answer"),
    path("desk/decisions/<str:number>/", deciding.decision, name="desk-decision"),
    path("desk/evidence/<slug:key>/", evidence.evidence, name="desk-evidence"),
    path("desk/register/", register.register, name="desk-register"),
    path("desk/register.csv", register.register_csv, name="desk-register-csv"),
    path("desk/entries/<int:pk>/receipt/", register.receipt, name="desk-receipt"),
    path("desk/donors/", register.donors, name="desk-donors"),
    path("desk/donors/<int:pk>/link/", register.give_link, name="desk-give-link"),
    path("desk/donors/links/<int:pk>/revoke/", register.revoke_link, name="desk-revoke-link"),
    path("desk/takedowns/", takedowns.takedowns, name="desk-takedowns"),
    path("desk/takedowns/<int:pk>/", takedowns.takedown, name="desk-takedown"),
    path("desk/corrections/", corrections.corrections, name="desk-corrections"),
    path("desk/corrections/<int:pk>/", corrections.correction, name="desk-correction"),
    path("desk/corrections/<int:pk>/evidence/", corrections.evidence, name="desk-correction-evidence"),
    path("desk/month/", month.month, name="desk-month"),
    path("desk/month/<str:text>/", month.month, name="desk-month-of"),
    path("desk/month/<str:text>/<slug:key>/", month.month_list, name="desk-month-list"),
    path("desk/month/<str:text>/<slug:key>.csv", month.month_csv, name="desk-month-csv"),
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
