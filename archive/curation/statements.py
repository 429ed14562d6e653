"""Statements about photographs: dates, places, people, codes; each also on the photograph's own page."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from archive.curation.base import About, AboutPhotoAdmin
from archive.history.evidence import evidence_of
from archive.models import CodeReading, Dating, PlaceMention, Statement, Subject

EVIDENCE = ("as_written", ("certainty", "tells_rejection"), ("basis", "source"), "reasoning")
_POINTER = (
    _("Where the words stand"),
    {"classes": ["collapse"], "fields": (("transcription", "span_start", "span_end"),)},
)
_PAST = (_("Before"), {"classes": ["collapse"], "fields": ("keeps_past_back",)})


class StatementAdmin(AboutPhotoAdmin):
    """What the admins of all statements have in common."""

    removable = True
    list_filter: ClassVar[Any] = ("certainty", "basis", "preferred")
    search_fields: ClassVar[Any] = ("photo__number", "photo__title", "as_written", "reasoning")
    autocomplete_fields: ClassVar[Any] = ("photo", "source", "transcription")
    list_select_related: ClassVar[Any] = ("photo", "source", "by")
    change_form_template = "admin/statement_change_form.html"
    own: ClassVar[tuple[Any, ...]] = ()

    def get_fieldsets(self, request: Any, obj: Any = None) -> Any:
        return [(None, {"fields": ("photo", *self.own, *EVIDENCE)}), _POINTER, _PAST]

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        statement = context.get("original")
        if statement is not None:
            context["evidence"] = evidence_of(statement, request.user)  # type: ignore[arg-type]
        return super().render_change_form(request, context, *args, **kwargs)


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
    readonly_fields = ("base", "item", "conforms")
    own = (("verbatim", "scheme"), ("base", "item", "conforms"), "inferred", "curators_reading")


class StatementInline(About):
    """What statements have in common on the photograph's page."""

    autocomplete_fields: ClassVar[Any] = ("source",)
    exclude: ClassVar[Any] = ("transcription", "span_start", "span_end", "by", "at", "keeps_past_back")
    readonly_fields: ClassVar[Any] = ("standing",)

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("preferred_by")

    @admin.display(description=_("which one is shown"))
    def standing(self, statement: Statement) -> SafeString | str:
        """Whether it is the preferred one, why and by whom; and the way to its evidence, where that is decided."""
        if not statement.pk:
            return "—"
        link = format_html('<a href="{}">{}</a>', reverse("desk-evidence", args=[statement.slug]), _("Evidence"))
        if not statement.preferred:
            return link
        told = {"because": statement.preferred_because, "by": statement.preferred_by or _("a program")}
        return format_html("{} · {}", _("this one, because: %(because)s (%(by)s)") % told, link)


class DatingInline(StatementInline):
    """Dates on the photograph's page."""

    model = Dating
    fields = ("standing", ("role", "edtf"), *EVIDENCE)


class PlaceMentionInline(StatementInline):
    """Places on the photograph's page."""

    model = PlaceMention
    autocomplete_fields = ("source", "place")
    fields = ("standing", ("role", "place", "relation_words"), *EVIDENCE)


class SubjectInline(StatementInline):
    """People, units and craft on the photograph's page."""

    model = Subject
    autocomplete_fields = ("source", "agent")
    fields = ("standing", ("role", "agent"), ("craft", "craft_marks"), *EVIDENCE)


class CodeReadingInline(StatementInline):
    """Provenance codes on the photograph's page."""

    model = CodeReading
    readonly_fields = ("standing", "base", "item", "conforms")
    fields = (
        "standing",
        ("verbatim", "scheme"),
        ("base", "item", "conforms"),
        "inferred",
        "curators_reading",
        *EVIDENCE,
    )
