"""How statements that answer the same question stand to each other: whether both can be true."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.models import Dating, Place, PlaceMention, Statement
from archive.vocabulary.days import Days

Lineage = Mapping[int, set[int]]


class Accord(models.TextChoices):
    """How one statement stands to another."""

    SAME = "same", _("says the same")
    TOGETHER = "together", _("can be true as well")
    OTHERWISE = "otherwise", _("says something else")
    APART = "apart", _("cannot be true at the same time as this one")


def accords(statement: Statement, others: Iterable[Statement]) -> dict[str, Accord]:
    """How each of the others stands to this statement, by its slug. One query, for places only."""
    rows = list(others)
    lineage = _lineage([statement, *rows])
    return {one.slug: _accord(statement, one, lineage) for one in rows}


def _accord(one: Statement, other: Statement, lineage: Lineage) -> Accord:
    if isinstance(one, Dating) and isinstance(other, Dating) and one.edtf and other.edtf:
        return _of_dates(one.edtf, other.edtf)
    if isinstance(one, PlaceMention) and isinstance(other, PlaceMention) and one.place_id and other.place_id:
        return _of_places(one, other, lineage)
    return Accord.SAME if one.in_words() == other.in_words() else Accord.OTHERWISE


def _of_dates(one: str, other: str) -> Accord:
    """“About” reaches one unit further, as `archive.vocabulary.days` has it."""
    if one == other:
        return Accord.SAME
    these, those = Days.of(one), Days.of(other)
    # Without a year nothing speaks against it.
    return Accord.TOGETHER if these is None or those is None or these.meets(those) else Accord.APART


def _of_places(one: PlaceMention, other: PlaceMention, lineage: Lineage) -> Accord:
    """A town and the province it lies in are both true; a town and its river may be; two readings of a word are not."""
    mine, theirs = one.place_id or 0, other.place_id or 0
    if mine == theirs:
        return Accord.SAME if one.in_words() == other.in_words() else Accord.TOGETHER
    if mine in lineage.get(theirs, ()) or theirs in lineage.get(mine, ()):
        return Accord.TOGETHER
    return Accord.APART if one.as_written and one.as_written == other.as_written else Accord.OTHERWISE


def _lineage(statements: Iterable[Statement]) -> Lineage:
    places = {row.place_id for row in statements if isinstance(row, PlaceMention) and row.place_id}
    return Place.objects.lineage(places) if len(places) > 1 else {}
