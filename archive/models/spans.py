"""EDTF dates as columns: the form check, and the first and last day that searches use."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError

from archive.vocabulary.dates import EdtfDate
from archive.vocabulary.errors import VocabularyError


def edtf_date(text: str) -> None:
    """A form check: raises ValidationError when this is no EDTF date."""
    try:
        EdtfDate.parse(text)
    except VocabularyError as error:
        raise ValidationError(str(error)) from error


def earliest_day(edtf: str) -> date | None:
    """The first day an EDTF date allows; None when it is open or nothing is said."""
    return EdtfDate.parse(edtf).earliest if edtf else None


def latest_day(edtf: str) -> date | None:
    """The last day an EDTF date allows; None when it is open or nothing is said."""
    return EdtfDate.parse(edtf).latest if edtf else None
