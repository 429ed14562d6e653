"""Columns of our own: worked out from another column at every write, or kept letter for letter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.db import models


class _Derived(models.Field):
    """Filled from the column `source` by the function `by`; nobody types it."""

    def __init__(self, *args: Any, source: str = "", by: Callable[[Any], Any] | None = None, **kwargs: Any) -> None:
        self.source, self.by = source, by
        kwargs["editable"] = False
        super().__init__(*args, **kwargs)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        if self.by is None:
            return super().pre_save(model_instance, add)
        value = self.by(getattr(model_instance, self.source))
        setattr(model_instance, self.attname, value)
        return value

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("editable", None)
        return name, path, args, kwargs


class DerivedText(_Derived, models.CharField):  # type: ignore[misc]
    """A text worked out from another column, such as a name's match key."""


class DerivedDate(_Derived, models.DateField):  # type: ignore[misc]
    """A day worked out from another column, such as the earliest day of an EDTF date."""


class VerbatimFormField(forms.CharField):
    """Takes a text as it is typed: blanks at its ends stay; only the line ends, which browsers change, are ours."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs | {"strip": False, "widget": forms.Textarea})

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")


class VerbatimText(models.TextField):
    """A text that is kept letter for letter."""

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**kwargs | {"form_class": VerbatimFormField})
