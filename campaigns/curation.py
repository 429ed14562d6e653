"""The admin of campaigns, events, claims and the links to photographs."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from archive.curation.base import About, RecordAdmin
from archive.curation.photos import PhotoAdmin
from archive.curation.statements import EVIDENCE, StatementAdmin
from archive.search.indexing import reindexed
from campaigns.models import Campaign, CampaignLink, CampaignName, Claim, Event, Preference


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
    fields = (("kind", "edtf"), "title", ("place", "source"), "note")


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
    exclude = ("by", "at")


@admin.register(Claim)
class ClaimAdmin(RecordAdmin):
    """What sources claim."""

    removable = True
    list_display = ("subject_words", "property", "side", "measure", "value_words", "source", "campaign")
    list_filter = ("campaign", "property", "side")
    search_fields = ("subject_words", "value_words", "source__title")
    list_select_related = ("source", "campaign")
    autocomplete_fields = ("campaign", "event", "source")
    inlines = (PreferenceInline,)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        for row in formset.forms:
            row.instance.by = row.instance.by or request.user
        super().save_formset(request, form, formset, change)


@admin.register(Preference)
class PreferenceAdmin(RecordAdmin):
    """Which claims are shown, and why."""

    removable = True

    list_display = ("claim", "reason", "by", "at")
    search_fields = ("claim__subject_words", "reason")
    list_select_related = ("claim", "by")
    autocomplete_fields = ("claim",)
    readonly_fields = ("by", "at")


class CampaignLinkInline(About):
    """The campaigns a photograph belongs to, on the photograph's page."""

    model = CampaignLink
    autocomplete_fields = ("campaign", "event", "source")
    fields = (("campaign", "event", "ground"), *EVIDENCE)


PhotoAdmin.inlines = (*PhotoAdmin.inlines, CampaignLinkInline)  # type: ignore[assignment]


@admin.register(CampaignLink)
class CampaignLinkAdmin(StatementAdmin):
    """That photographs belong to campaigns."""

    list_display = ("photo", "campaign", "event", "ground", "certainty", "basis")
    list_filter = ("campaign", "ground", *StatementAdmin.list_filter)
    list_select_related = ("photo", "campaign", "event")
    autocomplete_fields = (*StatementAdmin.autocomplete_fields, "campaign", "event")
    own = (("campaign", "event"), "ground")
