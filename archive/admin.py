"""The door through which Django finds the curators' desk: importing the subjects registers them."""

from allauth.account.decorators import secure_admin_login
from allauth.account.models import EmailAddress
from django.contrib import admin
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult

from archive.curation import donations, gifts, masters, people, photos, places, sources, statements, words

__all__ = ["donations", "gifts", "masters", "people", "photos", "places", "sources", "statements", "words"]

admin.site.site_header = _("Verso: the curators' desk")
admin.site.site_title = _("Verso")
admin.site.index_title = _("Records")
# Roles are made by migrations, nobody here is known by an e-mail address, and the desk tells of work in the background.
admin.site.unregister([Group, EmailAddress, DBTaskResult])
# One sign-in with one rate limit for all.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
