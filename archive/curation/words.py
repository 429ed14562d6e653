"""What is written on prints, and what the reader makes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from archive.curation.base import About, AboutPhotoAdmin, staff
from archive.ingest.deciding import AlreadyDecided, accept, reject
from archive.models import Proposal, Transcription

DECIDES = "archive.decide_proposal"


@admin.register(Transcription)
class TranscriptionAdmin(AboutPhotoAdmin):
    """Transcriptions, letter for letter."""

    removable = True
    list_display = ("photo", "carrier", "layer", "language", "beginning", "verified_by")
    list_filter = ("carrier", "layer", "language", "excerpt_cause")
    search_fields = ("photo__number", "text")
    autocomplete_fields = ("photo", "verified_by")
    readonly_fields = ("by", "at")
    list_select_related = ("photo", "verified_by")

    @admin.display(description=_("words"))
    def beginning(self, record: Transcription) -> str:
        """The first words, for the list."""
        return record.text[:80]


class TranscriptionInline(About):
    """Transcriptions on the photograph's page."""

    model = Transcription
    autocomplete_fields = ("verified_by",)
    fields = (("carrier", "layer", "language"), "text", ("excerpt_cause", "whole_at"), ("verified_by", "position"))


class DecisionForm(forms.ModelForm):
    """One suggestion and what to do with it."""

    decide = forms.ChoiceField(
        label=_("What to do"),
        required=False,
        choices=[("", _("leave it")), ("accept", _("accept")), ("reject", _("reject"))],
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Proposal
        fields: tuple[str, ...] = ()

    def has_changed(self) -> bool:
        """Whether a decision was made."""
        return bool(self.data.get(self.add_prefix("decide")))

    def carry_out(self, request: HttpRequest) -> None:
        """Do what the curator decided."""
        verbs: dict[str, Callable[..., object]] = {"accept": accept, "reject": reject}
        if verb := verbs.get(self.cleaned_data.get("decide", "")):
            decide(verb, self.instance, request)


class ProposalInline(admin.TabularInline):
    """Open suggestions on the photograph's page, to accept or reject."""

    model = Proposal
    form = DecisionForm
    extra = 0
    can_delete = False
    fields = ("kind", "as_written", "meaning", "rule", "decide")
    readonly_fields = ("kind", "as_written", "meaning", "rule")
    verbose_name_plural = _("suggestions read from the caption")

    def get_queryset(self, request: HttpRequest) -> Any:
        return Proposal.objects.open()

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm(DECIDES)

    @admin.display(description=_("we read it as"))
    def meaning(self, proposal: Proposal) -> str:
        """What the suggestion would state."""
        return meaning_of(proposal)


def decide(verb: Callable[..., object], proposal: Proposal, request: HttpRequest) -> bool:
    """Accept or reject; False, with a message, when somebody decided it before."""
    try:
        verb(proposal, by=staff(request))
    except AlreadyDecided:
        messages.warning(request, _("“%(words)s” was decided before.") % {"words": proposal.as_written})
        return False
    return True


def meaning_of(proposal: Proposal) -> str:
    """The values of a suggestion in one line."""
    return ", ".join(
        ", ".join(value) if isinstance(value, list) else str(value) for value in proposal.values.values() if value
    )


@admin.register(Proposal)
class ProposalAdmin(AboutPhotoAdmin):
    """All suggestions and what became of them."""

    list_display = ("photo", "kind", "as_written", "meaning", "rule", "state", "decided_by")
    list_filter = ("state", "kind", "rule")
    search_fields = ("photo__number", "as_written")
    list_select_related = ("photo", "decided_by")
    actions = ("accept_selected", "reject_selected")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_decide_permission(self, request: HttpRequest) -> bool:
        """Whether this member of staff decides suggestions."""
        return request.user.has_perm(DECIDES)

    @admin.display(description=_("we read it as"))
    def meaning(self, proposal: Proposal) -> str:
        """What the suggestion would state."""
        return meaning_of(proposal)

    @admin.action(description=_("Accept the selected suggestions"), permissions=["decide"])
    def accept_selected(self, request: HttpRequest, queryset: Any) -> None:
        """Make statements of them; those decided before are left out and counted."""
        self._decide(request, queryset, accept)

    @admin.action(description=_("Reject the selected suggestions"), permissions=["decide"])
    def reject_selected(self, request: HttpRequest, queryset: Any) -> None:
        """Put them away; those decided before are left out and counted."""
        self._decide(request, queryset, reject)

    def _decide(self, request: HttpRequest, queryset: Any, verb: Any) -> None:
        chosen = list(queryset.select_related("photo", "transcription"))
        done = sum(decide(verb, proposal, request) for proposal in chosen)
        self.message_user(request, _("%(done)s of %(all)s decided.") % {"done": done, "all": len(chosen)})
