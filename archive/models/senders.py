"""How to reach who sent a correction. Private: no public code imports this module, and the facade leaves it out.

The address never enters the history, which is kept for good: once it is forgotten here, it is forgotten.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class SenderContact(models.Model):
    """A visitor's e-mail address, for those who answer corrections and nobody else."""

    correction = models.OneToOneField(
        "archive.Correction", models.CASCADE, related_name="+", verbose_name=_("correction")
    )
    email = models.EmailField(_("e-mail"))

    class Meta:
        verbose_name = _("contact of a sender")
        verbose_name_plural = _("contacts of senders")

    def __str__(self) -> str:
        return str(self.correction)
