"""What the deed of gift says, clause by clause; and who else had a part in a gift.

The signed paper is a file of the accession, for those who keep the register.
"""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from archive.models.accessions import NAMES_DONOR, Accession
from archive.models.agents import Agent
from archive.vocabulary.exposure import Exposure
from archive.vocabulary.publication_rules import Title


class DeedOfGift(models.Model):
    """The clauses of one deed: whether title and copyright passed, what may be shown until when, and anonymity."""

    class TitleClause(models.TextChoices):
        PASSED = Title.PASSED.value, _("passed to the museum")
        NOT_PASSED = Title.NOT_PASSED.value, _("did not pass (loan, deposit)")
        UNKNOWN = Title.UNKNOWN.value, _("not said")

    class CopyrightClause(models.TextChoices):
        PASSED = "passed", _("passed to the museum")
        LICENSED = "licensed", _("stays with the donor, who lets the museum publish")
        KEPT = "kept", _("stays with the donor")
        UNKNOWN = "unknown", _("not said, or not the donor’s to give")

    class Showing(models.IntegerChoices):
        FULL = Exposure.FULL.value, _("everything may be shown")
        SMALL = Exposure.SMALL.value, _("only a small picture")
        WORDS = Exposure.WORDS.value, _("only the words, no picture")
        STAFF = Exposure.STAFF.value, _("nothing, staff only")

    accession = models.OneToOneField(
        Accession, models.PROTECT, related_name="deed_of_gift", verbose_name=_("accession")
    )
    signed_on = models.DateField(_("signed on"), null=True, blank=True)
    title = models.CharField(
        _("title to the prints"), max_length=10, choices=TitleClause.choices, default=TitleClause.UNKNOWN
    )
    copyright = models.CharField(
        _("copyright"), max_length=10, choices=CopyrightClause.choices, default=CopyrightClause.UNKNOWN
    )
    allows = models.PositiveSmallIntegerField(
        _("what the donor lets the museum show"), choices=Showing.choices, default=Showing.FULL
    )
    allows_until = models.DateField(
        _("so restricted until"),
        null=True,
        blank=True,
        help_text=_("The first day on which everything may be shown; empty when the restriction has no end."),
    )
    clause = models.TextField(
        _("words of the restriction"), blank=True, help_text=_("As the deed has them. For staff.")
    )
    is_anonymous = models.BooleanField(
        _("the donor stays unnamed"), default=False, help_text=_("The donor’s name is kept out of all that is public.")
    )

    class Meta:
        verbose_name = _("deed of gift")
        verbose_name_plural = _("deeds of gift")
        constraints = [
            models.CheckConstraint(
                condition=Q(allows_until__isnull=True) | ~Q(allows=Exposure.FULL.value),
                name="deed_day_needs_restriction",
                violation_error_message=_("A day ends a restriction: say what may be shown until then."),
            )
        ]

    def __str__(self) -> str:
        return str(_("deed of gift of %(number)s") % {"number": self.accession.number})

    def clean(self) -> None:
        gift = getattr(self, "accession", None)
        if self.is_anonymous and gift and gift.would_name_donor():
            raise ValidationError({"is_anonymous": NAMES_DONOR})

    @property
    def lets_publish(self) -> bool:
        """Whether the museum has the copyright, or the donor's leave to publish."""
        return self.copyright in (self.CopyrightClause.PASSED, self.CopyrightClause.LICENSED)


class AccessionParty(models.Model):
    """Somebody who had a part in a gift besides its donor and the intermediary: each part is another thing to thank."""

    class Role(models.TextChoices):
        OWNER = "owner", _("owner of the collection")
        INFORMANT = "informant", _("informant")
        DONOR = "donor", _("donor with others")
        INTERMEDIARY = "intermediary", _("another intermediary")

    accession = models.ForeignKey(Accession, models.PROTECT, related_name="parties", verbose_name=_("accession"))
    agent = models.ForeignKey(Agent, models.PROTECT, related_name="gift_parts", verbose_name=_("person or body"))
    role = models.CharField(_("part"), max_length=12, choices=Role.choices)
    note = models.CharField(_("note"), max_length=200, blank=True, help_text=_("For staff."))

    class Meta:
        verbose_name = _("part in a gift")
        verbose_name_plural = _("parts in gifts")
        ordering = ["accession__sort_key", "role", "pk"]
        constraints = [models.UniqueConstraint(fields=["accession", "agent", "role"], name="accessionparty_once")]

    def __str__(self) -> str:
        return f"{self.agent}, {self.get_role_display()}"

    def clean(self) -> None:
        gift = getattr(self, "accession", None)
        if self.role == self.Role.DONOR and gift and self.agent_id and self.agent_id == gift.donor_id:
            raise ValidationError(_("This is the donor of the accession already."))
