"""Two records of one source made one, and made two again."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.forms import model_to_dict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.models.agents import Source
from archive.models.users import User


class SourceMergeManager(models.Manager["SourceMerge"]):
    """Merging is done here, so that a merge is never without its record."""

    def merge(self, merged: Source, *, into: Source, by: User | None) -> SourceMerge:
        """Let everything that rests on `merged` rest on `into`, and remove `merged`; the record of what moved.

        Raises ValidationError where both are one, or one is derived from the other.
        """
        with transaction.atomic():
            both = Source.objects.select_for_update().in_bulk([merged.pk, into.pk])
            _check(both.get(merged.pk), both.get(into.pk))
            moved = {label: list(rows.values_list("pk", flat=True)) for label, rows in _resting_on(merged)}
            for label, rows in _resting_on(merged):
                rows.update(**{label.rpartition(".")[2]: into})
            was = model_to_dict(both[merged.pk])
            record = self.create(kept=into, was=was, moved={label: pks for label, pks in moved.items() if pks}, by=by)
            both[merged.pk].delete()
        return record


class SourceMerge(models.Model):
    """That a source was found to be another one: what it was, and which rows moved (by ``app.model.field``)."""

    kept = models.ForeignKey(Source, models.PROTECT, related_name="merges", verbose_name=gettext_lazy("kept"))
    was = models.JSONField(gettext_lazy("the source that was merged"))
    moved = models.JSONField(gettext_lazy("what moved"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=gettext_lazy("by")
    )
    at = models.DateTimeField(gettext_lazy("at"), default=timezone.now)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=gettext_lazy("undone by")
    )
    undone_at = models.DateTimeField(gettext_lazy("undone at"), null=True)

    objects = SourceMergeManager()

    class Meta:
        verbose_name = gettext_lazy("merge of sources")
        verbose_name_plural = gettext_lazy("merges of sources")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.was['title']} → {self.kept}"

    @property
    def count(self) -> int:
        """How many rows moved."""
        return sum(map(len, self.moved.values()))

    def undo(self, *, by: User | None) -> Source:
        """Bring the merged source back, with all that moved and still rests on the source that was kept.

        Raises ValidationError where it was undone before, or another source has its title and author now.
        """
        with transaction.atomic():
            current = SourceMerge.objects.select_for_update().get(pk=self.pk)
            if current.undone_at:
                raise ValidationError(_("This merge was undone before."))
            back = self._brought_back()
            for label, pks in self.moved.items():
                rows, field = _rows(label)
                rows.filter(pk__in=pks, **{field: self.kept}).update(**{field: back})
            self.undone_by_id, self.undone_at = (by.pk if by else None), timezone.now()
            self.save(update_fields=["undone_by", "undone_at"])
        return back

    def _brought_back(self) -> Source:
        values = {key: value for key, value in self.was.items() if key not in ("id", "derived_from")}
        origin = Source.objects.filter(pk=self.was["derived_from"]).first()
        back = Source(pk=self.was["id"], derived_from=origin, **values)
        try:
            with transaction.atomic():
                back.save(force_insert=True)
        except IntegrityError as error:
            raise ValidationError(_("Another source has the same title and author now. Rename it first.")) from error
        return back


def _check(merged: Source | None, into: Source | None) -> None:
    if merged is None or into is None or merged == into:
        raise ValidationError(_("Choose two different sources."))
    if merged.goes_back_to(into) or into.goes_back_to(merged):
        raise ValidationError(_("One is derived from the other: they are two sources, not one."))


def _resting_on(source: Source) -> Iterator[tuple[str, models.QuerySet]]:
    """The rows of every kind of record that point at this source, by ``app.model.field``."""
    for relation in Source._meta.get_fields(include_hidden=True):
        if isinstance(relation, models.ManyToOneRel) and relation.on_delete is models.PROTECT:
            label = f"{relation.related_model._meta.label_lower}.{relation.field.name}"
            rows, field = _rows(label)
            yield label, rows.filter(**{field: source})


def _rows(label: str) -> tuple[models.QuerySet, str]:
    model, _dot, field = label.rpartition(".")
    return apps.get_model(model)._base_manager.all(), field
