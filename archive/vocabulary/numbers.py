"""Accession numbers (``2026.3``) and the numbers of photographs in them (``2026.3.14``), in their natural order."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.vocabulary.errors import VocabularyError

_ACCESSION = re.compile(r"\d{4}\.[1-9]\d{0,5}")
_PHOTO = re.compile(r"(?P<accession>\d{4}\.[1-9]\d{0,5})\.(?P<item>[1-9]\d{0,6})")
_DIGITS = re.compile(r"\d+")
_WIDTH = 8
_ACCESSION_BITS, _ITEM_BITS = 20, 24


@dataclass(frozen=True)
class AccessionNumber:
    """The number of one gift: the year it came and its turn in that year, as ``2026.3``."""

    text: str

    @classmethod
    def parse(cls, text: str) -> AccessionNumber:
        """Read an accession number. Raises VocabularyError when it is not of the form year, dot, number."""
        if not _ACCESSION.fullmatch(text):
            raise VocabularyError(
                f"“{text}” is not an accession number. Write the year, a full stop and a number, as in 2026.3."
            )
        return cls(text)

    def item(self, position: int) -> str:
        """The number of the photograph at this position: ``2026.3`` and 14 make ``2026.3.14``."""
        return f"{self.text}.{position}"


def parse_photo_number(text: str) -> tuple[AccessionNumber, int]:
    """Split ``2026.3.14`` into its accession and item. Raises VocabularyError."""
    match = _PHOTO.fullmatch(text)
    if match is None:
        raise VocabularyError(
            f"“{text}” is not the number of a photograph. Write the accession number, a full stop and a number, "
            "as in 2026.3.14."
        )
    return AccessionNumber(match["accession"]), int(match["item"])


def order_key(number: str) -> int:
    """An integer of 63 bits that sorts photographs as `natural_key` does. Raises VocabularyError."""
    accession, item = parse_photo_number(number)
    year, turn = accession.text.split(".")
    return ((int(year) << _ACCESSION_BITS) + int(turn) << _ITEM_BITS) + item


def natural_key(number: str) -> str:
    """A text that sorts as people count: ``2026.3.9`` before ``2026.3.14``."""
    return _DIGITS.sub(lambda run: run.group().zfill(_WIDTH), number)
