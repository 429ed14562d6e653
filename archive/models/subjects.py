"""Statements of who: people, units and craft on the photograph or behind it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from archive.models.agents import Agent
from archive.models.evidence import Statement
from archive.models.photos import Photo


class Subject(Statement):
    """Who or what had a part: shown, photographing, censoring, issuing, telling; or an aircraft with its marks."""

    class Role(models.TextChoices):
        DEPICTED = "depicted", _("shown")
        PHOTOGRAPHER = "photographer", _("photographer")
        AGENCY = "agency", _("issued by")
        CENSOR = "censor", _("cleared by")
        UNIT = "unit", _("unit")
        DONOR = "donor", _("provided by")
        OWNER = "collection_owner", _("from the collection of")
        INFORMANT = "informant", _("information from")
        MENTIONED = "mentioned", _("mentioned")

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="subjects", verbose_name=_("photograph"))
    agent = models.ForeignKey(
        Agent, models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("person or body")
    )
    role = models.CharField(_("part"), max_length=16, choices=Role.choices, default=Role.DEPICTED)
    craft = models.CharField(_("aircraft or vehicle"), max_length=100, blank=True)
    craft_marks = models.CharField(_("its marks"), max_length=100, blank=True)

    class Meta(Statement.Meta):
        verbose_name = _("statement of person, unit or craft")
        verbose_name_plural = _("statements of people, units and craft")
        ordering = ["-preferred", "pk"]
        constraints = [
            *Statement.Meta.constraints,
            models.CheckConstraint(
                condition=Q(agent__isnull=False) | ~Q(as_written="") | ~Q(craft=""),
                name="subject_says_something",
                violation_error_message=_("Say who or what it is, or give the words as written."),
            ),
        ]

    def __str__(self) -> str:
        return self.as_written or (str(self.agent) if self.agent else self.craft)
