"""Pictures that look alike: how they are recognised, and what a person said of each pair."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.models.images import Image


class Sketch(models.Model):
    """A picture shrunk to grey cells, by which its copies are recognised (`archive.images.likeness`).

    May be thrown away and made again.
    """

    image = models.OneToOneField(
        Image, models.CASCADE, primary_key=True, related_name="sketch", verbose_name=_("picture")
    )
    cells = models.BinaryField(_("grey cells"))
    whole = models.BigIntegerField(_("difference hash of the whole"))
    inner = models.BigIntegerField(_("difference hash of its inner part"))

    class Meta:
        verbose_name = _("sketch")
        verbose_name_plural = _("sketches")

    def __str__(self) -> str:
        return str(self.image)


class Resemblance(models.Model):
    """Two pictures that look alike to the machine, and what a person says of them."""

    class Answer(models.TextChoices):
        OPEN = "open", _("not looked at yet")
        SAME_PRINT = "same_print", _("the same print")
        SAME_SCENE = "same_scene", _("the same scene")
        DIFFERENT = "different", _("different")

    image = models.ForeignKey(Image, models.CASCADE, related_name="resembles", verbose_name=_("later picture"))
    other = models.ForeignKey(Image, models.CASCADE, related_name="resembled_by", verbose_name=_("earlier picture"))
    closeness = models.FloatField(_("how alike"), help_text=_("1 is equal."))
    answer = models.CharField(_("answer"), max_length=10, choices=Answer.choices, default=Answer.OPEN)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("answered by")
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    seen_at = models.DateTimeField(_("noticed at"), default=timezone.now)

    class Meta:
        verbose_name = _("resemblance")
        verbose_name_plural = _("resemblances")
        ordering = ["-closeness", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["image", "other"], name="resemblance_once"),
            models.CheckConstraint(condition=~Q(image=F("other")), name="resemblance_of_two"),
            models.CheckConstraint(
                condition=Q(answer="open", answered_at__isnull=True) | ~Q(answer="open") & Q(answered_at__isnull=False),
                name="resemblance_answered_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.image} ~ {self.other}"
