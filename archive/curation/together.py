"""The part of a record's admin that knows of others at the same record: they are named, and nobody overwrites them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.core.exceptions import BadRequest
from django.db import connection, models, transaction
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from archive.curation.meeting import Many, Meeting, many_of, meet, pick
from archive.history import here, versions
from archive.history.telling import history_url
from archive.models.acting import act

VERSIONS, MANY, WHY = "_versions", "_many", "_why"
_OURS = ("csrfmiddlewaretoken", VERSIONS, MANY)


class _Asked(forms.ModelForm):
    """A form that is not taken before its sender has seen what somebody else did."""

    def clean(self) -> Any:
        data = super().clean()
        self.add_error(
            None, _("Somebody else saved this meanwhile. Nothing of yours was saved: look, choose, save again.")
        )
        return data


class Together(admin.ModelAdmin):
    """Two at one record: both see it, and who saves later sees what the other saved."""

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        why = request.POST.get(WHY, "").strip()
        if object_id is None:
            with act(reason=why):
                return super().changeform_view(request, object_id, form_url, extra_context)
        if request.method != "POST":
            here.note(request.user, self.opts.db_table, unquote(object_id))  # type: ignore[arg-type]
            with _one_moment():
                return super().changeform_view(request, object_id, form_url, extra_context)
        with act(reason=why), transaction.atomic():
            answer = self._met(request, unquote(object_id))
            return answer or super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        return type(form)(form.__name__, (_Asked, form), {}) if meeting_of(request) else form

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        record = context.get("original")
        if record is not None:
            context |= self._company(request, record)
            context[VERSIONS[1:]] = versions.written(versions.versions_of(_keys(record, context)))
            context[MANY[1:]] = json.dumps(many_of(context["adminform"].form))
        response = super().render_change_form(request, context, *args, **kwargs)
        if meeting_of(request):
            response.status_code = 409
        return response

    def _company(self, request: HttpRequest, record: models.Model) -> dict[str, Any]:
        table, pk = self.opts.db_table, str(record.pk)
        return {
            "here": here.others(request.user, table, pk),  # type: ignore[arg-type]
            "here_table": table,
            "here_record": pk,
            "meeting": meeting_of(request),
        }

    def _met(self, request: HttpRequest, pk: str) -> HttpResponse | None:
        """Hold the records of the form, and find out whether others changed them; an answer when this one is gone."""
        if VERSIONS not in request.POST:
            self._unread(request, pk)
            return None
        seen = _seen(request, self.opts.db_table, pk)
        now = versions.lock(seen)
        moved = versions.moved(seen, now)
        record = self.get_object(request, pk)
        if record is None:
            return self._gone(request, pk) if self.has_change_permission(request) else None
        if self.has_change_permission(request, record):
            self._meet(request, moved, self._bound(request, record))
        return None

    def _unread(self, request: HttpRequest, pk: str) -> None:
        """A form that does not say what it was filled from: whatever it would change is asked for."""
        record = self.get_object(request, pk)
        if record is not None and self.has_change_permission(request, record):
            bound = self._bound(request, record)
            keys = [(form.instance._meta.db_table, str(form.instance.pk)) for form in bound]
            self._meet(request, versions.unread(versions.lock(keys)), bound)

    def _meet(self, request: HttpRequest, moved: list[versions.Moved], bound: list[forms.ModelForm]) -> None:
        """Keep with the request what two did to the records of its form, and what is sent once they were heard."""
        sent = request.POST.copy()
        pick(bound, sent)
        request.meeting = meet(moved, bound, _many(request), sent, request.user)  # type: ignore[attr-defined,arg-type]
        request.POST = sent  # type: ignore[assignment]

    def _bound(self, request: HttpRequest, record: models.Model) -> list[forms.ModelForm]:
        """The forms that were sent: the record's own and those of its rows."""
        fields = flatten_fieldsets(self.get_fieldsets(request, record))
        form = self.get_form(request, record, change=True, fields=fields)(request.POST, request.FILES, instance=record)
        formsets, _inlines = self._create_formsets(request, record, change=True)  # type: ignore[attr-defined]
        return [form, *(row for formset in formsets for row in formset.initial_forms)]

    def _gone(self, request: HttpRequest, pk: str) -> HttpResponse:
        typed = [(name, value) for name, value in request.POST.items() if str(value).strip() and name not in _OURS]
        context = {
            **self.admin_site.each_context(request),
            "title": _("Somebody deleted this record meanwhile"),
            "opts": self.opts,
            "typed": [(name, value) for name, value in typed if not name.endswith("_FORMS")],
            "history_url": history_url(self.model, pk),
        }
        return TemplateResponse(request, "admin/record_gone.html", context, status=409)


def meeting_of(request: HttpRequest) -> Meeting | None:
    """What two people did to the records of this request's form; None when there is nothing to look at."""
    found: Meeting | None = getattr(request, "meeting", None)
    return found if found and (found.clashes or found.taken or found.gone) else None


@contextmanager
def _one_moment() -> Iterator[None]:
    """All queries see the same moment: versions and what they are the versions of."""
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def _seen(request: HttpRequest, table: str, pk: str) -> dict[versions.Key, int]:
    try:
        seen = versions.read(request.POST[VERSIONS])
    except versions.NotVersions as error:
        raise BadRequest("The form's versions are not as we wrote them.") from error
    if (table, pk) not in seen:
        raise BadRequest("The form is of another record.")
    return seen


def _many(request: HttpRequest) -> Many:
    """The fields that name many others, as the form was filled; none where it does not say so."""
    try:
        told = json.loads(request.POST.get(MANY, "{}"))
        return {str(name): sorted(map(str, keys)) for name, keys in told.items()}
    except (ValueError, AttributeError, TypeError) as error:
        raise BadRequest("The form's lists are not as we wrote them.") from error


def _keys(record: models.Model, context: dict[str, Any]) -> list[versions.Key]:
    """The record and its rows that can be changed on this page."""
    formsets = [one.formset for one in context["inline_admin_formsets"] if one.has_change_permission]
    rows = [form.instance for formset in formsets for form in formset.initial_forms if form.instance.pk]
    return [(one._meta.db_table, str(one.pk)) for one in (record, *rows)]
