"""The records. Outsiders import this package; modules inside import each other, from low to high.

`archive.models.donors` and `archive.models.senders` are left out on purpose: who needs to reach a donor, or the sender
of a correction, imports them by name.
"""

from archive.models.accessions import Accession, Box, Collection
from archive.models.agents import Agent, AgentName, Source
from archive.models.codes import CodeReading, CodeScheme
from archive.models.corrections import Correction
from archive.models.custody import CustodyEvent
from archive.models.dates import Dating
from archive.models.deeds import AccessionParty, DeedOfGift
from archive.models.entries import BoxMove, ObjectEntry
from archive.models.evidence import Basis, Certainty, Statement
from archive.models.fixity import FixityCheck
from archive.models.history import Act, Change
from archive.models.images import Derivative, Image
from archive.models.imports import ImportBatch, ImportRow
from archive.models.intakes import Intake, IntakeFile
from archive.models.letters import DonorLink, TakedownRequest
from archive.models.likenesses import Resemblance, Sketch
from archive.models.merges import SourceMerge
from archive.models.photos import Photo
from archive.models.places import Place, PlaceMention, PlaceName
from archive.models.preparations import Preparation
from archive.models.presence import Presence
from archive.models.proposals import Proposal
from archive.models.relations import Relation
from archive.models.rights import Decision, Rights
from archive.models.search import Card, FacetSet, FacetTerm, SearchEntry, Tally
from archive.models.subjects import Subject
from archive.models.tombstones import Tombstone
from archive.models.transcriptions import Transcription
from archive.models.users import User

__all__ = [
    "Accession",
    "AccessionParty",
    "Act",
    "Agent",
    "AgentName",
    "Basis",
    "Box",
    "BoxMove",
    "Card",
    "Certainty",
    "Change",
    "CodeReading",
    "CodeScheme",
    "Collection",
    "Correction",
    "CustodyEvent",
    "Dating",
    "Decision",
    "DeedOfGift",
    "Derivative",
    "DonorLink",
    "FacetSet",
    "FacetTerm",
    "FixityCheck",
    "Image",
    "ImportBatch",
    "ImportRow",
    "Intake",
    "IntakeFile",
    "ObjectEntry",
    "Photo",
    "Place",
    "PlaceMention",
    "PlaceName",
    "Preparation",
    "Presence",
    "Proposal",
    "Relation",
    "Resemblance",
    "Rights",
    "SearchEntry",
    "Sketch",
    "Source",
    "SourceMerge",
    "Statement",
    "Subject",
    "TakedownRequest",
    "Tally",
    "Tombstone",
    "Transcription",
    "User",
]
