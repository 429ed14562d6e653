"""What the page of the evidence for one statement may show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.public.pages.evidence import Earlier, Signed
from archive.public.pages.parts import PhotoCard, Statement


@dataclass(frozen=True)
class EvidencePage:
    """Why the museum says something of a photograph, and what else was said in answer to the same question.

    `is_first` tells whether it is the one that the photograph's page shows.
    """

    label: str
    statement: Statement
    is_first: bool
    others: Sequence[Statement]
    rejected: Sequence[Statement]
    earlier: Sequence[Earlier]
    once_preferred: Sequence[Earlier]
    photo: PhotoCard
    address: str
    staff: Signed | None
