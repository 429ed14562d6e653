"""People, families, bodies and military units, and the sources that statements come from."""

from __future__ import annotations

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.models.fields import DerivedText
from archive.reading.folding import name_key


class AgentQuerySet(models.QuerySet["Agent"]):
    """Agents by who may know of them."""

    def nameable(self) -> Self:
        """Those whose names the public may read."""
        return self.filter(is_private=False)


class Agent(models.Model):
    """A person, family, body or military unit that had a part in a photograph, its making or its giving."""

    class Kind(models.TextChoices):
        PERSON = "person", _("person")
        FAMILY = "family", _("family")
        BODY = "body", _("body")
        UNIT = "unit", _("military unit")

    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    name = models.CharField(_("name"), max_length=200)
    is_private = models.BooleanField(_("private"), default=False, help_text=_("The name is never shown to the public."))
    note = models.TextField(_("note"), blank=True)
    key = DerivedText(max_length=200, default="", source="name", by=name_key, db_index=True)

    objects = AgentQuerySet.as_manager()

    class Meta:
        verbose_name = _("person or body")
        verbose_name_plural = _("people and bodies")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        unnamed = self.pk and self.accessions_given.filter(deed_of_gift__is_anonymous=True)  # type: ignore[attr-defined]
        if unnamed and not self.is_private:
            raise ValidationError({"is_private": _("By a deed of gift this donor stays unnamed.")})

    def is_nameable(self) -> bool:
        """Whether the public may read the name."""
        return not self.is_private


class AgentName(models.Model):
    """Another form of an agent's name: in another script, order or language."""

    agent = models.ForeignKey(Agent, models.CASCADE, related_name="names", verbose_name=_("person or body"))
    text = models.CharField(_("name"), max_length=200)
    language = models.CharField(_("language"), max_length=12, blank=True, help_text=_("A BCP 47 tag, such as zh-Hant."))
    key = DerivedText(max_length=200, default="", source="text", by=name_key, db_index=True)

    class Meta:
        verbose_name = _("name of a person or body")
        verbose_name_plural = _("names of people and bodies")
        constraints = [models.UniqueConstraint(fields=["agent", "text"], name="agentname_once")]

    def __str__(self) -> str:
        return self.text


class Source(models.Model):
    """Where a statement comes from: a publication, a letter, a web page, somebody's testimony, the print itself."""

    class Kind(models.TextChoices):
        PUBLICATION = "publication", _("publication")
        ARTICLE = "article", _("article")
        LETTER = "letter", _("letter")
        WEB_PAGE = "web_page", _("web page")
        ORAL = "oral_testimony", _("oral testimony")
        PRINT = "print", _("the print itself")
        REGISTER = "register", _("register")
        MESSAGE = "message", _("message to the museum")

    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices)
    title = models.CharField(_("title"), max_length=300)
    author = models.CharField(_("author"), max_length=200, blank=True)
    date_words = models.CharField(_("date, in words"), max_length=100, blank=True)
    url = models.URLField(_("address"), blank=True)
    note = models.TextField(_("note"), blank=True)
    derived_from = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="derivatives",
        verbose_name=_("derived from"),
        help_text=_("A digest of another source is not independent of it."),
    )

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["title"]
        constraints = [models.UniqueConstraint(fields=["title", "author"], name="source_once")]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Refuse a source that would, through others, be derived from itself."""
        if self.pk and self.derived_from and self.derived_from.goes_back_to(self):
            raise ValidationError({"derived_from": _("That source goes back to this one.")})

    def goes_back_to(self, other: Source) -> bool:
        """Whether it is the other source, or derived from it through however many."""
        seen: set[int] = set()
        at: Source | None = self
        while at and at.pk not in seen:
            if at == other:
                return True
            seen.add(at.pk)
            at = at.derived_from
        return False
