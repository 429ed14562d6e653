"""Pictures of a print's sides, and the smaller ones made from them."""

from __future__ import annotations

import secrets

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from archive.models.photos import Photo


def random_key() -> str:
    """128 random bits: the name under which the public fetches a picture, renewed when it is withdrawn."""
    return secrets.token_hex(16)


class Image(models.Model):
    """One side of a print as scanned: the master file, written once, and what was measured of it."""

    class Side(models.TextChoices):
        RECTO = "recto", _("front")
        VERSO = "verso", _("back")
        DETAIL = "detail", _("detail")

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="images", verbose_name=_("photograph"))
    side = models.CharField(_("side"), max_length=6, choices=Side.choices)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    master = models.CharField(
        _("master file"), max_length=120, editable=False, help_text=_("Below the masters' folder.")
    )
    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True, editable=False)
    size = models.PositiveBigIntegerField(_("bytes"), editable=False)
    format = models.CharField(_("format"), max_length=5, editable=False)
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    tone = models.CharField(_("mean colour"), max_length=7, editable=False, help_text=_("As #rrggbb."))
    likeness = models.BigIntegerField(_("perceptual hash"), null=True, editable=False)
    key = models.CharField(_("public key"), max_length=32, unique=True, default=random_key, editable=False)
    alt = models.CharField(_("what it shows"), max_length=300, blank=True)
    is_hidden = models.BooleanField(_("kept back"), default=False, help_text=_("Not shown to the public."))
    is_illustration = models.BooleanField(_("drawn, not photographed"), default=False)

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["photo", "position", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(width__gt=0, height__gt=0), name="image_has_area"),
            models.UniqueConstraint(fields=["photo", "side", "position"], name="image_side_once"),
        ]

    def __str__(self) -> str:
        return f"{self.photo.number}, {self.get_side_display()}"

    @property
    def order(self) -> tuple[int, int]:
        """Fronts before backs before details."""
        return (_SIDES_IN_ORDER[self.side], self.position)


_SIDES_IN_ORDER = {side: place for place, side in enumerate(Image.Side.values)}


class Derivative(models.Model):
    """A smaller picture made from a master. May be thrown away and made again."""

    image = models.ForeignKey(Image, models.CASCADE, related_name="derivatives", verbose_name=_("picture"))
    spec = models.CharField(_("use"), max_length=10)
    path = models.CharField(_("file"), max_length=120)
    width = models.PositiveIntegerField(_("width"))
    height = models.PositiveIntegerField(_("height"))
    size = models.PositiveIntegerField(_("bytes"))

    class Meta:
        verbose_name = _("derivative")
        verbose_name_plural = _("derivatives")
        constraints = [models.UniqueConstraint(fields=["image", "spec"], name="derivative_once")]

    def __str__(self) -> str:
        return f"{self.image_id} {self.spec} {self.width} × {self.height}"
