"""Sources: where statements come from, and two records of one source made one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.curation.base import RecordAdmin, staff
from archive.models import Source, SourceMerge

_CHANGES = "archive.change_source"


class KeepForm(forms.Form):
    """Which of the chosen sources is kept."""

    kept = forms.ModelChoiceField(
        Source.objects.none(), label=gettext_lazy("Keep"), widget=forms.RadioSelect, empty_label=None
    )

    def __init__(self, *args: Any, sources: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kept"].queryset = sources  # type: ignore[attr-defined]


@admin.register(Source)
class SourceAdmin(RecordAdmin):
    """Where statements come from. One that anything rests on cannot be deleted; it can be merged with another."""

    removable = True

    list_display = ("title", "kind", "author", "date_words", "derived_from")
    list_filter = ("kind",)
    search_fields = ("title", "author")
    list_select_related = ("derived_from",)
    autocomplete_fields = ("derived_from",)
    actions = ("merge_selected",)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """What rests on a source is named, whoever may or may not delete it: nothing of it is deleted."""
        related, counts, lacking, protected = super().get_deleted_objects(objs, request)
        return related, counts, set() if protected else lacking, protected

    @admin.action(description=gettext_lazy("Merge two or more sources into one"), permissions=["change"])
    def merge_selected(self, request: HttpRequest, queryset: Any) -> TemplateResponse | None:
        """Ask which one is kept; then let everything rest on it. Each merge can be undone."""
        form = KeepForm(request.POST if "merge" in request.POST else None, sources=queryset)
        if form.is_valid():
            self._merge(request, queryset, form.cleaned_data["kept"])
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": _("Merge sources"),
            "sources": queryset,
            "form": form,
            "checkbox_name": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/archive/source/merge.html", context)

    def _merge(self, request: HttpRequest, sources: Any, kept: Source) -> None:
        for source in sources.exclude(pk=kept.pk):
            try:
                merge = SourceMerge.objects.merge(source, into=kept, by=staff(request))
            except ValidationError as error:
                self.message_user(request, f"{source}: {' '.join(error.messages)}", messages.ERROR)
            else:
                told = {"source": source, "kept": kept, "count": merge.count}
                self.message_user(request, _("“%(source)s” is now “%(kept)s”; %(count)s records moved.") % told)


@admin.register(SourceMerge)
class SourceMergeAdmin(RecordAdmin):
    """What was merged, by whom, and the way back."""

    list_display = ("__str__", "count", "by", "at", "undone_by", "undone_at")
    search_fields = ("kept__title",)
    list_select_related = ("kept", "by", "undone_by")
    actions = ("undo_selected",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: SourceMerge | None = None) -> bool:
        return False

    def has_undo_permission(self, request: HttpRequest) -> bool:
        """Whether this member of staff merges sources, and so may undo it."""
        return request.user.has_perm(_CHANGES)

    @admin.action(description=gettext_lazy("Undo the selected merges"), permissions=["undo"])
    def undo_selected(self, request: HttpRequest, queryset: Any) -> None:
        """Bring the merged sources back, with what rested on them."""
        for merge in queryset:
            try:
                back = merge.undo(by=staff(request))
            except ValidationError as error:
                self.message_user(request, f"{merge}: {' '.join(error.messages)}", messages.ERROR)
            else:
                self.message_user(request, _("“%(source)s” is a source of its own again.") % {"source": back})
