"""The door through which Django finds the curators' desk: importing the subjects registers them."""

from allauth.account.decorators import secure_admin_login
from allauth.account.models import EmailAddress
from django.contrib import admin
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from archive.curation import donations, gifts, people, photos, places, statements, words

__all__ = ["donations", "gifts", "people", "photos", "places", "statements", "words"]

admin.site.site_header = _("Verso: the curators' desk")
admin.site.site_title = _("Verso")
admin.site.index_title = _("Records")
# Roles are made by migrations, and nobody here is known by an e-mail address.
admin.site.unregister([Group, EmailAddress])
# One sign-in with one rate limit for all.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
