"""The door of the campaigns: here they make themselves known to the archive."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CampaignsConfig(AppConfig):
    """Campaigns, their phases and events, and what sources claim of them."""

    name = "campaigns"
    verbose_name = _("Campaigns")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the facet, the panel, the way in and the listener to imported pages with the archive's hooks."""
        from archive.demo import chapters
        from archive.desk.month import statements
        from archive.ingest import headings
        from archive.models import tracking
        from archive.public import panels, questions, ways_in
        from archive.publishing import kinds
        from archive.search import facets
        from campaigns import demo, telling
        from campaigns.correcting import LINKS
        from campaigns.facet import CampaignFacet
        from campaigns.headings import campaign_of_page
        from campaigns.models import CampaignLink

        tracking.track(self.name)
        facets.register(CampaignFacet())
        panels.register(telling.panel)
        questions.register(telling.questions_asked)
        kinds.register(LINKS)
        ways_in.register(telling.ways_in)
        headings.register(campaign_of_page)
        statements.register(CampaignLink, _("Links to campaigns without a source"), "campaign")
        chapters.register(demo.chapter)
