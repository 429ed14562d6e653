"""What the admin of every record does: it keeps the index equal to the records, and says who entered what."""

from __future__ import annotations

from typing import Any, ClassVar, cast

from django.contrib import admin
from django.db import models, transaction
from django.forms import BaseModelFormSet, ModelForm
from django.http import HttpRequest

from archive.curation.past import WithHistory, offer_undo
from archive.curation.together import Together
from archive.models import Photo, Statement, Transcription, User
from archive.search.indexing import index_photos, told_ids

PUBLISHES = "archive.publish_photo"


class RecordAdmin(WithHistory, Together):
    """The admin of one kind of record. All that it writes is indexed in the same transaction."""

    show_facets = admin.ShowFacets.NEVER
    fixed: ClassVar[tuple[str, ...]] = ()
    """Fields that are chosen once: what a record is about does not change after it was made."""
    removable: ClassVar[bool] = False
    """Whether admins may delete it, which can be undone. Not what is only ever added to, nor the ledgers."""

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self.removable and super().has_delete_permission(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: models.Model | None = None) -> list[str]:
        return [*super().get_readonly_fields(request, obj), *(self.fixed if obj else ())]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        sign(obj, request)
        # What it told of before the change is asked now, while the database still has it.
        form.told_before = told_ids(type(obj)._default_manager.get(pk=obj.pk)) if change else set()
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: ModelForm, formset: BaseModelFormSet, change: bool) -> None:
        for row in formset.forms:
            sign(row.instance, request)
        super().save_formset(request, form, formset, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        index_photos(form.told_before | told_ids(form.instance))

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        with transaction.atomic():
            told = told_ids(obj)
            super().delete_model(request, obj)
            index_photos(told)
        offer_undo(request)

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet) -> None:
        with transaction.atomic():
            told = told_ids(*queryset)
            super().delete_queryset(request, queryset)
            index_photos(told)
        offer_undo(request)


class AboutPhotoAdmin(RecordAdmin):
    """The admin of records about one photograph, which only those who publish may change once it is public."""

    fixed = ("photo",)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or may_change(request, obj.photo))

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "photo" and not request.user.has_perm(PUBLISHES):
            kwargs["queryset"] = Photo.objects.exclude(state=Photo.State.PUBLIC)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


def may_change(request: HttpRequest, photo: Photo) -> bool:
    """Whether this member of staff may change what is said of this photograph."""
    return photo.state != Photo.State.PUBLIC or request.user.has_perm(PUBLISHES)


def staff(request: HttpRequest) -> User:
    """Who works here: everybody who reaches the admin is a member of staff."""
    return cast(User, request.user)


def sign(record: models.Model, request: HttpRequest) -> None:
    """Write on a new statement or transcription who entered it."""
    if isinstance(record, Statement | Transcription) and record._state.adding and record.by is None:
        record.by = staff(request)


class Kept(admin.TabularInline):
    """Rows that are only read here."""

    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class About(admin.StackedInline):
    """Statements and words on a photograph's page. They are rejected, not deleted."""

    extra = 0
    can_delete = False
    show_change_link = True
