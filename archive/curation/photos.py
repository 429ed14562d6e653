"""Photographs: describing them, and letting them out."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from archive.curation.base import Kept, RecordAdmin, may_change
from archive.curation.donations import PhotoHandsInline, sign_hands
from archive.curation.letting_out import LettingOut
from archive.curation.statements import CodeReadingInline, DatingInline, PlaceMentionInline, SubjectInline
from archive.curation.words import DecisionForm, ProposalInline, TranscriptionInline
from archive.images.addresses import picture_url
from archive.images.specs import CARD
from archive.models import CustodyEvent, Decision, Derivative, Image, Photo, Proposal, Relation, Rights


class ImageInline(Kept):
    """The pictures of its sides."""

    model = Image
    fields = readonly_fields = ("look", "side", "width", "height", "format", "alt", "is_hidden")
    show_change_link = True

    @admin.display(description=_("picture"))
    def look(self, image: Image) -> SafeString:
        """A small view of it."""
        return thumbnail(image)


class RelationInline(admin.TabularInline):
    """How it belongs with others."""

    model = Relation
    fk_name = "photo"
    extra = 0
    autocomplete_fields = ("other",)


class RightsInline(admin.StackedInline):
    """Its own rights, where they differ from those of its gift."""

    model = Rights
    fk_name = "photo"
    extra = 0
    can_delete = False
    exclude = ("accession",)


class DecisionInline(Kept):
    """What was decided about its public life."""

    model = Decision
    fields = readonly_fields = ("at", "outcome", "reason", "by")


@admin.register(Photo)
class PhotoAdmin(LettingOut):
    """A photograph with all that is said of it."""

    removable = True
    list_display = ("number", "look", "title", "state", "accession", "created_at")
    list_display_links = ("number", "title")
    list_filter = ("state", "accession")
    search_fields = ("number", "title", "description", "transcriptions__text", "codes__key", "codes__verbatim")
    list_select_related = ("accession",)
    list_per_page = 50
    autocomplete_fields = ("accession", "box")
    readonly_fields = ("number", "state", "standing", "created_at")
    fixed = ("accession",)
    fieldsets = (
        (None, {"fields": (("number", "state"), "standing", ("accession", "box"), "title", "description")}),
        (
            _("The object"),
            {"classes": ["collapse"], "fields": (("size_words", "process"), "condition", "sensitivity", "living")},
        ),
    )
    inlines = (
        ProposalInline,
        TranscriptionInline,
        DatingInline,
        PlaceMentionInline,
        SubjectInline,
        CodeReadingInline,
        RelationInline,
        ImageInline,
        RightsInline,
        PhotoHandsInline,
        DecisionInline,
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("images")

    def has_change_permission(self, request: HttpRequest, obj: Photo | None = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or may_change(request, obj))

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "sensitivity":
            choices, boxes = Photo.Sensitivity.choices, forms.CheckboxSelectMultiple
            return forms.MultipleChoiceField(label=_("sensitivity"), choices=choices, widget=boxes, required=False)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change:
            obj.number = obj.accession.next_number()
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        if formset.model is CustodyEvent:
            sign_hands(request, formset)
        if formset.model is not Proposal:
            super().save_formset(request, form, formset, change)
            return
        formset.save(commit=False)
        for row in formset.forms:
            if isinstance(row, DecisionForm) and row.has_changed():
                row.carry_out(request)

    def response_change(self, request: HttpRequest, obj: Photo) -> HttpResponse:
        return self.after_saving(request, obj) or super().response_change(request, obj)

    def view_on_site(self, obj: Photo) -> str | None:
        """Its public page, if it has one now."""
        return obj.get_absolute_url() if obj.is_public() else None

    @admin.display(description=_("picture"))
    def look(self, photo: Photo) -> SafeString | str:
        """A small view of its front."""
        images = sorted(photo.images.all(), key=lambda image: image.order)
        return thumbnail(images[0]) if images else "—"


def thumbnail(image: Image) -> SafeString:
    """A picture at the size of a card, shown small."""
    return format_html(
        '<img src="{}" alt="{}" width="120" loading="lazy">', picture_url(image.key, CARD), image.alt or image.side
    )


@admin.register(Image)
class ImageAdmin(RecordAdmin):
    """Pictures of sides of prints."""

    removable = True
    list_display = ("photo", "look", "side", "format", "width", "height", "is_hidden")
    list_filter = ("side", "format", "is_hidden", "is_illustration")
    search_fields = ("photo__number", "sha256", "alt")
    list_select_related = ("photo",)
    readonly_fields = ("photo", "look", "master", "sha256", "size", "format", "width", "height", "is_illustration")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Image | None = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or may_change(request, obj.photo))

    @admin.display(description=_("picture"))
    def look(self, image: Image) -> SafeString:
        """A small view of it."""
        return thumbnail(image)


@admin.register(Derivative)
class DerivativeAdmin(RecordAdmin):
    """Smaller pictures made from masters."""

    list_display = ("image", "spec", "width", "height", "size")
    list_filter = ("spec",)
    search_fields = ("image__photo__number",)
    list_select_related = ("image__photo",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Derivative | None = None) -> bool:
        return False


@admin.register(Relation)
class RelationAdmin(RecordAdmin):
    """Relations between photographs; those whose target is lost are work to do."""

    removable = True

    list_display = ("photo", "kind", "other", "words")
    list_filter = ("kind", ("other", admin.EmptyFieldListFilter))
    search_fields = ("photo__number", "other__number", "words")
    list_select_related = ("photo", "other")
    autocomplete_fields = ("photo", "other")
