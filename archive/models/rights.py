"""What law and donor allow, and the decisions the museum took on that ground."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.models.append_only import AppendOnly
from archive.vocabulary.copyright_terms import Making, Standing, standing
from archive.vocabulary.publication_rules import Copyright
from archive.vocabulary.rights import RIGHTS_TERMS, RightsTerm

_TERM_CHOICES = [(term.code, term.label) for term in RIGHTS_TERMS.values()]


class Rights(models.Model):
    """The rights in one photograph, or in all photographs of a gift that have no rights record of their own."""

    class How(models.TextChoices):
        US_GOVERNMENT = Making.US_GOVERNMENT.value, _("made for the US government, in the course of duty")
        UNPUBLISHED_NAMED = Making.UNPUBLISHED_NAMED.value, _("unpublished before 2003, the maker known")
        UNPUBLISHED_UNNAMED = (
            Making.UNPUBLISHED_UNNAMED.value,
            _("unpublished before 2003, the maker or the year of death not known"),
        )
        PUBLISHED_RENEWED = Making.PUBLISHED_RENEWED.value, _("published in the US with a notice, and renewed")
        PUBLISHED_NOT_RENEWED = Making.PUBLISHED_NOT_RENEWED.value, _("published in the US with a notice, not renewed")
        PUBLISHED_WITHOUT_NOTICE = (
            Making.PUBLISHED_WITHOUT_NOTICE.value,
            _("published in the US without a notice before 1978"),
        )
        ABROAD = Making.ABROAD.value, _("first published outside the US")

    accession = models.OneToOneField(
        "archive.Accession", models.CASCADE, null=True, blank=True, related_name="rights", verbose_name=_("accession")
    )
    photo = models.OneToOneField(
        "archive.Photo", models.CASCADE, null=True, blank=True, related_name="rights", verbose_name=_("photograph")
    )
    term = models.CharField(_("rights term"), max_length=20, choices=_TERM_CHOICES, blank=True)
    basis = models.TextField(_("ground of the term"), blank=True, help_text=_("Who made the picture, when, for whom."))
    making = models.CharField(
        _("how it was made and came out"), max_length=25, choices=How.choices, blank=True, default=""
    )
    year_made = models.PositiveSmallIntegerField(_("made in"), null=True, blank=True)
    year_published = models.PositiveSmallIntegerField(_("first published in"), null=True, blank=True)
    year_of_death = models.PositiveSmallIntegerField(_("the maker died in"), null=True, blank=True)
    embargo_until = models.DateField(
        _("public from"), null=True, blank=True, help_text=_("The first day on which the public may see it.")
    )
    staff_only = models.BooleanField(_("staff only"), default=False)

    class Meta:
        verbose_name = _("rights")
        verbose_name_plural = _("rights")
        indexes = [
            models.Index(fields=["embargo_until"], name="rights_embargo", condition=Q(embargo_until__isnull=False))
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(accession__isnull=False, photo__isnull=True)
                | Q(accession__isnull=True, photo__isnull=False),
                name="rights_of_one_thing",
                violation_error_message=_("Rights belong to one accession or to one photograph."),
            )
        ]

    def __str__(self) -> str:
        return self.get_term_display() or str(_("no rights term"))

    @property
    def rights_term(self) -> RightsTerm | None:
        """The term with its address and meaning, or None while nobody has said."""
        return RIGHTS_TERMS.get(self.term)

    def copyright_standing(self) -> Standing:
        """What the law says of the copyright, as far as these years tell."""
        return standing(
            Making(self.making), made=self.year_made, published=self.year_published, died=self.year_of_death
        )

    def clean(self) -> None:
        """Refuse a term that the years above contradict."""
        term, by_law, today = self.rights_term, self.copyright_standing(), timezone.localdate()
        if term and term.copyright is Copyright.FREE and by_law.is_protected_on(today):
            last = by_law.free_from.year - 1 if by_law.free_from else ""
            raise ValidationError(
                {
                    "term": _("By these years it is in copyright to the end of %(last)s (%(law)s).")
                    % {"last": last, "law": by_law.law}
                }
            )


class Decision(AppendOnly):
    """One decision about the public life of a photograph, with its reasons. Never changed: a later one follows it."""

    class Outcome(models.TextChoices):
        PUBLIC = "public", _("public")
        STAFF_ONLY = "staff_only", _("staff only")
        WITHDRAWN = "withdrawn", _("withdrawn")

    photo = models.ForeignKey("archive.Photo", models.PROTECT, related_name="decisions", verbose_name=_("photograph"))
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome.choices)
    reason = models.TextField(_("reason"), blank=True)
    limits = ArrayField(
        models.CharField(max_length=40), verbose_name=_("limits that held"), default=list, blank=True, editable=False
    )
    lifted = ArrayField(
        models.CharField(max_length=40), verbose_name=_("limits lifted"), default=list, blank=True, editable=False
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("decided by")
    )
    at = models.DateTimeField(_("decided at"), default=timezone.now)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(outcome="withdrawn") | ~Q(reason=""),
                name="decision_withdrawal_has_reason",
                violation_error_message=_("Say why the photograph is withdrawn."),
            ),
            models.CheckConstraint(
                condition=Q(lifted=[]) | (~Q(reason="") & Q(by__isnull=False)),
                name="decision_lifting_has_reason",
                violation_error_message=_("Say why the rules do not count for this photograph."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}, {self.at:%Y-%m-%d}"
