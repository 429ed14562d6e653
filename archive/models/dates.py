"""Statements of when."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from archive.models.evidence import Statement
from archive.models.fields import DerivedDate
from archive.models.photos import Photo
from archive.models.proposals import Proposal
from archive.models.spans import earliest_day, edtf_date, latest_day
from archive.vocabulary.date_words import in_words
from archive.vocabulary.dates import EdtfDate


class Dating(Statement):
    """When something about the photograph was: the exposure, an event it tells of, the release, the receipt.

    The words stay as written; what we make of them is an EDTF date (ISO 8601-2) with its first and last day.
    """

    KEY = "date"
    PROPOSED_AS = Proposal.Kind.DATING

    class Role(models.TextChoices):
        DEPICTED = "depicted", _("taken")
        EVENT = "event", _("event told of")
        RELEASE = "release", _("released")
        RECEIPT = "receipt", _("received")
        RADIOED = "radioed", _("sent by radio")
        CATALOGUER = "cataloguer", _("dated by a cataloguer")

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="datings", verbose_name=_("photograph"))
    role = models.CharField(_("of what"), max_length=10, choices=Role.choices, default=Role.DEPICTED)
    edtf = models.CharField(
        _("EDTF"), max_length=100, blank=True, validators=[edtf_date], help_text=_("As in 1944-23 or 1944-11-10~.")
    )
    earliest = DerivedDate(_("earliest"), null=True, source="edtf", by=earliest_day)
    latest = DerivedDate(_("latest"), null=True, source="edtf", by=latest_day)

    class Meta(Statement.Meta):
        verbose_name = _("statement of date")
        verbose_name_plural = _("statements of date")
        ordering = ["-preferred", "pk"]
        constraints = [
            *Statement.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(edtf="") | ~Q(as_written=""),
                name="dating_says_something",
                violation_error_message=_("Give the date as written, as EDTF, or both."),
            ),
            models.UniqueConstraint(
                fields=["photo", "role"],
                condition=Q(preferred=True) & ~Q(role="event"),
                name="dating_one_preferred",
                violation_error_message=_("Another date of this kind is preferred already."),
            ),
            models.UniqueConstraint(
                fields=["photo", "as_written"],
                condition=Q(preferred=True, role="event") & ~Q(as_written=""),
                name="dating_one_preferred_event",
                violation_error_message=_("Another date of this event is preferred already."),
            ),
        ]

    def __str__(self) -> str:
        return self.as_written or self.edtf

    def label(self) -> str:
        return str(self.Role(self.role).label)

    def in_words(self) -> str:
        """The date in words; as written where that could not be made a date."""
        return in_words(EdtfDate.parse(self.edtf)).render(gettext) if self.edtf else self.as_written

    def question(self) -> tuple[str, ...]:
        """A photograph was taken once; the events its words tell of are as many as the words."""
        return (self.role, self.by_words()) if self.role == self.Role.EVENT else (self.role,)
