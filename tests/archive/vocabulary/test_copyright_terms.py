"""How long copyright lasts, and that nothing is free because somebody did not know."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from archive.vocabulary.copyright_terms import Making, standing
from archive.vocabulary.rights import RIGHTS_TERMS


@pytest.mark.parametrize(
    ("making", "years", "free_from"),
    [
        (Making.UNPUBLISHED_NAMED, {"died": 1971}, date(2042, 1, 1)),
        (Making.UNPUBLISHED_NAMED, {"died": 1925}, date(2003, 1, 1)),
        (Making.UNPUBLISHED_UNNAMED, {"made": 1944}, date(2065, 1, 1)),
        (Making.UNPUBLISHED_UNNAMED, {"made": 1870}, date(2003, 1, 1)),
        (Making.PUBLISHED_RENEWED, {"published": 1945}, date(2041, 1, 1)),
        (Making.PUBLISHED_NOT_RENEWED, {"published": 1945}, date(1974, 1, 1)),
        (Making.PUBLISHED_WITHOUT_NOTICE, {"published": 1945}, date(1946, 1, 1)),
        (Making.US_GOVERNMENT, {}, date.min),
    ],
)
def test_terms_run_to_the_end_of_the_calendar_year(making, years, free_from):
    by_law = standing(making, **years)
    assert by_law.free_from == free_from
    assert by_law.law


@pytest.mark.parametrize("making", [Making.UNKNOWN, Making.ABROAD])
def test_what_nobody_knows_is_never_free(making):
    for made, published, died in product((None, 1900, 1944), repeat=3):
        assert not standing(making, made=made, published=published, died=died).is_free_on(date(2500, 1, 1))


@pytest.mark.parametrize("making", [one for one in Making if one is not Making.US_GOVERNMENT])
def test_without_the_year_that_counts_nothing_is_known(making):
    assert standing(making).free_from is None


def test_a_year_that_the_rule_does_not_fit_settles_nothing():
    assert standing(Making.PUBLISHED_NOT_RENEWED, published=1970).free_from is None
    assert standing(Making.PUBLISHED_WITHOUT_NOTICE, published=1995).free_from is None


def test_the_twelve_statements_and_the_licences_are_there_with_their_addresses():
    ours = [term.uri for term in RIGHTS_TERMS.values()]
    assert sum(uri.startswith("https://rightsstatements.org/vocab/") for uri in ours) == 12
    assert all(uri.startswith(("https://rightsstatements.org/", "https://creativecommons.org/")) for uri in ours)
