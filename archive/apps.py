"""The door of the collection."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate  # noqa: TID251 (of the tables, not of what is in them)
from django.utils.translation import gettext_lazy as _


class ArchiveConfig(AppConfig):
    """Photographs and all that is said of them."""

    name = "archive"
    verbose_name = _("Archive")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have every record's history kept. Named are the tables that can be made again, and the history itself."""
        from archive.models import tracking

        made_again = {"SearchEntry", "Card", "FacetSet", "FacetTerm", "Tally", "Derivative", "Sketch", "Preparation"}
        tracking.track(self.name, but=frozenset({"Act", "Change", "Presence", *made_again}))
        # Tables are watched from the moment they are there, as Django's own permissions are made.
        post_migrate.connect(tracking.watch, sender=self)
