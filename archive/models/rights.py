"""What law and donor allow, and the decisions the museum took on that ground."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.models.append_only import AppendOnly
from archive.vocabulary.rights import RIGHTS_TERMS, RightsTerm

_TERM_CHOICES = [(term.code, term.label) for term in RIGHTS_TERMS.values()]


class Rights(models.Model):
    """The rights in one photograph, or in all photographs of a gift that have no rights record of their own."""

    accession = models.OneToOneField(
        "archive.Accession", models.CASCADE, null=True, blank=True, related_name="rights", verbose_name=_("accession")
    )
    photo = models.OneToOneField(
        "archive.Photo", models.CASCADE, null=True, blank=True, related_name="rights", verbose_name=_("photograph")
    )
    term = models.CharField(_("rights term"), max_length=20, choices=_TERM_CHOICES, blank=True)
    basis = models.TextField(_("ground of the term"), blank=True, help_text=_("Who made the picture, when, for whom."))
    embargo_until = models.DateField(
        _("public from"), null=True, blank=True, help_text=_("The first day on which the public may see it.")
    )
    staff_only = models.BooleanField(_("staff only"), default=False)

    class Meta:
        verbose_name = _("rights")
        verbose_name_plural = _("rights")
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


class Decision(AppendOnly):
    """One decision about the public life of a photograph, with its reasons. Never changed: a later one follows it."""

    class Outcome(models.TextChoices):
        PUBLIC = "public", _("public")
        STAFF_ONLY = "staff_only", _("staff only")
        WITHDRAWN = "withdrawn", _("withdrawn")

    photo = models.ForeignKey("archive.Photo", models.PROTECT, related_name="decisions", verbose_name=_("photograph"))
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome.choices)
    reason = models.TextField(_("reason"), blank=True)
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
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}, {self.at:%Y-%m-%d}"
