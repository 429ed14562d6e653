"""How far the smaller pictures of a master are made, which a worker does in the background."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.models.images import Image


class Preparation(models.Model):
    """The making of one picture's smaller ones: waiting, under way, done, or failed with the reason."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        UNDER_WAY = "under_way", _("being made")
        DONE = "done", _("ready")
        FAILED = "failed", _("failed")

    image = models.OneToOneField(
        Image, models.CASCADE, primary_key=True, related_name="preparation", verbose_name=_("picture")
    )
    state = models.CharField(_("state"), max_length=9, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    problem = models.TextField(_("what went wrong"), blank=True)
    asked_at = models.DateTimeField(_("asked for"), default=timezone.now)
    changed_at = models.DateTimeField(_("last change"), default=timezone.now)

    class Meta:
        verbose_name = _("preparation")
        verbose_name_plural = _("preparations")
        ordering = ["asked_at", "pk"]

    def __str__(self) -> str:
        return f"{self.image}: {self.get_state_display()}"
