"""Forms of the desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from archive.models import Accession

_MOST_LETTERS = 2_000_000


class PasteForm(forms.Form):
    """Captions pasted in, one a line, and how many prints they belong to; the two numbers must agree."""

    accession = forms.ModelChoiceField(label=_("Accession"), queryset=Accession.objects.order_by("-sort_key"))
    count = forms.IntegerField(
        label=_("How many prints"), min_value=1, max_value=1000, help_text=_("Count them before you paste.")
    )
    text = forms.CharField(
        label=_("Captions, one a line"),
        strip=False,
        max_length=_MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 16}),
    )

    def lines(self) -> list[str]:
        """The captions, letter for letter. Blank lines between them do not count."""
        text = self.cleaned_data["text"].replace("\r\n", "\n")
        return [line for line in text.split("\n") if line.strip()]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "text" in data and "count" in data and len(self.lines()) != data["count"]:
            found = len(self.lines())
            self.add_error(
                "count",
                ngettext(
                    "The text has %(found)s caption, one a line, and you counted %(count)s prints. Nothing was made.",
                    "The text has %(found)s captions, one a line, and you counted %(count)s prints. Nothing was made.",
                    found,
                )
                % {"found": found, "count": data["count"]},
            )
        return data
