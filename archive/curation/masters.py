"""Intakes and fixity checks: how scans came, and whether they are still what came. Only read here."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from archive.curation.base import Kept, RecordAdmin
from archive.models import FixityCheck, Intake, IntakeFile


class IntakeFileInline(Kept):
    """The files of an intake."""

    model = IntakeFile
    fields = readonly_fields = ("name", "print_name", "side", "photo", "state", "reason")


class OnlyRead(RecordAdmin):
    """Records that programs write."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Intake)
class IntakeAdmin(OnlyRead):
    """Folders of scans that were brought in."""

    list_display = ("at", "folder", "accession", "by")
    list_filter = ("accession",)
    search_fields = ("folder", "files__name")
    list_select_related = ("accession", "by")
    inlines = (IntakeFileInline,)


@admin.register(FixityCheck)
class FixityCheckAdmin(OnlyRead):
    """Every look at a master."""

    list_display = ("at", "image", "outcome", "program", "by")
    list_filter = ("outcome", "program")
    search_fields = ("image__photo__number", "image__sha256", "found")
    list_select_related = ("image__photo", "by")
