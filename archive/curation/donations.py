"""What came into the house and on what terms: entries with receipts, deeds, parts in gifts, moves of boxes, hands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from archive.curation.base import RecordAdmin, staff
from archive.models import AccessionParty, BoxMove, CustodyEvent, DeedOfGift, ObjectEntry
from archive.models.entries import move_box
from archive.vocabulary.custody import Gap, Handover
from archive.vocabulary.date_words import in_words


class DeedInline(admin.StackedInline):
    """The clauses of the deed of gift."""

    model = DeedOfGift
    extra = 0
    can_delete = False
    fields = (("signed_on", "title", "copyright"), ("allows", "allows_until"), "clause", "is_anonymous")


class PartyInline(admin.TabularInline):
    """Who else had a part in the gift."""

    model = AccessionParty
    extra = 0
    can_delete = False
    autocomplete_fields = ("agent",)


@admin.register(DeedOfGift)
class DeedOfGiftAdmin(RecordAdmin):
    """Deeds of gift, clause by clause."""

    list_display = ("accession", "signed_on", "title", "copyright", "allows", "allows_until", "is_anonymous")
    list_filter = ("title", "copyright", "allows", "is_anonymous")
    search_fields = ("accession__number", "accession__title", "clause")
    list_select_related = ("accession",)
    autocomplete_fields = ("accession",)
    fixed = ("accession",)


@admin.register(AccessionParty)
class AccessionPartyAdmin(RecordAdmin):
    """Parts in gifts."""

    list_display = ("accession", "agent", "role")
    list_filter = ("role",)
    search_fields = ("accession__number", "agent__name")
    list_select_related = ("accession", "agent")
    autocomplete_fields = ("accession", "agent")
    fixed = ("accession",)


@admin.register(ObjectEntry)
class ObjectEntryAdmin(RecordAdmin):
    """What was left at the museum, with its receipt."""

    list_display = ("number", "depositor", "purpose", "received_on", "return_by", "returned_on", "accession", "receipt")
    list_filter = ("purpose", ("accession", admin.EmptyFieldListFilter), ("returned_on", admin.EmptyFieldListFilter))
    search_fields = ("depositor__name", "description", "accession__number")
    list_select_related = ("depositor", "accession")
    autocomplete_fields = ("depositor", "accession")
    readonly_fields = ("receipt",)
    exclude = ("received_by",)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change:
            obj.received_by = staff(request)
        super().save_model(request, obj, form, change)

    @admin.display(description=_("receipt"))
    def receipt(self, entry: ObjectEntry) -> SafeString | str:
        """The way to its receipt."""
        if entry.pk is None:
            return _now("After saving.")
        return format_html('<a href="{}">{}</a>', entry.receipt_url(), _now("Receipt to print"))


class MoveForm(forms.ModelForm):
    """A new place for a box."""

    class Meta:
        model = BoxMove
        fields = ("to_location", "reason")


class MoveInline(admin.TabularInline):
    """Every move of a box. Only added to."""

    model = BoxMove
    form = MoveForm
    extra = 0
    max_num = 1000
    can_delete = False
    fields = ("at", "from_location", "to_location", "reason", "by")
    readonly_fields = ("at", "from_location", "by")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def carry_out_moves(request: HttpRequest, rows: Iterable[BoxMove]) -> None:
    """Move boxes as new rows of the form say."""
    for row in rows:
        move_box(row.box, row.to_location, by=staff(request), reason=row.reason)


@admin.register(BoxMove)
class BoxMoveAdmin(RecordAdmin):
    """Where boxes stood; a box is moved on its own page."""

    list_display = ("at", "box", "from_location", "to_location", "by", "reason")
    search_fields = ("box__label", "box__accession__number", "from_location", "to_location")
    list_select_related = ("box__accession", "by")
    date_hierarchy = "at"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class _Hands(admin.TabularInline):
    model = CustodyEvent
    extra = 0
    can_delete = False
    autocomplete_fields = ("replaces",)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class AccessionHandsInline(_Hands):
    """The chain of hands of a gift. Only added to."""

    fk_name = "accession"
    exclude = ("photo", "by", "at")


class PhotoHandsInline(_Hands):
    """The chain of hands of one print, where it differs from its gift's. Only added to."""

    fk_name = "photo"
    exclude = ("accession", "by", "at")


def sign_hands(request: HttpRequest, formset: Any) -> None:
    """Write on new changes of custody who entered them."""
    for row in formset.forms:
        row.instance.by = row.instance.by or staff(request)


def told(links: Iterable[Handover | Gap]) -> SafeString | str:
    """A chain of hands as a list, each gap as a gap."""
    lines = [(_line(link),) for link in links]
    return format_html("<ol>{}</ol>", format_html_join("", "<li>{}</li>", lines)) if lines else "—"


def _line(link: Handover | Gap) -> str:
    if isinstance(link, Gap):
        since, until = (str(in_words(end)) if end else "…" for end in (link.since, link.until))
        return _now("GAP, nobody knows who had it: %(since)s to %(until)s") % {"since": since, "until": until}
    when = link.when_words or (str(in_words(link.when)) if link.when else _now("date unknown"))
    return f"{when}: {link.giver or '?'} → {link.receiver or '?'}"
