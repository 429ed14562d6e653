"""What is written on a print, its slip or the page it came from: letter for letter, one hand at a time."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.models.agents import Source
from archive.models.fields import VerbatimText
from archive.models.photos import Photo


class Transcription(models.Model):
    """The words of one hand on one carrier, kept letter for letter.

    A later hand, struck-out words or a museum's rewording are transcriptions of their own, never edits of this one.
    """

    class Carrier(models.TextChoices):
        RECTO = "recto", _("front of the print")
        VERSO = "verso", _("back of the print")
        SLIP = "slip", _("typed slip")
        ENVELOPE = "envelope", _("envelope")
        WEB_PAGE = "web_page", _("web page")

    class Layer(models.TextChoices):
        ORIGINAL = "original", _("original wording")
        STRUCK_OUT = "struck_out", _("struck out")
        LATER_HAND = "later_hand", _("later hand")
        MUSEUM = "museum", _("museum's wording")
        DONOR = "donor", _("donor's remark")
        TEASER = "teaser", _("shortened on a web page")

    class Cut(models.TextChoices):
        SITE_TEASER = "site_teaser", _("cut by the web page")
        ILLEGIBLE = "illegible", _("illegible beyond this")
        QUOTED_IN_PART = "quoted_in_part", _("quoted in part")

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="transcriptions", verbose_name=_("photograph"))
    carrier = models.CharField(_("where it stands"), max_length=10, choices=Carrier.choices)
    layer = models.CharField(_("layer"), max_length=10, choices=Layer.choices, default=Layer.ORIGINAL)
    language = models.CharField(_("language"), max_length=12, default="en", help_text=_("A BCP 47 tag."))
    text = VerbatimText(_("words"))
    excerpt_cause = models.CharField(_("not whole because"), max_length=15, choices=Cut.choices, blank=True)
    whole_at = models.CharField(_("whole text to be had at"), max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("transcribed by"),
    )
    at = models.DateTimeField(_("transcribed at"), default=timezone.now)
    source = models.ForeignKey(
        Source,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("read by"),
        help_text=_("Empty when the museum's own staff read it."),
    )
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("verified by"),
        help_text=_("A second person who compared it with the print."),
    )

    class Meta:
        verbose_name = _("transcription")
        verbose_name_plural = _("transcriptions")
        ordering = ["photo", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(verified_by__isnull=True) | ~models.Q(verified_by=models.F("by")),
                name="transcription_second_person",
                violation_error_message=_("Somebody else than the transcriber has to verify it."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.photo.number}, {self.get_carrier_display()}"

    @property
    def is_excerpt(self) -> bool:
        """Whether the words are known to be cut."""
        return bool(self.excerpt_cause)

    def is_caption(self) -> bool:
        """Whether it tells of the picture, as struck-out words alone do not."""
        return self.layer != self.Layer.STRUCK_OUT
