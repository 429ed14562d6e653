"""The one condition under which an indexed photograph is open to the public: its embargo, if any, is over."""

from django.db.models import Q
from django.db.models.functions import Now


def open_now(prefix: str = "") -> Q:
    """The condition on a search entry, by the database's clock; `prefix` leads from the queried model to the entry."""
    return Q(**{f"{prefix}public_from__isnull": True}) | Q(**{f"{prefix}public_from__lte": Now()})
