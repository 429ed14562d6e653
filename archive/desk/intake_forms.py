"""Forms of the intake."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from archive.models import Accession, Image, Resemblance

_MOST_LETTERS = 2_000_000
_ACCEPTED = ".jpg,.jpeg,.png,.tif,.tiff,.webp"


class _Files(forms.ClearableFileInput):
    """A field for several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; each must be there and have bytes."""

    widget = _Files(attrs={"accept": _ACCEPTED})

    def clean(self, data: Sequence[UploadedFile] | None, initial: Any = None) -> list[UploadedFile]:
        single = super().clean
        return [single(one, initial) for one in data] if data else single(None, initial)


def _accessions(**options: Any) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(label=_("Accession"), queryset=Accession.objects.order_by("-sort_key"), **options)


class FilesForm(forms.Form):
    """Scans and the gift they belong to."""

    accession = _accessions()
    scans = FilesField(
        label=_("Scans"),
        help_text=_("JPEG, PNG, TIFF or WebP. A front and its back have the same name: 012.tif and 012_verso.tif."),
    )


class NamesForm(forms.Form):
    """What files are called, one a line, before any is sent."""

    accession = _accessions(required=False)
    folder = forms.CharField(required=False, max_length=500)
    listing = forms.CharField(strip=False, max_length=_MOST_LETTERS)

    def names(self) -> list[str]:
        """The names, each once."""
        lines = self.cleaned_data["listing"].replace("\r\n", "\n").split("\n")
        return list(dict.fromkeys(line for line in lines if line.strip() and len(line) <= 500))


class SideForm(forms.Form):
    """One scan of a photograph that is there."""

    side = forms.ChoiceField(label=_("Side"), choices=Image.Side.choices)
    file = forms.FileField(label=_("Scan"), widget=forms.FileInput(attrs={"accept": _ACCEPTED}))


class AnswerForm(forms.Form):
    """What a person says of two pictures that look alike."""

    answer = forms.ChoiceField(
        choices=[choice for choice in Resemblance.Answer.choices if choice[0] != Resemblance.Answer.OPEN]
    )
