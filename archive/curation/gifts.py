"""Gifts: accessions, boxes, collections, rights, custody, decisions, imports."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from archive.curation.base import Kept, RecordAdmin
from archive.curation.donations import (
    AccessionHandsInline,
    DeedInline,
    MoveInline,
    PartyInline,
    carry_out_moves,
    sign_hands,
    told,
)
from archive.models import (
    Accession,
    Box,
    BoxMove,
    CodeScheme,
    Collection,
    CustodyEvent,
    Decision,
    ImportBatch,
    ImportRow,
    Rights,
)
from archive.models.hands import chain_of


class BoxInline(admin.TabularInline):
    """The boxes a gift came in."""

    model = Box
    extra = 0
    can_delete = False
    fields = ("label",)
    show_change_link = True


class RightsInline(admin.StackedInline):
    """The rights of all photographs of a gift that have none of their own."""

    model = Rights
    fk_name = "accession"
    extra = 0
    can_delete = False
    exclude = ("photo",)


@admin.register(Accession)
class AccessionAdmin(RecordAdmin):
    """The register of gifts."""

    removable = True
    list_display = ("number", "title", "collection", "donor", "received_words", "photographs", "is_open")
    list_filter = ("is_open", "collection")
    search_fields = ("number", "title", "donor__name", "credit_line")
    list_select_related = ("collection", "donor")
    autocomplete_fields = ("collection", "donor", "intermediary")
    fixed = ("number",)
    inlines = (DeedInline, RightsInline, PartyInline, BoxInline, AccessionHandsInline)
    readonly_fields = ("hands",)

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).annotate(photo_count=Count("photos"))

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        if formset.model is CustodyEvent:
            sign_hands(request, formset)
        super().save_formset(request, form, formset, change)

    @admin.display(description=_("chain of hands"))
    def hands(self, accession: Accession) -> SafeString | str:
        """Its custody as a chain, with the gaps."""
        return told(chain_of(accession.custody.standing(), accession)) if accession.pk else "—"

    @admin.display(description=_("photographs"), ordering="photo_count")
    def photographs(self, accession: Any) -> int:
        """How many photographs it holds."""
        count: int = accession.photo_count
        return count


@admin.register(Box)
class BoxAdmin(RecordAdmin):
    """Boxes and where they stand."""

    removable = True
    list_display = ("label", "accession", "location")
    search_fields = ("label", "accession__number", "location")
    list_select_related = ("accession",)
    autocomplete_fields = ("accession",)
    fixed = ("accession", "location")
    inlines = (MoveInline,)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        if formset.model is BoxMove:
            carry_out_moves(request, formset.save(commit=False))
        else:
            super().save_formset(request, form, formset, change)


@admin.register(Collection)
class CollectionAdmin(RecordAdmin):
    """Collections as the public knows them."""

    removable = True
    list_display = ("title", "slug")
    search_fields = ("title",)
    prepopulated_fields = {"slug": ("title",)}


@admin.register(Rights)
class RightsAdmin(RecordAdmin):
    """Rights of gifts and of single photographs."""

    removable = True
    list_display = ("about", "term", "embargo_until", "staff_only")
    list_filter = ("term", "staff_only")
    search_fields = ("photo__number", "accession__number", "basis")
    list_select_related = ("photo", "accession")
    autocomplete_fields = ("photo", "accession")
    fixed = ("photo", "accession")

    @admin.display(description=_("of"))
    def about(self, rights: Rights) -> str:
        """What they are rights in."""
        return str(rights.photo or rights.accession)


@admin.register(CodeScheme)
class CodeSchemeAdmin(RecordAdmin):
    """Families of provenance codes."""

    removable = True
    list_display = ("title", "key", "agency", "confidence")
    search_fields = ("title", "key", "agency")


class _ReadOnly(RecordAdmin):
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(CustodyEvent)
class CustodyEventAdmin(_ReadOnly):
    """Changes of custody; added on the page of the accession."""

    list_display = ("accession", "photo", "from_words", "to_words", "when_words", "how")
    search_fields = ("accession__number", "photo__number", "from_words", "to_words")
    list_select_related = ("accession", "photo")


@admin.register(Decision)
class DecisionAdmin(_ReadOnly):
    """Decisions about the public life of photographs."""

    list_display = ("photo", "outcome", "reason", "by", "at")
    list_filter = ("outcome",)
    search_fields = ("photo__number", "reason")
    list_select_related = ("photo", "by")
    date_hierarchy = "at"


class ImportRowInline(Kept):
    """The lines of an import."""

    model = ImportRow
    fields = readonly_fields = ("line", "photo")


@admin.register(ImportBatch)
class ImportBatchAdmin(_ReadOnly):
    """The ledger of imports."""

    list_display = ("file_name", "accession", "title", "made", "by", "at")
    list_filter = ("accession",)
    search_fields = ("file_name", "title", "accession__number")
    list_select_related = ("accession", "by")
    inlines = (ImportRowInline,)

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).annotate(row_count=Count("rows"))

    @admin.display(description=_("drafts made"), ordering="row_count")
    def made(self, batch: Any) -> int:
        """How many drafts it made."""
        count: int = batch.row_count
        return count


@admin.register(ImportRow)
class ImportRowAdmin(_ReadOnly):
    """Imported lines and the photographs they became."""

    list_display = ("batch", "line", "photo")
    search_fields = ("batch__file_name", "photo__number")
    list_select_related = ("batch__accession", "photo")
