"""By what recent changes are sifted: who, when, what kind of record, what happened, by which door."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from archive.history.seeing import Person, tables_seen
from archive.history.tables import model_of, owner_of
from archive.models import Act, Change
from archive.models.history import ChangeQuerySet

_ANY = [("", _("any"))]


class ChangesForm(forms.Form):
    """What is asked of the recent changes. A blank field asks nothing."""

    who = forms.CharField(label=_("Who"), required=False, max_length=150)
    since = forms.DateField(label=_("From"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(label=_("To"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    table = forms.ChoiceField(label=_("Record"), required=False)
    kind = forms.ChoiceField(label=_("Change"), required=False, choices=[*_ANY, *Change.Kind.choices])
    door = forms.ChoiceField(label=_("By way of"), required=False, choices=[*_ANY, *Act.Door.choices])
    before = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, user: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tables = [(table, owner_of(model)) for table in tables_seen(user) if (model := model_of(table))]
        named = [(table, str(model._meta.verbose_name)) for table, model in tables if model._meta.db_table == table]
        self.fields["table"].choices = [*_ANY, *sorted(named, key=lambda one: one[1])]  # type: ignore[attr-defined]

    def sifted(self, changes: ChangeQuerySet) -> ChangeQuerySet:
        """Of these changes, those that are asked for; none when a field cannot be understood."""
        if not self.is_valid():
            return changes.none()
        return changes.filter(**{key: value for key, value in self._asked().items() if value})

    def _asked(self) -> dict[str, Any]:
        asked = self.cleaned_data
        return {
            "act__by_name__iexact": asked["who"],
            "act__at__date__gte": asked["since"],
            "act__at__date__lte": asked["until"],
            "table": asked["table"],
            "kind": asked["kind"],
            "act__door": asked["door"],
            "pk__lt": asked["before"],
        }
