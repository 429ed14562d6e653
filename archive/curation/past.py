"""The history of a record in the admin: line by line, two states side by side, and ways to put one back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from archive.history.seeing import seen
from archive.history.telling import Difference, Line, differences, lines
from archive.models import Change, Photo, User
from archive.models.acting import current_act
from archive.models.history import ChangeQuerySet

_A_PAGE = 50


@dataclass(frozen=True)
class Compared:
    """Two states of a record, the older first, each with the change it came from."""

    old: Line
    new: Line
    differences: Sequence[Difference]


def offer_undo(request: HttpRequest) -> None:
    """Say that what was just done can be undone, and where."""
    if done := current_act():
        link = format_html('<a href="{}">{}</a>', reverse("desk-undo", args=[done]), _("Undo"))
        messages.info(request, format_html(_("It can be brought back with all that hung on it: {link}."), link=link))


class WithHistory(admin.ModelAdmin):
    """The part of a record's admin that shows its history, also when the record is no longer there."""

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        pk = unquote(object_id)
        record = self.get_object(request, pk)
        if not self.has_view_permission(request, record):
            raise PermissionDenied
        own = Change.objects.of(self.model, pk)
        if record is None and not own.exists():
            raise Http404
        page = Paginator(self._told(pk, request).order_by("-pk"), _A_PAGE).get_page(request.GET.get("p"))
        return self._shown(request, record, pk, page, extra_context)

    def _told(self, pk: str, request: HttpRequest) -> ChangeQuerySet:
        """A photograph's history is that of all that is said of it too."""
        whole = self.model is Photo and pk.isdecimal()
        changes = Change.objects.about_photo(int(pk)) if whole else Change.objects.of(self.model, pk)
        return seen(changes.select_related("act"), request.user)  # type: ignore[arg-type]

    def _shown(
        self, request: HttpRequest, record: models.Model | None, pk: str, page: Page, extra: Any
    ) -> TemplateResponse:
        told = lines(page.object_list, request.user)  # type: ignore[arg-type]
        own = set(Change.objects.of(self.model, pk).values_list("pk", flat=True))
        context = {
            **self.admin_site.each_context(request),
            "title": _("History: %(record)s") % {"record": record or (told[0].record if told else pk)},
            "opts": self.opts,
            "object": record,
            "lines": [(line, line.id in own) for line in told],
            "page": page,
            "compared": self._compared(request, pk),
            **(extra or {}),
        }
        return TemplateResponse(request, "admin/record_history.html", context)

    def _compared(self, request: HttpRequest, pk: str) -> Compared | None:
        chosen = {text for text in (request.GET.get("a", ""), request.GET.get("b", "")) if text.isdecimal()}
        found = list(Change.objects.of(self.model, pk).filter(pk__in=chosen).select_related("act"))
        if len(found) != 2:
            return None
        user: User = request.user  # type: ignore[assignment]
        old, new = lines(found, user)
        return Compared(old, new, differences(self.model, found[0].after, found[1].after, user))
