"""The admin of campaigns, events, claims and the links to photographs."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from archive.curation.base import Kept, RecordAdmin, staff
from archive.curation.photos import PhotoAdmin
from archive.curation.statements import EVIDENCE, StatementAdmin, StatementInline
from archive.search.indexing import reindexed
from campaigns.deciding import withdraw, withdraw_others
from campaigns.models import (
    Campaign,
    CampaignLink,
    CampaignName,
    Claim,
    Event,
    Preference,
    SuggestedLink,
    WithdrawnPreference,
)


class CampaignNameInline(admin.TabularInline):
    """All names of a campaign."""

    model = CampaignName
    extra = 0
    autocomplete_fields = ("source",)


class EventInline(admin.StackedInline):
    """What happened in it."""

    model = Event
    extra = 0
    can_delete = False
    autocomplete_fields = ("place", "source")
    fields = (("kind", "edtf"), "title", ("place", "source", "page"), "note")


@admin.register(Campaign)
class CampaignAdmin(RecordAdmin):
    """Campaigns and phases. A proposed one is not public."""

    removable = True
    list_display = ("title", "parent", "dates_words", "earliest", "latest", "state")
    list_filter = ("state", ("parent", admin.EmptyFieldListFilter))
    search_fields = ("title", "names__text", "names__key")
    list_select_related = ("parent",)
    autocomplete_fields = ("parent", "places")
    prepopulated_fields = {"slug": ("title",)}
    inlines = (CampaignNameInline, EventInline)
    actions = ("publish_selected",)

    @admin.action(description=_("Publish the selected campaigns"), permissions=["change"])
    def publish_selected(self, request: HttpRequest, queryset: Any) -> None:
        """Let the public see them, and sift photographs by them."""
        campaigns = list(queryset.exclude(state=Campaign.State.PUBLIC))
        with reindexed(*campaigns):
            for campaign in campaigns:
                campaign.state = Campaign.State.PUBLIC
                campaign.save(update_fields=["state"])
        self.message_user(request, _("%(done)s published.") % {"done": len(campaigns)})


@admin.register(CampaignName)
class CampaignNameAdmin(RecordAdmin):
    """Names of campaigns, by themselves."""

    removable = True

    list_display = ("text", "campaign", "system", "source")
    list_filter = ("system",)
    search_fields = ("text", "key", "campaign__title")
    list_select_related = ("campaign", "source")
    autocomplete_fields = ("campaign", "source")
    fixed = ("campaign",)


@admin.register(Event)
class EventAdmin(RecordAdmin):
    """What happened, where and when."""

    removable = True
    list_display = ("title", "kind", "campaign", "place", "edtf", "source")
    list_filter = ("kind", "campaign")
    search_fields = ("title", "note", "place__title")
    list_select_related = ("campaign", "place", "source")
    autocomplete_fields = ("campaign", "place", "source")


class PreferenceInline(admin.StackedInline):
    """That this claim is the one shown, and why."""

    model = Preference
    extra = 0
    can_delete = False
    exclude = ("by", "at")


class WithdrawnPreferenceInline(Kept):
    """Why it once was, and why no longer."""

    model = WithdrawnPreference
    fields = ("reason", "by", "at", "withdrawn_because", "withdrawn_by", "withdrawn_at")


@admin.register(Claim)
class ClaimAdmin(RecordAdmin):
    """What sources claim. Where they disagree is weighed on the desk."""

    removable = True
    list_display = ("subject_words", "property", "side", "measure", "value_words", "source", "campaign")
    list_filter = ("campaign", "property", "side", "event_kind")
    search_fields = ("subject_words", "value_words", "verbatim", "source__title")
    list_select_related = ("source", "campaign")
    autocomplete_fields = ("campaign", "event", "source", "place", "body", "agents")
    inlines = (PreferenceInline, WithdrawnPreferenceInline)
    fieldsets = (
        (None, {"fields": ("campaign", ("subject_words", "property"), ("place", "body"), ("event_kind", "event"))}),
        (_("In what respect"), {"fields": (("side", "measure", "scope"), "during")}),
        (
            _("What it says"),
            {"fields": ("value_words", ("low", "high", "unit"), "is_about", "edtf", "agents", "attributed_to")},
        ),
        (_("Where it says so"), {"fields": (("source", "page"), "verbatim")}),
    )

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        for row in formset.forms:
            row.instance.by = row.instance.by or request.user
        super().save_formset(request, form, formset, change)
        for new in formset.new_objects:
            withdraw_others(new, by=staff(request))


@admin.register(Preference)
class PreferenceAdmin(RecordAdmin):
    """Which claims are shown, and why. One that is removed here is withdrawn, and stays among those."""

    removable = True

    list_display = ("claim", "reason", "by", "at")
    search_fields = ("claim__subject_words", "reason")
    list_select_related = ("claim__campaign", "by")
    autocomplete_fields = ("claim",)
    readonly_fields = ("by", "at")

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        obj.by = obj.by or request.user
        super().save_model(request, obj, form, change)
        withdraw_others(obj, by=staff(request))

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        withdraw(obj, because=gettext("removed among the records"), by=staff(request))

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        for preference in queryset:
            self.delete_model(request, preference)


class OnlyRead(RecordAdmin):
    """Records that are made elsewhere, by a verb, and only read here."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(WithdrawnPreference)
class WithdrawnPreferenceAdmin(OnlyRead):
    """Preferences that were taken back."""

    list_display = ("claim", "reason", "by", "at", "withdrawn_because", "withdrawn_by", "withdrawn_at")
    search_fields = ("claim__subject_words", "reason", "withdrawn_because")
    list_select_related = ("claim__campaign", "by", "withdrawn_by")


@admin.register(SuggestedLink)
class SuggestedLinkAdmin(OnlyRead):
    """Links that were suggested, and what became of them. They are decided on the desk."""

    list_display = ("photo", "campaign", "event", "first_day", "last_day", "place_chain", "state", "decided_by")
    list_filter = ("state", "campaign")
    search_fields = ("photo__number", "photo__title", "place_chain")
    list_select_related = ("photo", "campaign", "event", "decided_by")


class CampaignLinkInline(StatementInline):
    """The campaigns a photograph belongs to, on the photograph's page."""

    model = CampaignLink
    autocomplete_fields = ("campaign", "event", "source")
    fields = ("standing", ("campaign", "event", "ground"), *EVIDENCE)


PhotoAdmin.inlines = (*PhotoAdmin.inlines, CampaignLinkInline)  # type: ignore[assignment]


@admin.register(CampaignLink)
class CampaignLinkAdmin(StatementAdmin):
    """That photographs belong to campaigns."""

    list_display = ("photo", "campaign", "event", "ground", "certainty", "basis")
    list_filter = ("campaign", "ground", *StatementAdmin.list_filter)
    list_select_related = ("photo", "campaign", "event")
    autocomplete_fields = (*StatementAdmin.autocomplete_fields, "campaign", "event")
    own = (("campaign", "event"), "ground")
