"""Accession numbers and their natural order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.vocabulary.errors import VocabularyError
from archive.vocabulary.numbers import AccessionNumber, natural_key, parse_photo_number


@pytest.mark.parametrize(
    "text", ["", "2026", "2026.", "2026.0", "2026.03", "26.3", "2026.3.1", "2026.3 ", "banana", "2026.٣"]
)
def test_what_is_no_accession_number_is_refused_with_an_example(text):
    with pytest.raises(VocabularyError, match=r"2026\.3"):
        AccessionNumber.parse(text)


@given(st.integers(1900, 2100), st.integers(1, 99999), st.integers(1, 99999))
def test_a_photo_number_is_taken_apart_as_it_was_put_together(year, gift, item):
    accession = AccessionNumber.parse(f"{year}.{gift}")
    assert parse_photo_number(accession.item(item)) == (accession, item)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_numbers_sort_as_people_count(one, other):
    keys = [natural_key(f"2026.3.{number}") for number in (one, other)]
    assert (keys[0] < keys[1]) == (one < other)
