"""What a visitor says is wrong with a photograph's page, and what became of it. Never public before it is accepted."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from archive.models.agents import Source
from archive.models.letters import hashed
from archive.models.photos import Photo
from archive.models.senders import SenderContact

_AT_ONCE = timedelta(hours=1)
"""Within this time the same words about the same fact are one correction, sent twice."""


def random_name(_correction: Correction, _name: str) -> str:
    """Where the file that a visitor sends is kept: nothing of its own name, which anybody could choose."""
    return f"corrections/{secrets.token_hex(16)}"


class CorrectionQuerySet(models.QuerySet["Correction"]):
    """Corrections by what became of them."""

    def open(self) -> Self:
        """Those nobody has answered, the oldest first."""
        return self.filter(state=Correction.State.OPEN).order_by("sent_at", "pk")

    def accepted(self) -> Self:
        """Those that helped."""
        return self.filter(state=Correction.State.ACCEPTED)

    def opened_by(self, token: str) -> Correction | None:
        """The one whose private address has this token."""
        return self.filter(token_hash=hashed(token)).select_related("photo").first()

    def keep(self, sent: Correction, *, email: str = "") -> str:
        """Keep what was sent; the same sent again at once is one. Returns the token of its private address."""
        sent.digest = sent.digested(email)
        with transaction.atomic():
            Photo.objects.select_for_update(no_key=True).get(pk=sent.photo_id)
            since = timezone.now() - _AT_ONCE
            for same in self.open().filter(photo=sent.photo_id, digest=sent.digest, sent_at__gt=since):
                # Under another secret key its address would be another one.
                if same.token_hash == hashed(same.token()):
                    return same.token()
            sent.token_hash = hashed(sent.token())
            sent.save()
            if email:
                SenderContact.objects.create(correction=sent, email=email)
        return sent.token()


class Correction(models.Model):
    """A visitor tells of one fact what it should be. Accepted, it makes a statement with the visitor as its source.

    The fact is kept as it stood, so that it can be answered when the statement is gone: `about` is its slug, `label`
    its heading, `shown` what visitors read, `asked` what another statement needs to answer the same question. What
    nobody has stated yet is named by its question, as in ``date-depicted``.
    """

    class Kind(models.TextChoices):
        DATE = "date", _("date")
        PLACE = "place", _("place")
        SUBJECT = "subject", _("person, unit or craft")
        CODE = "code", _("provenance code")
        TITLE = "title", _("title")
        DESCRIPTION = "description", _("in short")
        WORDS = "words", _("words on the print")

    class State(models.TextChoices):
        OPEN = "open", _("open")
        ACCEPTED = "accepted", _("accepted")
        REJECTED = "rejected", _("rejected")

    TEXTS = (Kind.TITLE, Kind.DESCRIPTION)
    """What is written in the photograph itself."""

    photo = models.ForeignKey(Photo, models.PROTECT, related_name="corrections", verbose_name=_("photograph"))
    kind = models.CharField(
        _("kind"), max_length=12, help_text=_("One of ours, or how another app names its statements.")
    )
    about = models.CharField(_("about"), max_length=40)
    label = models.CharField(_("what it answers"), max_length=100)
    asked = models.JSONField(_("what it asks"), default=dict, blank=True)
    shown = models.TextField(_("what stood there"), blank=True)
    told = models.TextField(_("what it should say"), max_length=20_000)
    words = models.TextField(_("how you know"), max_length=5000, blank=True)
    link = models.CharField(_("where it can be read"), max_length=500, blank=True)
    evidence = models.FileField(_("file"), upload_to=random_name, blank=True, max_length=60)
    evidence_kind = models.CharField(_("kind of file"), max_length=4, blank=True, editable=False)
    evidence_sha256 = models.CharField(_("SHA-256 of the file"), max_length=64, blank=True, editable=False)
    name = models.CharField(_("your name"), max_length=200, blank=True)
    wants_credit = models.BooleanField(_("name me beside the correction"), default=False)
    digest = models.CharField(max_length=64, editable=False)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    sent_at = models.DateTimeField(_("sent at"), default=timezone.now, editable=False)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.OPEN, editable=False, db_index=True
    )
    answer = models.TextField(_("answer"), max_length=5000, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("answered by")
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, editable=False)
    source = models.ForeignKey(
        Source, models.PROTECT, null=True, related_name="+", verbose_name=_("source"), editable=False
    )
    made = models.CharField(_("what it became"), max_length=40, blank=True, editable=False)
    before = models.JSONField(_("what stood before"), default=dict, blank=True, editable=False)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-sent_at", "-pk"]
        permissions = [("answer_correction", "Can answer visitors’ corrections")]
        indexes = [models.Index(fields=["state", "sent_at"], name="correction_queue")]
        constraints = [
            models.CheckConstraint(condition=~Q(told=""), name="correction_says_something"),
            models.CheckConstraint(
                condition=Q(wants_credit=False) | ~Q(name=""),
                name="correction_credit_has_name",
                violation_error_message=_("Tell us the name that shall stand there."),
            ),
            models.CheckConstraint(
                condition=Q(state="open", answer="", answered_by__isnull=True, answered_at__isnull=True, made="")
                | Q(state="accepted", answered_at__isnull=False) & ~Q(made="")
                | Q(state="rejected", answered_at__isnull=False, made="") & ~Q(answer=""),
                name="correction_answer_is_whole",
                violation_error_message=_("An answer says what was decided; a rejection says why."),
            ),
            models.CheckConstraint(
                condition=~Q(state="accepted") | Q(source__isnull=False) | Q(kind__in=["title", "description"]),
                name="correction_made_has_source",
            ),
            models.CheckConstraint(
                condition=Q(evidence="", evidence_kind="", evidence_sha256="")
                | ~Q(evidence="") & ~Q(evidence_kind="") & ~Q(evidence_sha256=""),
                name="correction_file_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.photo.number}, {self.label}, {self.sent_at:%Y-%m-%d}"

    def is_open(self) -> bool:
        """Whether nobody has answered it. The twin of `CorrectionQuerySet.open`."""
        return self.state == self.State.OPEN

    def digested(self, email: str) -> str:
        """What two corrections that say the same of the same fact have in common. Keyed: nobody guesses it."""
        told = (self.photo_id, self.about, self.told, self.words, self.link, self.evidence_sha256)
        return salted_hmac(
            "correction", repr((*told, self.name, self.wants_credit, email)), algorithm="sha256"
        ).hexdigest()

    def token(self) -> str:
        """The token of its private address. The database keeps the hash alone; our secret key makes it again."""
        return salted_hmac(
            "correction-token", f"{self.digest} {self.sent_at.timestamp():.6f}", algorithm="sha256"
        ).hexdigest()

    def helper(self) -> str:
        """Who is thanked for it in public."""
        return self.name if self.wants_credit else gettext("a visitor")
