"""Places and their names."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from archive.curation.base import RecordAdmin
from archive.models import Place, PlaceName
from archive.search.deriving import renew_derived_names


class PlaceNameInline(admin.TabularInline):
    """All names of a place."""

    model = PlaceName
    extra = 0
    readonly_fields = ("is_derived",)
    autocomplete_fields = ("source",)


@admin.register(Place)
class PlaceAdmin(RecordAdmin):
    """The gazetteer."""

    removable = True
    list_display = ("title", "chinese", "kind", "parent", "latitude", "longitude", "precision", "mentioned")
    list_filter = ("kind", "precision", ("parent", admin.RelatedOnlyFieldListFilter))
    search_fields = ("title", "code", "names__text", "names__key")
    list_select_related = ("parent",)
    autocomplete_fields = ("parent",)
    inlines = (PlaceNameInline,)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        renew_derived_names([form.instance])

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).annotate(mentions_count=Count("mentions")).prefetch_related("names")

    @admin.display(description=_("Chinese"))
    def chinese(self, place: Place) -> str:
        """Its Chinese names."""
        systems = (PlaceName.System.HANS, PlaceName.System.HANT)
        return " / ".join(name.text for name in place.names.all() if name.system in systems)

    @admin.display(description=_("mentions"), ordering="mentions_count")
    def mentioned(self, place: Any) -> int:
        """In how many statements it stands."""
        count: int = place.mentions_count
        return count


@admin.register(PlaceName)
class PlaceNameAdmin(RecordAdmin):
    """Names of places, by themselves, to find who owns one."""

    removable = True

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        renew_derived_names([obj.place])

    list_display = ("text", "place", "system", "period", "key")
    list_filter = ("system",)
    search_fields = ("text", "key", "place__title")
    list_select_related = ("place",)
    autocomplete_fields = ("place", "source")
