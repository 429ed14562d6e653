"""What stays of a photograph that the public once saw: its number and the moment it went. No title, no words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.models.photos import Photo


class TombstoneQuerySet(models.QuerySet["Tombstone"]):
    """Tombstones by whether they stand."""

    def standing(self) -> Self:
        """Those whose photograph the public cannot see now: deleted records, to a harvester."""
        return self.filter(~Exists(Photo.objects.public().filter(pk=OuterRef("photo"))))

    def of(self, number: str) -> Tombstone | None:
        """The one standing at the address of this photograph number."""
        return self.standing().filter(number=number).first()

    def raise_over(self, photos: Iterable[int]) -> None:
        """Note that the public saw these photographs until now, and no longer than that where an older one was left."""
        numbers = Photo.objects.filter(pk__in=list(photos)).values_list("pk", "number")
        rows = [Tombstone(photo_id=pk, number=number) for pk, number in numbers]
        Tombstone.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["photo"], update_fields=["number", "since"]
        )


class Tombstone(models.Model):
    """One photograph that was public and is not: its address answers 410, and harvesters are told it is deleted.

    Written with the index, in the same transaction; gone when the photograph is public again.
    """

    photo = models.OneToOneField(Photo, models.CASCADE, primary_key=True, related_name="tombstone")
    number = models.CharField(_("number"), max_length=30, unique=True)
    since = models.DateTimeField(_("not public since"), default=timezone.now, db_index=True)

    objects = TombstoneQuerySet.as_manager()

    class Meta:
        verbose_name = _("tombstone")
        verbose_name_plural = _("tombstones")
        ordering = ["since", "pk"]

    def __str__(self) -> str:
        return self.number
