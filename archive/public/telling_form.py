"""The form of a correction: one field that holds what stands there now, and a few more for who wants them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.models import Correction, Photo
from archive.models.fields import VerbatimFormField
from archive.public.correctable import Correctable
from archive.public.evidence_files import kind_told, most_bytes, sha256_of, too_large
from archive.public.guarding import GuardedForm

_LONG = {Correction.Kind.DESCRIPTION, Correction.Kind.WORDS}
_LETTERS: dict[str, int] = {
    Correction.Kind.TITLE: 300,
    Correction.Kind.DESCRIPTION: 20_000,
    Correction.Kind.WORDS: 20_000,
    Correction.Kind.CODE: 100,
}
_MORE = ("words", "link", "evidence", "name", "wants_credit", "email")


class TellForm(GuardedForm):
    """What a visitor tells of one fact."""

    told = forms.CharField()
    words = forms.CharField(
        label=gettext_lazy("How do you know?"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    link = forms.CharField(
        label=gettext_lazy("A web page that shows it"), max_length=500, required=False, empty_value=""
    )
    evidence = forms.FileField(
        label=gettext_lazy("A picture or document that shows it"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,application/pdf"}),
    )
    name = forms.CharField(label=gettext_lazy("Your name"), max_length=200, required=False)
    wants_credit = forms.BooleanField(
        label=gettext_lazy("Name me beside the correction, if it is accepted"), required=False
    )
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail address"),
        required=False,
        help_text=gettext_lazy("For asking back, if you like. Only the staff who answer see it."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    field_order = ("told", *_MORE, "website", "opened")

    def __init__(self, *args: Any, fact: Correctable, left_out: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fact, self._left_out = fact, left_out
        self.fields["told"] = _field(fact)
        self.fields["evidence"].help_text = _("JPEG, PNG, WebP or PDF, at most %(most)s MB. Only staff see it.") % {
            "most": most_bytes() // 1_000_000
        }
        self.order_fields(self.field_order)

    def clean_evidence(self) -> Any:
        """The file, if it is one that can be taken by its bytes."""
        file = self.cleaned_data["evidence"]
        if self._left_out or (file and file.size > most_bytes()):
            raise forms.ValidationError(self._left_out or too_large())
        if file and not kind_told(file):
            raise forms.ValidationError(_("This is no JPEG, PNG or WebP picture and no PDF document."))
        return file

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("wants_credit") and not data.get("name"):
            self.add_error("name", _("Tell us the name that shall stand there."))
        if data.get("told", "").strip() == self.fact.shown.strip() and not data.get("words"):
            self.add_error("told", _("This is what stands there now. Change it, or say below what is wrong."))
        return data

    def sent(self, photo: Photo) -> Correction:
        """The correction that was typed, not saved."""
        data, file = self.cleaned_data, self.cleaned_data["evidence"]
        kept = {name: data[name] for name in ("told", "words", "link", "name", "wants_credit")}
        if file:
            kept |= {"evidence": file, "evidence_kind": kind_told(file), "evidence_sha256": sha256_of(file)}
        return self.fact.sent(photo, **kept)

    def has_more(self) -> bool:
        """Whether something was typed, or went wrong, in the fields that are folded away at first."""
        return self.is_bound and any(self.data.get(name) or name in self.errors for name in (*_MORE, "website"))


def _field(fact: Correctable) -> forms.CharField:
    label, most = _("What should it say?"), _LETTERS.get(fact.kind, 500)
    if fact.kind == Correction.Kind.WORDS:
        field: forms.CharField = VerbatimFormField(label=label, max_length=most)
    else:
        field = forms.CharField(label=label, max_length=most)
    if fact.kind in _LONG:
        field.widget = forms.Textarea(attrs={"rows": 8})
    if fact.language:
        field.widget.attrs["lang"] = fact.language
    return field
