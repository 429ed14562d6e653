"""Statements of who: people, units and craft on the photograph or behind it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from archive.models.agents import Agent
from archive.models.evidence import Statement
from archive.models.photos import Photo
from archive.models.proposals import Proposal


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

    KEY = "subject"
    PROPOSED_AS = Proposal.Kind.SUBJECT
    ONE_ANSWER = (Role.PHOTOGRAPHER, Role.AGENCY, Role.CENSOR)

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
            models.UniqueConstraint(
                fields=["photo", "role"],
                condition=Q(preferred=True, role__in=["photographer", "agency", "censor"]),
                name="subject_one_preferred",
                violation_error_message=_("Another one is preferred already for this part."),
            ),
            models.UniqueConstraint(
                fields=["photo", "role", "as_written"],
                condition=Q(preferred=True) & ~Q(role__in=["photographer", "agency", "censor"]) & ~Q(as_written=""),
                name="subject_one_preferred_words",
                violation_error_message=_("Another one is preferred already for these words."),
            ),
        ]

    def __str__(self) -> str:
        return self.as_written or (str(self.agent) if self.agent else self.craft)

    def is_tellable(self) -> bool:
        """Of a private person nothing is said, not even in the source's words."""
        return self.agent_id is None or (self.agent is not None and self.agent.is_nameable())

    def is_recallable(self) -> bool:
        """Of people only what names somebody who may be named: free words may have been changed to protect a person."""
        return self.is_tellable() and (self.agent_id is not None or bool(self.craft))

    def label(self) -> str:
        return str(self.Role(self.role).label)

    def in_words(self) -> str:
        """The craft with its marks, else the person or body, else only the words."""
        craft = ", ".join(filter(None, [self.craft, self.craft_marks]))
        return craft or (str(self.agent) if self.agent else self.as_written)

    def question(self) -> tuple[str, ...]:
        """One took it, issued it and cleared it; those it shows or names are as many as the words."""
        return (self.role,) if self.role in self.ONE_ANSWER else (self.role, self.by_words())
