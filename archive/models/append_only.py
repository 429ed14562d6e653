"""Records that are only ever added to. The database refuses changes too (migration 0002)."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class AppendOnly(models.Model):
    """A record that is written once. What was wrong is answered by a later record, not mended."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the record. Raises ValidationError when it was written before."""
        if not self._state.adding:
            raise ValidationError(_("This record is written once. Add another one that corrects it."))
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refused: raises ValidationError."""
        raise ValidationError(_("This record is kept for good. Add another one that corrects it."))
