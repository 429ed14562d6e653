"""People, families, bodies and units; donors' contacts; members of staff."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.http import HttpRequest

from archive.curation.base import RecordAdmin
from archive.curation.past import WithHistory, offer_undo
from archive.curation.together import Together
from archive.models import Agent, AgentName, User
from archive.models.donors import DonorContact


class AgentNameInline(admin.TabularInline):
    """Other forms of a name."""

    model = AgentName
    extra = 0


@admin.register(Agent)
class AgentAdmin(RecordAdmin):
    """People, families, bodies and military units."""

    removable = True
    list_display = ("name", "kind", "is_private")
    list_filter = ("kind", "is_private")
    search_fields = ("name", "names__text")
    inlines = (AgentNameInline,)


@admin.register(AgentName)
class AgentNameAdmin(RecordAdmin):
    """Other forms of names, by themselves."""

    removable = True

    list_display = ("text", "agent", "language")
    search_fields = ("text", "agent__name")
    list_select_related = ("agent",)
    autocomplete_fields = ("agent",)


@admin.register(DonorContact)
class DonorContactAdmin(RecordAdmin):
    """How to reach donors; for registrars and admins."""

    removable = True
    list_display = ("agent", "email", "phone")
    search_fields = ("agent__name",)
    list_select_related = ("agent",)
    autocomplete_fields = ("agent",)


@admin.register(User)
class StaffAdmin(WithHistory, Together, UserAdmin):
    """Members of staff. Who leaves is made inactive; who signed nothing can be deleted, and stays in the history."""

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_delete_permission(request, obj) and obj != request.user

    def delete_model(self, request: HttpRequest, obj: User) -> None:
        super().delete_model(request, obj)
        offer_undo(request)
