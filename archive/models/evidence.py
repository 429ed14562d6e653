"""What every statement about a photograph carries: its words, its ground, who made it and how sure they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, F, IntegerField, OuterRef, Q, Subquery, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.models.proposals import Proposal


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
    VISITOR = "visitor", _("told by a visitor")


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

    def with_origin(self) -> StatementQuerySet:
        """With the rule whose suggestion became the statement, as `origin`; None where somebody thought of it."""
        own = {name: OuterRef(name) for name in ("photo", "transcription", "span_start", "span_end")}
        # Who makes another statement of words that were decided before is not the one who decided them.
        made = Proposal.objects.filter(
            **own, kind=self.model.PROPOSED_AS, state=Proposal.State.ACCEPTED, decided_by=OuterRef("by")
        )
        return self.annotate(origin=Subquery(made.values("rule")[:1]))


class Statement(models.Model):
    """Something said of a photograph, with its evidence.

    Two statements may disagree: both stay, one may be preferred, with a reason. Each kind of statement adds the
    photograph (`photo`) and what it states.
    """

    KEY: ClassVar[str]
    """How addresses name this kind of statement, as in ``date-12``."""
    PROPOSED_AS: ClassVar[str] = ""
    """The kind of `Proposal` that becomes such a statement."""

    origin: str | None = None
    """What suggested it, where `StatementQuerySet.with_origin` has asked."""

    if TYPE_CHECKING:
        photo: Any
        photo_id: int

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
    preferred = models.BooleanField(
        _("preferred"), default=False, editable=False, help_text=_("Shown first where sources disagree.")
    )
    preferred_because = models.TextField(_("preferred because"), blank=True, editable=False)
    preferred_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("preferred by"),
    )
    preferred_at = models.DateTimeField(_("preferred at"), null=True, editable=False)
    tells_rejection = models.BooleanField(
        _("visitors read that it was rejected"),
        default=False,
        help_text=_("Of what is rejected visitors are told nothing, unless this is ticked. They then read why."),
    )
    keeps_past_back = models.BooleanField(
        _("visitors do not read what it said before"),
        default=False,
        help_text=_("For names and words that should not be read any more. Staff still find them in the history."),
    )

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
            models.CheckConstraint(
                condition=Q(preferred=False, preferred_because="", preferred_by__isnull=True, preferred_at__isnull=True)
                | Q(preferred=True, preferred_at__isnull=False) & ~Q(preferred_because=""),
                name="%(class)s_preference_signed",
                violation_error_message=_("What is preferred has a reason and a day; what is not has neither."),
            ),
            models.CheckConstraint(
                condition=Q(tells_rejection=False) | Q(certainty=Certainty.REJECTED) & ~Q(reasoning=""),
                name="%(class)s_told_rejection_has_reason",
                violation_error_message=_(
                    "Visitors are told that a statement was rejected only when it is, and with the reasoning."
                ),
            ),
        ]

    def clean(self) -> None:
        """Refuse to change what a preference rests on: that the statement stands, and what it answers."""
        if self.preferred and not self.is_standing():
            raise ValidationError(_("It is the preferred one. Take that back before you reject it."))
        if self.preferred and self.pk and type(self)._default_manager.get(pk=self.pk).question() != self.question():
            raise ValidationError(_("It is the preferred one. Take that back before it answers something else."))

    @property
    def slug(self) -> str:
        """How addresses name this statement, as in ``date-12``."""
        return f"{self.KEY}-{self.pk}"

    def is_standing(self) -> bool:
        """Nobody has rejected it."""
        return self.certainty != Certainty.REJECTED

    def is_tellable(self) -> bool:
        """Whether the public may read it where it may see the photograph. Nothing is said of private persons."""
        return True

    def is_told(self) -> bool:
        """Whether the public reads it where it may see the photograph: as it stands, or as rejected."""
        return self.is_tellable() and (self.is_standing() or self.tells_rejection)

    def is_recallable(self) -> bool:
        """Whether the public may read, of a statement as it once was, what it said then."""
        return self.is_tellable()

    def label(self) -> str:
        """What it answers, as a heading: taken, place, photographer …"""
        return str(self._meta.verbose_name)

    def in_words(self) -> str:
        """What it says, in words of today."""
        return self.as_written

    def about_url(self) -> str:
        """The page of what it names; empty when that has none."""
        return ""

    def question(self) -> tuple[str, ...]:
        """What it answers. Of one photograph, statements of a kind with the same question may disagree."""
        return (self.by_words(),)

    def by_words(self) -> str:
        """The words it rests on, by which readings of the same words find each other; else something of its own."""
        return self.as_written or f"#{self.pk}"

    def rivals(self) -> list[Self]:
        """The other statements that answer the same, rejected ones too, in the order they are shown in."""
        same_kind: Any = type(self)._default_manager
        about = same_kind.filter(photo=self.photo_id).exclude(pk=self.pk).shown_first()
        return [one for one in about if one.question() == self.question()]


S = TypeVar("S", bound=Statement)
_SUREST_FIRST = {value: place for place, value in enumerate(Certainty.values)}


def ranked(statements: Iterable[S]) -> list[S]:
    """The standing ones in the order of `StatementQuerySet.shown_first`, for statements fetched already."""
    standing = [statement for statement in statements if statement.is_standing()]
    return sorted(standing, key=lambda one: (not one.preferred, _SUREST_FIRST[one.certainty], one.pk))
