"""What a reader program or a visitor suggests. Never public, and never applied by itself."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.models.photos import Photo
from archive.models.transcriptions import Transcription


class ProposalQuerySet(models.QuerySet["Proposal"]):
    """Proposals by what became of them."""

    def open(self) -> Self:
        """Those nobody has decided."""
        return self.filter(state=Proposal.State.OPEN)


class Proposal(models.Model):
    """A statement somebody might make: its kind, its values, the words it rests on and the rule that found them.

    It becomes a statement only when a curator accepts it; a rejected one stays, so that it does not come back.
    """

    class Kind(models.TextChoices):
        DATING = "dating", _("date")
        PLACE = "place", _("place")
        CODE = "code", _("provenance code")
        SUBJECT = "subject", _("person, unit or craft")
        TITLE = "title", _("title")

    class State(models.TextChoices):
        OPEN = "open", _("open")
        ACCEPTED = "accepted", _("accepted")
        REJECTED = "rejected", _("rejected")

    VISITOR = "visitor"
    """The rule of what no rule found, but a visitor suggests."""

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="proposals", verbose_name=_("photograph"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    values = models.JSONField(_("values"), default=dict)
    as_written = models.CharField(_("as written"), max_length=500, blank=True)
    transcription = models.ForeignKey(
        Transcription, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("transcription")
    )
    span_start = models.PositiveIntegerField(_("first letter"), null=True, blank=True)
    span_end = models.PositiveIntegerField(_("after the last letter"), null=True, blank=True)
    rule = models.CharField(_("found by"), max_length=60)
    confidence = models.FloatField(_("confidence"), default=0.5)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    at = models.DateTimeField(_("made at"), default=timezone.now)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("suggestion")
        verbose_name_plural = _("suggestions")
        ordering = ["photo", "span_start", "pk"]
        permissions = [("decide_proposal", "Can accept and reject suggestions")]
        constraints = [
            models.UniqueConstraint(
                fields=["transcription", "kind", "span_start", "span_end"], name="proposal_once_for_words"
            ),
            models.CheckConstraint(
                condition=Q(span_start__isnull=True, span_end__isnull=True)
                | Q(span_start__isnull=False, span_end__isnull=False, span_start__lt=F("span_end")),
                name="proposal_span_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.as_written}"

    def still_stands(self) -> bool:
        """Whether its words still stand where they were read."""
        if self.transcription is None:
            return True
        return self.transcription.text[self.span_start : self.span_end] == self.as_written

    def is_open(self) -> bool:
        """Nobody has decided it."""
        return self.state == self.State.OPEN
