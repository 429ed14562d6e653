"""How photographs belong together."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Greatest, Least
from django.utils.translation import gettext_lazy as _

from archive.models.photos import Photo


class RelationQuerySet(models.QuerySet["Relation"]):
    """Relations by what is known of their other end."""

    def lost(self) -> Self:
        """Those whose other photograph nobody has found."""
        return self.filter(other__isnull=True)


class Relation(models.Model):
    """One photograph's relation to another, read from both ends. A lost target is kept as words.

    It is kept once: that A shows the state before B also says that B shows the state after A,
    and rules out the reverse.
    """

    class Kind(models.TextChoices):
        BEFORE = "before", _("the state before")
        AFTER = "after", _("the state after")
        SAME_SCENE = "same_scene", _("the same scene")
        SAME_EVENT = "same_event", _("the same event")
        SAME_RELEASE = "same_release", _("of the same release")
        CROPPED_FROM = "cropped_from", _("the print this one is cropped from")
        CROP = "crop", _("a crop of this one")
        OTHER_PRINT = "other_print_of", _("another print of the same picture")

    _INVERSES = {
        Kind.BEFORE: Kind.AFTER,
        Kind.AFTER: Kind.BEFORE,
        Kind.CROPPED_FROM: Kind.CROP,
        Kind.CROP: Kind.CROPPED_FROM,
    }

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="relations", verbose_name=_("photograph"))
    kind = models.CharField(_("the other one is"), max_length=15, choices=Kind.choices)
    other = models.ForeignKey(
        Photo,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="relations_to",
        verbose_name=_("other photograph"),
    )
    words = models.CharField(
        _("words"), max_length=300, blank=True, help_text=_("How the source puts it; all we have when it is lost.")
    )

    objects = RelationQuerySet.as_manager()

    class Meta:
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        constraints = [
            models.CheckConstraint(condition=Q(other__isnull=True) | ~Q(other=F("photo")), name="relation_to_another"),
            models.UniqueConstraint(
                Least("photo", "other"),
                Greatest("photo", "other"),
                Case(
                    When(kind__in=["before", "after"], then=Value("in time")),
                    When(kind__in=["cropped_from", "crop"], then=Value("crop")),
                    default=F("kind"),
                ),
                condition=Q(other__isnull=False),
                name="relation_once_from_either_end",
                violation_error_message=_(
                    "How these two belong together is stated already, perhaps from the other photograph. "
                    "It is read from both; change that statement instead."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.other or self.words}"

    @property
    def inverse(self) -> Relation.Kind:
        """What this photograph is to the other one."""
        kind = self.Kind(self.kind)
        return self._INVERSES.get(kind, kind)
