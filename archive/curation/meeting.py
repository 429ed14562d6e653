"""Two at one record: who saves later sees, field by field, what the other did, and nothing that was typed is lost.

A form carries the versions of the records it was filled from. When one of them is another by now, what the other
changed and this person did not touch is taken over; what both changed is asked for, with both values side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.forms.widgets import ChoiceWidget
from django.http import QueryDict
from django.utils.translation import gettext as _

from archive.history.names import Names, targets
from archive.history.seeing import Person
from archive.history.tables import fields_of, instance
from archive.history.telling import Difference, difference
from archive.history.versions import Moved, who_joined

PICK = "_pick:"
THEIRS, MINE = "theirs", "mine"


@dataclass(frozen=True)
class Clash:
    """One field that two changed: its name in the form, who the other is, and both values in words."""

    name: str
    who: str
    values: Difference


@dataclass(frozen=True)
class Taken:
    """One field that only the other changed, as it is now in the form."""

    who: str
    values: Difference


@dataclass(frozen=True)
class Gone:
    """A record that the other deleted meanwhile."""

    what: str
    who: str


@dataclass(frozen=True)
class Meeting:
    """What two people did to the same records."""

    clashes: Sequence[Clash]
    taken: Sequence[Taken]
    gone: Sequence[Gone]


_DIGITS = 19
"""The keys of the database have fewer."""

Many = Mapping[str, Sequence[str]]
"""The fields of a record that name many others, as the form was filled: the keys of those named."""


def meet(
    moved: Iterable[Moved], bound: Sequence[forms.ModelForm], many: Many, sent: QueryDict, user: Person
) -> Meeting:
    """Compare what others did with what was sent, and write into `sent` what only they changed.

    `many` are the fields of the first form, which is the record's own.
    """
    rows = {(type(form.instance), str(form.instance.pk)): form for form in bound}
    clashes: list[Clash] = []
    taken: list[Taken] = []
    gone: list[Gone] = []
    for one in moved:
        form = rows.get((one.model, one.pk))
        if one.now is None:
            gone.append(Gone(str(one.model._meta.verbose_name), one.who))
        elif form is not None:
            for found in _fields(one, form, sent, user):
                (clashes if isinstance(found, Clash) else taken).append(found)  # type: ignore[arg-type]
    for found in _many_fields(bound[0], many, sent):
        (clashes if isinstance(found, Clash) else taken).append(found)  # type: ignore[arg-type]
    return Meeting(clashes, taken, gone)


def many_of(form: forms.ModelForm) -> dict[str, list[str]]:
    """The fields of a form that name many others, as they stand in the database."""
    names = (field.name for field in form.instance._meta.many_to_many if field.name in form.fields)
    return {name: sorted(str(one.pk) for one in getattr(form.instance, name).all()) for name in names}


def pick(bound: Iterable[forms.ModelForm], sent: QueryDict) -> None:
    """Where somebody picked what the other wrote, write that into `sent`."""
    for form in bound:
        for name in form.fields:
            if sent.get(PICK + form.add_prefix(name)) == THEIRS:
                write(sent, form, name, form.instance)


def write(sent: QueryDict, form: forms.ModelForm, name: str, record: models.Model) -> None:
    """Write a record's value into what was sent, as the field's widget would have sent it."""
    field = form.fields[name]
    value = field.prepare_value(_value(form, name, record))
    for key, parts in _as_sent(_bare(field.widget), form.add_prefix(name), value):
        sent.setlist(key, parts)


def _fields(one: Moved, form: forms.ModelForm, sent: QueryDict, user: Person) -> Iterator[Clash | Taken]:
    base, now = instance(one.model, one.base), instance(one.model, one.now or {})
    names = Names(user)
    names.fetch([*targets(one.model, one.base, one.columns), *targets(one.model, one.now, one.columns)])
    for column in one.columns:
        model_field = fields_of(one.model).get(column)
        if model_field is None or model_field.name not in form.fields:
            continue
        name = model_field.name
        field = form.fields[name]
        mine = field.widget.value_from_datadict(sent, form.files, form.add_prefix(name))  # type: ignore[arg-type]
        if not field.has_changed(field.prepare_value(_value(form, name, now)), mine):
            continue
        theirs = names.value(one.model, column, (one.now or {})[column])
        label = f"{one.model._meta.verbose_name}: {field.label or model_field.verbose_name}"
        if field.has_changed(field.prepare_value(_value(form, name, base)), mine):
            yield Clash(form.add_prefix(name), one.who, difference(column, label, theirs, _in_words(field, mine)))
        else:
            yield Taken(one.who, difference(column, label, names.value(one.model, column, one.base[column]), theirs))
            write(sent, form, name, now)


def _many_fields(form: forms.ModelForm, read: Many, sent: QueryDict) -> Iterator[Clash | Taken]:
    """As `_fields`, for those that name many others: the whole list of names is one value."""
    for name, now in many_of(form).items():
        base, mine = read.get(name), sorted(sent.getlist(form.add_prefix(name)))
        if now in (base, mine):
            continue
        who, label = _who_listed(form.instance, name), f"{form.instance._meta.verbose_name}: {form.fields[name].label}"
        old, theirs, own = (_named(form.fields[name], keys) for keys in (base or [], now, mine))
        if mine != base:
            yield Clash(form.add_prefix(name), who, difference(name, label, theirs, own))
        else:
            yield Taken(who, difference(name, label, old, theirs))
            write(sent, form, name, form.instance)


def _who_listed(record: models.Model, name: str) -> str:
    """Who last changed the list of names in this field."""
    field: Any = record._meta.get_field(name)
    return who_joined(field.remote_field.through, field.m2m_column_name(), record.pk)


def _named(field: Any, keys: Sequence[str]) -> str:
    known = field.queryset.in_bulk([int(key) for key in keys if key.isdecimal() and len(key) < _DIGITS])
    return ", ".join(sorted(str(one) for one in known.values()))


def _value(form: forms.ModelForm, name: str, record: models.Model) -> Any:
    return record._meta.get_field(name).value_from_object(record)  # type: ignore[union-attr]


def _in_words(field: forms.Field, sent: Any) -> str:
    """What somebody sent, in words; as they typed it, where it is nothing that the field knows."""
    if isinstance(field, forms.ModelChoiceField):
        found = field.queryset.filter(pk=sent).first() if str(sent or "").isdecimal() else None  # type: ignore[union-attr]
        return str(found) if found else str(sent or "")
    if isinstance(sent, bool):
        return _("yes") if sent else _("no")
    labels = {str(key): str(label) for key, label in getattr(field, "choices", ())}
    parts = sent if isinstance(sent, list) else [sent]
    return ", ".join(labels.get(str(part), str(part)) for part in parts if part is not None)


def _bare(widget: forms.Widget) -> forms.Widget:
    return widget.widget if isinstance(widget, RelatedFieldWidgetWrapper) else widget


def _as_sent(widget: forms.Widget, name: str, value: Any) -> Iterator[tuple[str, list[str]]]:
    """The names and values that a browser would send for a widget that shows this value."""
    shown = widget.get_context(name, value, {})["widget"]
    if isinstance(widget, forms.CheckboxInput):
        yield name, ["on"] if shown["attrs"].get("checked") else []
    elif isinstance(widget, forms.MultiWidget):
        for inner, part in zip(widget.widgets, shown["subwidgets"], strict=True):
            yield from _as_sent(inner, part["name"], part["value"])
    elif isinstance(widget, ChoiceWidget):
        yield name, [str(part) for part in shown["value"]]
    elif not isinstance(widget, forms.FileInput):
        yield name, [str(shown["value"] if shown["value"] is not None else "")]
