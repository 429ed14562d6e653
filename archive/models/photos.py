"""The photograph: the record that everything else is about. Lean on purpose; what is said of it are statements."""

from __future__ import annotations

from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.models.accessions import Accession, Box
from archive.models.fields import DerivedText
from archive.models.openness import exposure_now, open_now, shows_now
from archive.models.rights import Rights
from archive.vocabulary import gate
from archive.vocabulary.numbers import natural_key
from archive.vocabulary.publication_rules import Copyright, Living, Title
from archive.vocabulary.rights import RightsTerm


class PhotoQuerySet(models.QuerySet["Photo"]):
    """Photographs by where they stand on their way to the public."""

    def public(self) -> Self:
        """Those the public may see now. The index row is the gate's verdict; its twin is `Photo.is_public`."""
        return self.filter(open_now("entry__"), entry__isnull=False)

    def showing(self, exposure: gate.Exposure) -> Self:
        """Those of which the public may see at least this much now; its twin is `Photo.exposure`."""
        return self.filter(shows_now(exposure, "entry__"), entry__isnull=False)

    def with_exposure(self) -> Self:
        """With how much of each the public may see now, by the database's clock, as `shown`."""
        return self.annotate(shown=exposure_now("entry__"))

    def with_gate_facts(self) -> Self:
        """With all that the gate asks about, in one query."""
        return self.select_related("accession__rights", "accession__deed_of_gift", "rights")


class Photo(models.Model):
    """A donated print: one physical photograph with a front, a back and perhaps a slip.

    Nothing but its number and its accession is required: much is not known, and some is not looked at yet.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        REVIEW = "review", _("in review")
        PUBLIC = "public", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class Sensitivity(models.TextChoices):
        HUMAN_REMAINS = "human_remains", _("human remains")
        SUFFERING = "suffering", _("people in distress")
        SLUR = "slur", _("offensive words of the time")
        PRIVATE = "private", _("private matters of a person")

    class Living(models.TextChoices):
        UNKNOWN = "unknown", _("not looked at yet")
        NOBODY = "nobody", _("nobody who may be alive")
        PERHAPS = "perhaps", _("somebody who may be alive")
        CONSENTED = "consented", _("somebody who has agreed")

    accession = models.ForeignKey(Accession, models.PROTECT, related_name="photos", verbose_name=_("accession"))
    box = models.ForeignKey(Box, models.PROTECT, null=True, blank=True, related_name="photos", verbose_name=_("box"))
    number = models.CharField(_("number"), max_length=30, unique=True, editable=False)
    sort_key = DerivedText(max_length=60, source="number", by=natural_key, db_index=True)
    title = models.CharField(_("title"), max_length=300, blank=True)
    description = models.TextField(_("in short"), blank=True, help_text=_("What it shows, in our words of today."))
    size_words = models.CharField(_("size"), max_length=100, blank=True, help_text=_("As in 203 × 254 mm."))
    process = models.CharField(_("process"), max_length=100, blank=True)
    condition = models.TextField(_("condition"), blank=True)
    sensitivity = ArrayField(
        models.CharField(max_length=20, choices=Sensitivity.choices),
        verbose_name=_("sensitivity"),
        default=list,
        blank=True,
    )
    living = models.CharField(
        _("living people"),
        max_length=10,
        choices=Living.choices,
        default=Living.UNKNOWN,
        help_text=_("Whom it shows or names. It counts where private matters are ticked."),
    )
    lifted = ArrayField(
        models.CharField(max_length=40), verbose_name=_("limits lifted"), default=list, blank=True, editable=False
    )
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.DRAFT, editable=False, db_index=True
    )
    created_at = models.DateTimeField(_("catalogued"), default=timezone.now, editable=False)

    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = _("photograph")
        verbose_name_plural = _("photographs")
        ordering = ["sort_key"]
        permissions = [
            ("publish_photo", "Can publish a photograph"),
            ("withdraw_photo", "Can withdraw a photograph and bring it back"),
            ("lift_limit", "Can publish against the rules, with a written reason"),
            ("prefer_statement", "Can say which of several statements is shown first, and take it back"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()

    def get_absolute_url(self) -> str:
        return reverse("photo", args=[self.number])

    def rights_records(self) -> list[Rights]:
        """Its own rights record and that of the gift it came with, as far as there are any."""
        records = (getattr(self, "rights", None), getattr(self.accession, "rights", None))
        return [record for record in records if record is not None]

    def rights_term(self) -> RightsTerm | None:
        """What law and donor allow: its own term, else that of its gift, else None."""
        return next((record.rights_term for record in self.rights_records() if record.rights_term), None)

    def gate_facts(self) -> gate.Facts:
        """What the gate decides on. The embargoes of the photograph and of its gift both hold."""
        records, term = self.rights_records(), self.rights_term()
        return gate.Facts(
            published=self.state == self.State.PUBLIC,
            withdrawn=self.state == self.State.WITHDRAWN,
            staff_only=any(record.staff_only for record in records),
            accession_open=self.accession.is_open,
            has_rights_term=term is not None,
            embargoes=tuple(record.embargo_until for record in records if record.embargo_until),
            copyright=term.copyright if term else Copyright.UNDETERMINED,
            copyright_ends=next((record.copyright_standing().free_from for record in records if record.making), None),
            private_matters=self.Sensitivity.PRIVATE in self.sensitivity,
            living=Living(self.living),
            lifted=frozenset(self.lifted),
            **self._deed_facts(),
        )

    def _deed_facts(self) -> dict[str, Any]:
        """What the gate asks of the deed of gift; nothing without one."""
        deed = getattr(self.accession, "deed_of_gift", None)
        if deed is None:
            return {}
        return {
            "title": Title(deed.title),
            "has_permission": deed.lets_publish,
            "donor_allows": gate.Exposure(deed.allows),
            "donor_until": deed.allows_until,
        }

    def verdict(self) -> gate.Verdict:
        """May the public see it, from when, and what stands in the way."""
        return gate.decide(self.gate_facts())

    def is_public(self) -> bool:
        """Whether the public may see it now. The twin of `PhotoQuerySet.public`."""
        return self.verdict().is_open_on(timezone.localdate())

    def exposure(self) -> gate.Exposure:
        """How much of it the public may see now. The twin of `PhotoQuerySet.with_exposure`."""
        return self.verdict().on(timezone.localdate())
