"""The records. Outsiders import this package; modules inside import each other, from low to high.

`archive.models.donors` is left out on purpose: who needs a donor's contact imports it by name.
"""

from archive.models.accessions import Accession, Box, Collection
from archive.models.agents import Agent, AgentName, Source
from archive.models.codes import CodeReading, CodeScheme
from archive.models.custody import CustodyEvent
from archive.models.dates import Dating
from archive.models.evidence import Basis, Certainty, Statement
from archive.models.history import Act, Change
from archive.models.images import Derivative, Image
from archive.models.imports import ImportBatch, ImportRow
from archive.models.photos import Photo
from archive.models.places import Place, PlaceMention, PlaceName
from archive.models.presence import Presence
from archive.models.proposals import Proposal
from archive.models.relations import Relation
from archive.models.rights import Decision, Rights
from archive.models.search import Card, SearchEntry
from archive.models.subjects import Subject
from archive.models.transcriptions import Transcription
from archive.models.users import User

__all__ = [
    "Accession",
    "Act",
    "Agent",
    "AgentName",
    "Basis",
    "Box",
    "Card",
    "Certainty",
    "Change",
    "CodeReading",
    "CodeScheme",
    "Collection",
    "CustodyEvent",
    "Dating",
    "Decision",
    "Derivative",
    "Image",
    "ImportBatch",
    "ImportRow",
    "Photo",
    "Place",
    "PlaceMention",
    "PlaceName",
    "Presence",
    "Proposal",
    "Relation",
    "Rights",
    "SearchEntry",
    "Source",
    "Statement",
    "Subject",
    "Transcription",
    "User",
]
