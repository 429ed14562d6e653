"""The gift that something is brought into, found by its number and held while that happens."""

from __future__ import annotations

from archive.ingest.errors import NotImportable
from archive.models import Accession
from archive.vocabulary.errors import VocabularyError
from archive.vocabulary.numbers import AccessionNumber


def held_accession(number: str) -> Accession:
    """The accession with this number, held until the transaction ends. Raises NotImportable when there is none."""
    accession = Accession.objects.select_for_update().filter(number=number).first()
    if accession is None:
        raise NotImportable(unknown_accession(number))
    return accession


def unknown_accession(number: str) -> str:
    """What to say of a number that no gift has."""
    try:
        AccessionNumber.parse(number)
    except VocabularyError as error:
        return str(error)
    return (
        f"There is no accession {number}. Register the gift first: manage.py register_accession {number} "
        "--title TITLE, or in the admin under Accessions."
    )
