"""Addresses that nobody can guess: a donor's page, a request to take something down. The token is kept as its hash."""

from __future__ import annotations

import hashlib
import secrets
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.models.agents import Agent
from archive.models.photos import Photo
from archive.models.users import User


def hashed(token: str) -> str:
    """What the database keeps of a token: who reads the database cannot open the page."""
    return hashlib.sha256(token.encode()).hexdigest()


def new_token() -> str:
    """256 random bits, as they stand in an address."""
    return secrets.token_urlsafe(32)


class DonorLinkQuerySet(models.QuerySet["DonorLink"]):
    """Links by whether they still open."""

    def working(self) -> Self:
        """Those that nobody revoked."""
        return self.filter(revoked_at__isnull=True)

    def opened_by(self, token: str) -> DonorLink | None:
        """The working link with this token."""
        return self.working().filter(token_hash=hashed(token)).select_related("agent").first()


class DonorLink(models.Model):
    """A donor's own page, opened by an address that only the donor was given, until it is revoked."""

    agent = models.ForeignKey(Agent, models.PROTECT, related_name="donor_links", verbose_name=_("donor"))
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("made by")
    )
    made_at = models.DateTimeField(_("made at"), default=timezone.now, editable=False)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, editable=False)

    objects = DonorLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("donor’s link")
        verbose_name_plural = _("donors’ links")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.agent}, {self.made_at:%Y-%m-%d}"

    @classmethod
    def give(cls, agent: Agent, *, by: User | None) -> str:
        """Make a link for this donor. Returns its token, which is told once and kept nowhere."""
        token = new_token()
        cls.objects.create(agent=agent, token_hash=hashed(token), made_by=by)
        return token

    def is_working(self) -> bool:
        """Whether it still opens. The twin of `DonorLinkQuerySet.working`."""
        return self.revoked_at is None

    def revoke(self) -> None:
        """Close it for good; a second time changes nothing."""
        if self.is_working():
            self.revoked_at = timezone.now()
            self.save(update_fields=["revoked_at"])


class TakedownQuerySet(models.QuerySet["TakedownRequest"]):
    """Requests by whether somebody has answered."""

    def waiting(self) -> Self:
        """Those without an answer, the oldest first."""
        return self.filter(answered_at__isnull=True).order_by("at", "pk")


class TakedownRequest(models.Model):
    """Somebody asks that a photograph be taken down. What they wrote is kept; who they are is for staff alone."""

    class Ground(models.TextChoices):
        PRIVACY = "privacy", _("It shows me or somebody of my family")
        COPYRIGHT = "copyright", _("I hold the copyright")
        CULTURE = "culture", _("It should not be shown, for cultural or religious reasons")
        OTHER = "other", _("Something else")

    class Outcome(models.TextChoices):
        WITHDRAWN = "withdrawn", _("taken down")
        KEPT = "kept", _("stays public")

    number = models.CharField(_("number or address of the photograph"), max_length=200)
    photo = models.ForeignKey(
        Photo, models.PROTECT, null=True, blank=True, related_name="takedowns", verbose_name=_("photograph")
    )
    ground = models.CharField(_("reason"), max_length=10, choices=Ground.choices)
    message = models.TextField(_("what you want us to know"), max_length=5000)
    name = models.CharField(_("your name"), max_length=200, blank=True)
    contact = models.CharField(_("how to reach you"), max_length=200, blank=True)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    at = models.DateTimeField(_("received at"), default=timezone.now, editable=False)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome.choices, blank=True, editable=False)
    answer = models.TextField(_("answer"), max_length=5000, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("answered by")
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, editable=False)

    objects = TakedownQuerySet.as_manager()

    class Meta:
        verbose_name = _("takedown request")
        verbose_name_plural = _("takedown requests")
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, outcome="")
                | (Q(answered_at__isnull=False) & ~Q(outcome="") & ~Q(answer="")),
                name="takedown_answer_is_whole",
                violation_error_message=_("An answer says what was decided, and why."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.number}, {self.at:%Y-%m-%d}"

    def is_waiting(self) -> bool:
        """Whether nobody has answered yet. The twin of `TakedownQuerySet.waiting`."""
        return self.answered_at is None
