"""Publishing and withdrawing from the admin: the buttons on a photograph's page and the actions on the list."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.curation.base import PUBLISHES, RecordAdmin, staff
from archive.models import Photo
from archive.publishing import NotPublishable, bring_back, publish, withdraw
from archive.vocabulary.gate import Bar

WITHDRAWS = "archive.withdraw_photo"

BAR_WORDS = {
    Bar.NOT_PUBLISHED: gettext_lazy("nobody has published it yet"),
    Bar.WITHDRAWN: gettext_lazy("it is withdrawn"),
    Bar.ACCESSION_CLOSED: gettext_lazy("its gift may not be shown; a registrar can open it"),
    Bar.RIGHTS_MISSING: gettext_lazy("it has no rights term, nor has its gift; a registrar can give one"),
    Bar.STAFF_ONLY: gettext_lazy("its rights say staff only; a registrar can change that"),
}


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
    def standing(self, photo: Photo) -> str:
        """May the public see it, in a sentence."""
        return standing_of(photo)

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


def standing_of(photo: Photo) -> str:
    """May the public see this photograph, from when, and what stands in the way, as one sentence."""
    if photo.pk is None:
        return _("Not saved yet.")
    verdict = photo.verdict()
    if verdict.bars:
        return _("Only staff see it: %(why)s.") % {"why": "; ".join(str(BAR_WORDS[bar]) for bar in verdict.bars)}
    if verdict.opens and verdict.opens > timezone.localdate():
        return _("The public sees this from %(day)s; staff see it now.") % {"day": date_format(verdict.opens)}
    return _("The public sees it.")


def _publish(request: HttpRequest, photos: list[Photo]) -> None:
    done = 0
    for photo in photos:
        try:
            publish(photo, by=staff(request))
            done += 1
        except NotPublishable as refusal:
            why = "; ".join(str(BAR_WORDS[bar]) for bar in refusal.bars)
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
