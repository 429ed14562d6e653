"""How much of an indexed photograph the public may see now, by the database's clock and no other."""

from django.db.models import Case, IntegerField, Q, Value, When
from django.db.models.functions import Now

from archive.vocabulary.exposure import Exposure


def open_now(prefix: str = "") -> Q:
    """The condition on a search entry, by the database's clock; `prefix` leads from the queried model to the entry."""
    return Q(**{f"{prefix}public_from__isnull": True}) | Q(**{f"{prefix}public_from__lte": Now()})


def shows_now(exposure: Exposure, prefix: str = "") -> Q:
    """The condition that the public may see at least this much of an entry: its words, a small picture, everything."""
    column = {Exposure.WORDS: "public_from", Exposure.SMALL: "small_from", Exposure.FULL: "full_from"}[exposure]
    reached = Q(**{f"{prefix}{column}__isnull": True}) | Q(**{f"{prefix}{column}__lte": Now()})
    return open_now(prefix) & reached


def exposure_now(prefix: str = "") -> Case:
    """An annotation: how much of an entry the public may see now, as the number of an `Exposure`."""
    levels = (Exposure.FULL, Exposure.SMALL, Exposure.WORDS)
    there_is = Q(**{f"{prefix}pk__isnull": False})
    whens = [When(there_is & shows_now(level, prefix), then=Value(level.value)) for level in levels]
    return Case(*whens, default=Value(Exposure.STAFF.value), output_field=IntegerField())
