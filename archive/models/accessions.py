"""Gifts as they came: collections, accessions and the boxes they came in."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from archive.models.agents import Agent
from archive.models.fields import DerivedText
from archive.vocabulary.errors import VocabularyError
from archive.vocabulary.numbers import AccessionNumber, natural_key


def accession_number(text: str) -> None:
    """A form check: raises ValidationError when this is no accession number."""
    try:
        AccessionNumber.parse(text)
    except VocabularyError as error:
        raise ValidationError(str(error)) from error


NAMES_DONOR = _(
    "By the deed of gift the donor stays unnamed: mark the person as private, and keep the name out of the credit line."
)


class Collection(models.Model):
    """Photographs kept together under one name, mostly that of the family who gave them."""

    slug = models.SlugField(_("address name"), unique=True)
    title = models.CharField(_("title"), max_length=200)
    description = models.TextField(_("description"), blank=True)

    class Meta:
        verbose_name = _("collection")
        verbose_name_plural = _("collections")
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("collection", args=[self.slug])


class Accession(models.Model):
    """One gift: what a donor handed over at one time, on what terms, under one number that is never used again."""

    number = models.CharField(
        _("number"), max_length=20, unique=True, validators=[accession_number], help_text=_("As in 2026.3.")
    )
    sort_key = DerivedText(max_length=40, source="number", by=natural_key)
    title = models.CharField(_("title"), max_length=200)
    collection = models.ForeignKey(
        Collection, models.PROTECT, related_name="accessions", verbose_name=_("collection"), null=True, blank=True
    )
    donor = models.ForeignKey(
        Agent, models.PROTECT, related_name="accessions_given", verbose_name=_("donor"), null=True, blank=True
    )
    intermediary = models.ForeignKey(
        Agent,
        models.PROTECT,
        related_name="+",
        verbose_name=_("intermediary"),
        null=True,
        blank=True,
        help_text=_("Who passed the gift on, where that was not the donor (“provided via”)."),
    )
    received_words = models.CharField(_("received, in words"), max_length=100, blank=True)
    received_on = models.DateField(_("received on"), null=True, blank=True)
    deed = models.FileField(_("deed of gift"), upload_to="deeds/", blank=True)
    terms = models.TextField(_("terms of the gift"), blank=True)
    restrictions = models.TextField(_("restrictions"), blank=True, help_text=_("For staff; never shown to the public."))
    credit_line = models.CharField(
        _("credit line"), max_length=300, blank=True, help_text=_("As the donor wishes to be named in public.")
    )
    is_open = models.BooleanField(
        _("may be shown"), default=True, help_text=_("Untick to keep every photograph of this gift from the public.")
    )
    last_item = models.PositiveIntegerField(_("last number given"), default=0, editable=False)

    class Meta:
        verbose_name = _("accession")
        verbose_name_plural = _("accessions")
        ordering = ["sort_key"]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    def clean(self) -> None:
        deed = getattr(self, "deed_of_gift", None)
        if deed is not None and deed.is_anonymous and self.would_name_donor():
            raise ValidationError({"donor": NAMES_DONOR})

    def would_name_donor(self) -> bool:
        """Whether a public page may have the donor's name: the person is not private, or the credit line has it."""
        donor = self.donor
        return donor is not None and (donor.is_nameable() or donor.name.casefold() in self.credit_line.casefold())

    def next_number(self) -> str:
        """Give out the next photograph number. Numbers are never given twice, whatever became of their photographs.

        Must be called in a transaction: it holds the accession's row until the transaction ends.
        """
        row = Accession.objects.select_for_update().only("last_item", "number").get(pk=self.pk)
        row.last_item = self.last_item = row.last_item + 1
        row.save(update_fields=["last_item"])
        return AccessionNumber(row.number).item(row.last_item)


class Box(models.Model):
    """A box, folder or album within a gift, and where it stands."""

    accession = models.ForeignKey(Accession, models.PROTECT, related_name="boxes", verbose_name=_("accession"))
    label = models.CharField(_("label"), max_length=100)
    location = models.CharField(_("location"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("box")
        verbose_name_plural = _("boxes")
        ordering = ["accession__sort_key", "label"]
        constraints = [models.UniqueConstraint(fields=["accession", "label"], name="box_label_once")]

    def __str__(self) -> str:
        return f"{self.accession.number}, {self.label}"
