"""What every statement about a photograph carries: its words, its ground, who made it and how sure they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import Case, F, IntegerField, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Certainty(models.TextChoices):
    """How sure a statement is. A rejected one is kept, so that nobody has to disprove it twice."""

    STATED = "stated", _("stated")
    PROBABLE = "probable", _("probable")
    POSSIBLE = "possible", _("possible")
    REJECTED = "rejected", _("rejected")


class Basis(models.TextChoices):
    """The ground a statement rests on."""

    INSCRIPTION = "inscription", _("written on the print")
    CAPTION = "caption", _("caption")
    DONOR = "donor", _("told by the donor")
    COMPARISON = "comparison", _("comparison with another picture")
    PUBLICATION = "publication", _("publication")
    INFERENCE = "inference", _("inference")


_BY_SURENESS = Case(
    *(When(certainty=value, then=Value(rank)) for rank, value in enumerate(Certainty.values)),
    output_field=IntegerField(),
)


class StatementQuerySet(models.QuerySet[Any]):
    """Statements by how they stand."""

    def standing(self) -> StatementQuerySet:
        """Those that nobody has rejected."""
        return self.exclude(certainty=Certainty.REJECTED)

    def shown_first(self) -> StatementQuerySet:
        """The preferred one first, then the surest, then the oldest."""
        return self.order_by("-preferred", _BY_SURENESS, "pk")


class Statement(models.Model):
    """Something said of a photograph, with its evidence.

    Two statements may disagree: both stay, one may be preferred, with a reason. Each kind of statement adds the
    photograph (`photo`) and what it states.
    """

    as_written = models.CharField(
        _("as written"),
        max_length=500,
        blank=True,
        help_text=_("The words of the source, letter for letter."),
    )
    certainty = models.CharField(_("certainty"), max_length=10, choices=Certainty.choices, default=Certainty.STATED)
    basis = models.CharField(_("ground"), max_length=12, choices=Basis.choices)
    source = models.ForeignKey(
        "archive.Source", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source")
    )
    transcription = models.ForeignKey(
        "archive.Transcription",
        models.RESTRICT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("transcription"),
        help_text=_("Where the words stand on this print."),
    )
    span_start = models.PositiveIntegerField(_("first letter"), null=True, blank=True)
    span_end = models.PositiveIntegerField(_("after the last letter"), null=True, blank=True)
    reasoning = models.TextField(_("reasoning"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("entered by"),
        help_text=_("Empty when a program of the archive entered it."),
    )
    at = models.DateTimeField(_("entered at"), default=timezone.now)
    preferred = models.BooleanField(_("preferred"), default=False, help_text=_("Shown first where sources disagree."))

    objects = StatementQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(span_start__isnull=True, span_end__isnull=True)
                | Q(transcription__isnull=False, span_start__isnull=False, span_end__isnull=False)
                & Q(span_start__lt=F("span_end")),
                name="%(class)s_span_in_order",
                violation_error_message=_("A span needs a transcription, and must begin before it ends."),
            ),
            models.CheckConstraint(
                condition=Q(preferred=False) | ~Q(certainty=Certainty.REJECTED),
                name="%(class)s_rejected_not_preferred",
                violation_error_message=_("A rejected statement cannot be the preferred one."),
            ),
        ]

    def is_standing(self) -> bool:
        """Nobody has rejected it."""
        return self.certainty != Certainty.REJECTED


S = TypeVar("S", bound=Statement)
_SUREST_FIRST = {value: place for place, value in enumerate(Certainty.values)}


def ranked(statements: Iterable[S]) -> list[S]:
    """The standing ones in the order of `StatementQuerySet.shown_first`, for statements fetched already."""
    standing = [statement for statement in statements if statement.is_standing()]
    return sorted(standing, key=lambda one: (not one.preferred, _SUREST_FIRST[one.certainty], one.pk))
