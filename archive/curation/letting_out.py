"""Publishing and withdrawing from the admin: the buttons on a photograph's page and the actions on the list."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.curation.base import PUBLISHES, RecordAdmin, staff
from archive.models import Photo
from archive.publishing import NotPublishable, bring_back, publish, withdraw
from archive.publishing.telling import bar_words, standing_of

WITHDRAWS = "archive.withdraw_photo"


class ReasonForm(forms.Form):
    """Why photographs are withdrawn."""

    reason = forms.CharField(label=gettext_lazy("Reason"), widget=forms.Textarea(attrs={"rows": 3}))


class LettingOut(RecordAdmin):
    """The part of the photographs' admin that decides about their public life."""

    actions = ("publish_selected", "withdraw_selected", "bring_back_selected")
    change_form_template = "admin/archive/photo/change_form.html"

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Whether this member of staff publishes."""
        return request.user.has_perm(PUBLISHES)

    def has_withdraw_permission(self, request: HttpRequest) -> bool:
        """Whether this member of staff withdraws, and brings back."""
        return request.user.has_perm(WITHDRAWS)

    @admin.display(description=gettext_lazy("the public"))
    def standing(self, photo: Photo) -> SafeString | str:
        """May the public see it, in a sentence, and the way to the reasons."""
        sentence = standing_of(photo)
        if photo.pk is None:
            return sentence
        url = reverse("desk-decision", args=[photo.number])
        return format_html('{} <a href="{}">{}</a>', sentence, url, _("Why, and on what papers"))

    def after_saving(self, request: HttpRequest, photo: Photo) -> HttpResponse | None:
        """Publish, when that button was pressed; None when it was another."""
        if "_publish" not in request.POST:
            return None
        if not self.has_publish_permission(request):
            raise PermissionDenied
        _publish(request, [photo])
        return HttpResponseRedirect(request.path)

    @admin.action(description=gettext_lazy("Publish the selected photographs"), permissions=["publish"])
    def publish_selected(self, request: HttpRequest, queryset: Any) -> None:
        """Publish those that can be; the others are named with what stands in the way."""
        _publish(request, list(queryset.exclude(state=Photo.State.PUBLIC)))

    @admin.action(description=gettext_lazy("Withdraw the selected photographs …"), permissions=["withdraw"])
    def withdraw_selected(self, request: HttpRequest, queryset: Any) -> TemplateResponse | None:
        """Ask why, then withdraw them."""
        form = ReasonForm(request.POST if "reason" in request.POST else None)
        if not form.is_valid():
            return _ask_reason(self, request, queryset, form)
        photos = list(queryset.filter(state=Photo.State.PUBLIC))
        for photo in photos:
            withdraw(photo, by=staff(request), reason=form.cleaned_data["reason"])
        left = queryset.count() - len(photos)
        messages.success(
            request, _("%(done)s withdrawn; %(left)s were not public.") % {"done": len(photos), "left": left}
        )
        return None

    @admin.action(
        description=gettext_lazy("Make drafts of the selected withdrawn photographs"), permissions=["withdraw"]
    )
    def bring_back_selected(self, request: HttpRequest, queryset: Any) -> None:
        """Undo a withdrawal: they are drafts again, to be published anew."""
        photos = list(queryset.filter(state=Photo.State.WITHDRAWN))
        for photo in photos:
            bring_back(photo, by=staff(request))
        messages.success(request, _("%(done)s are drafts again.") % {"done": len(photos)})


def _publish(request: HttpRequest, photos: list[Photo]) -> None:
    done = 0
    for photo in photos:
        try:
            publish(photo, by=staff(request))
            done += 1
        except NotPublishable as refusal:
            why = "; ".join(bar_words(refusal.bars))
            messages.error(request, _("%(number)s was not published: %(why)s.") % {"number": photo.number, "why": why})
    if done:
        messages.success(request, _("%(done)s published.") % {"done": done})


def _ask_reason(owner: Any, request: HttpRequest, queryset: Any, form: ReasonForm) -> TemplateResponse:
    context = {
        **owner.admin_site.each_context(request),
        "title": _("Withdraw photographs"),
        "opts": Photo._meta,
        "photos": queryset,
        "form": form,
        "checkbox_name": ACTION_CHECKBOX_NAME,
    }
    return TemplateResponse(request, "admin/archive/photo/withdraw.html", context)
