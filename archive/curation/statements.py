"""Statements about photographs: dates, places, people, codes; each also on the photograph's own page."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from archive.curation.base import About, AboutPhotoAdmin
from archive.models import CodeReading, Dating, PlaceMention, Subject

EVIDENCE = ("as_written", ("certainty", "preferred"), ("basis", "source"), "reasoning")
_POINTER = (
    _("Where the words stand"),
    {"classes": ["collapse"], "fields": (("transcription", "span_start", "span_end"),)},
)
_SIGNED = (_("Entered"), {"classes": ["collapse"], "fields": (("by", "at"),)})


class StatementAdmin(AboutPhotoAdmin):
    """What the admins of all statements have in common."""

    removable = True
    list_filter: ClassVar[Any] = ("certainty", "basis", "preferred")
    search_fields: ClassVar[Any] = ("photo__number", "photo__title", "as_written", "reasoning")
    autocomplete_fields: ClassVar[Any] = ("photo", "source", "transcription")
    readonly_fields: ClassVar[Any] = ("by", "at")
    list_select_related: ClassVar[Any] = ("photo", "source", "by")
    own: ClassVar[tuple[Any, ...]] = ()

    def get_fieldsets(self, request: Any, obj: Any = None) -> Any:
        return [(None, {"fields": ("photo", *self.own, *EVIDENCE)}), _POINTER, _SIGNED]


@admin.register(Dating)
class DatingAdmin(StatementAdmin):
    """When."""

    list_display = ("photo", "role", "as_written", "edtf", "earliest", "latest", "certainty", "preferred", "source")
    list_filter = ("role", *StatementAdmin.list_filter)
    own = (("role", "edtf"),)
    date_hierarchy = "earliest"


@admin.register(PlaceMention)
class PlaceMentionAdmin(StatementAdmin):
    """Where."""

    list_display = ("photo", "role", "as_written", "place", "certainty", "preferred", "source")
    list_filter = ("role", *StatementAdmin.list_filter)
    list_select_related = ("photo", "source", "place")
    autocomplete_fields = (*StatementAdmin.autocomplete_fields, "place")
    own = (("role", "place", "relation_words"),)


@admin.register(Subject)
class SubjectAdmin(StatementAdmin):
    """Who."""

    list_display = ("photo", "role", "as_written", "agent", "craft", "certainty", "source")
    list_filter = ("role", *StatementAdmin.list_filter)
    list_select_related = ("photo", "source", "agent")
    autocomplete_fields = (*StatementAdmin.autocomplete_fields, "agent")
    own = (("role", "agent"), ("craft", "craft_marks"))


@admin.register(CodeReading)
class CodeReadingAdmin(StatementAdmin):
    """Provenance codes as they stand on prints."""

    list_display = ("verbatim", "photo", "scheme", "base", "item", "conforms", "certainty")
    list_filter = ("scheme", "conforms", *StatementAdmin.list_filter)
    search_fields = (*StatementAdmin.search_fields, "verbatim", "key")
    list_select_related = ("photo", "scheme")
    readonly_fields = (*StatementAdmin.readonly_fields, "base", "item", "conforms")
    own = (("verbatim", "scheme"), ("base", "item", "conforms"), "inferred", "curators_reading")


class _StatementInline(About):
    autocomplete_fields: ClassVar[Any] = ("source",)
    exclude: ClassVar[Any] = ("transcription", "span_start", "span_end", "by", "at")


class DatingInline(_StatementInline):
    """Dates on the photograph's page."""

    model = Dating
    fields = (("role", "edtf"), *EVIDENCE)


class PlaceMentionInline(_StatementInline):
    """Places on the photograph's page."""

    model = PlaceMention
    autocomplete_fields = ("source", "place")
    fields = (("role", "place", "relation_words"), *EVIDENCE)


class SubjectInline(_StatementInline):
    """People, units and craft on the photograph's page."""

    model = Subject
    autocomplete_fields = ("source", "agent")
    fields = (("role", "agent"), ("craft", "craft_marks"), *EVIDENCE)


class CodeReadingInline(_StatementInline):
    """Provenance codes on the photograph's page."""

    model = CodeReading
    readonly_fields = ("base", "item", "conforms")
    fields = (("verbatim", "scheme"), ("base", "item", "conforms"), "inferred", "curators_reading", *EVIDENCE)
