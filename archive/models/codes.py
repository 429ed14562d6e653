"""Families of provenance codes, and the codes found on prints."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from archive.models.evidence import Statement
from archive.models.fields import DerivedText
from archive.models.photos import Photo
from archive.models.proposals import Proposal

_NOT_CODE = re.compile(r"[^0-9a-z]+")


def code_key(code: str) -> str:
    """Digits and letters only, in small letters: what any way of typing a code has in common."""
    return _NOT_CODE.sub("", code.casefold())


def regular_expression(pattern: str) -> None:
    """A form check: raises ValidationError when the pattern cannot be compiled."""
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValidationError(_("Not a regular expression: %(error)s."), params={"error": error}) from error


class CodeScheme(models.Model):
    """A family of codes: who issued them, how they are built, and on what evidence we say so."""

    key = models.SlugField(_("address name"), unique=True)
    title = models.CharField(_("title"), max_length=200)
    agency = models.CharField(_("issuing agency"), max_length=200, blank=True)
    pattern = models.CharField(
        _("pattern"),
        max_length=300,
        blank=True,
        validators=[regular_expression],
        help_text=_("A regular expression with the groups “base” and, where a code has one, “item”."),
    )
    meaning = models.TextField(_("meaning"), blank=True)
    evidence = models.TextField(_("evidence"), blank=True)
    confidence = models.FloatField(
        _("confidence"),
        default=0.5,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
        help_text=_("How sure the meaning is, from 0 to 1."),
    )

    class Meta:
        verbose_name = _("code scheme")
        verbose_name_plural = _("code schemes")
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("scheme", args=[self.key])

    def parse(self, code: str) -> tuple[str, str] | None:
        """The base and item of a code, or None when it does not conform."""
        match = re.fullmatch(self.pattern, code) if self.pattern else None
        if match is None:
            return None
        parts = match.groupdict()
        return parts.get("base") or code, parts.get("item") or ""


class CodeReading(Statement):
    """A provenance code as it stands on a print: verbatim, its scheme, its parts, and whether it conforms.

    What the code may imply is held apart (`inferred`) and is never written into a date by itself.
    """

    KEY = "code"
    PROPOSED_AS = Proposal.Kind.CODE

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="codes", verbose_name=_("photograph"))
    verbatim = models.CharField(_("code"), max_length=100)
    scheme = models.ForeignKey(
        CodeScheme, models.PROTECT, null=True, blank=True, related_name="readings", verbose_name=_("scheme")
    )
    base = models.CharField(_("base"), max_length=100, blank=True, editable=False)
    item = models.CharField(_("item"), max_length=20, blank=True, editable=False)
    conforms = models.BooleanField(_("conforms"), default=False, editable=False)
    inferred = models.TextField(_("what it may imply"), blank=True)
    curators_reading = models.CharField(_("curator's reading"), max_length=100, blank=True)
    key = DerivedText(max_length=100, source="verbatim", by=code_key, db_index=True)

    class Meta(Statement.Meta):
        verbose_name = _("provenance code")
        verbose_name_plural = _("provenance codes")
        ordering = ["key", "pk"]
        constraints = [
            *Statement.Meta.constraints,
            models.CheckConstraint(condition=~Q(verbatim=""), name="codereading_says_something"),
            models.UniqueConstraint(fields=["photo", "verbatim"], name="codereading_once"),
            models.UniqueConstraint(
                fields=["photo", "as_written"],
                condition=Q(preferred=True) & ~Q(as_written=""),
                name="codereading_one_preferred",
                violation_error_message=_("Another reading of these words is preferred already."),
            ),
        ]

    def __str__(self) -> str:
        return self.verbatim

    def save(self, *args: object, **kwargs: object) -> None:
        """Write the code with its parts worked out by its scheme."""
        parts = self.scheme.parse(self.verbatim) if self.scheme else None
        self.conforms = parts is not None
        self.base, self.item = parts or ("", "")
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_absolute_url(self) -> str:
        return reverse("code", args=[self.scheme.key if self.scheme else "other", self.key])

    def in_words(self) -> str:
        return self.verbatim

    def about_url(self) -> str:
        return self.get_absolute_url()
