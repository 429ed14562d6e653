"""How to reach a donor. Private: no public code imports this module, and the package's facade leaves it out."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.models.agents import Agent


class DonorContact(models.Model):
    """A donor's address, telephone and private notes. Only registrars and admins see it."""

    agent = models.OneToOneField(Agent, models.CASCADE, related_name="+", verbose_name=_("donor"))
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=50, blank=True)
    address = models.TextField(_("address"), blank=True)
    note = models.TextField(_("private note"), blank=True)

    class Meta:
        verbose_name = _("donor contact")
        verbose_name_plural = _("donor contacts")

    def __str__(self) -> str:
        return str(self.agent)
