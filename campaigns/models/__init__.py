"""The records of the history that photographs belong to. Outsiders import this package."""

from campaigns.models.campaigns import Campaign, CampaignName
from campaigns.models.claims import Claim, Preference, WithdrawnPreference
from campaigns.models.events import Event
from campaigns.models.links import CampaignLink
from campaigns.models.suggestions import SuggestedLink

__all__ = [
    "Campaign",
    "CampaignLink",
    "CampaignName",
    "Claim",
    "Event",
    "Preference",
    "SuggestedLink",
    "WithdrawnPreference",
]
