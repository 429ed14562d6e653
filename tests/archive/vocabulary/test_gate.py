"""The gate, over every combination of facts."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from archive.vocabulary.gate import Bar, Facts, decide, hindrances

DAY = date(2031, 3, 1)


def facts(**changed) -> Facts:
    plain = {
        "published": True,
        "withdrawn": False,
        "staff_only": False,
        "accession_open": True,
        "has_rights_term": True,
        "embargoes": (),
    }
    return Facts(**(plain | changed))


def test_a_published_photo_with_rights_in_an_open_gift_is_allowed():
    assert decide(facts()).is_open_on(DAY)


@pytest.mark.parametrize(
    ("published", "withdrawn", "staff_only", "accession_open", "has_rights_term"),
    list(product([False, True], repeat=5)),
)
def test_only_one_combination_of_facts_is_allowed(published, withdrawn, staff_only, accession_open, has_rights_term):
    verdict = decide(
        facts(
            published=published,
            withdrawn=withdrawn,
            staff_only=staff_only,
            accession_open=accession_open,
            has_rights_term=has_rights_term,
        )
    )
    only = (True, False, False, True, True)
    assert verdict.allowed == ((published, withdrawn, staff_only, accession_open, has_rights_term) == only)


@pytest.mark.parametrize(
    ("changed", "bar"),
    [
        ({"published": False}, Bar.NOT_PUBLISHED),
        ({"published": False, "withdrawn": True}, Bar.WITHDRAWN),
        ({"staff_only": True}, Bar.STAFF_ONLY),
        ({"accession_open": False}, Bar.ACCESSION_CLOSED),
        ({"has_rights_term": False}, Bar.RIGHTS_MISSING),
    ],
)
def test_each_bar_is_named(changed, bar):
    assert decide(facts(**changed)).bars == (bar,)


def test_all_bars_are_named_at_once():
    assert len(decide(facts(published=False, staff_only=True, accession_open=False, has_rights_term=False)).bars) == 4


def test_the_longest_embargo_counts():
    verdict = decide(facts(embargoes=(date(2030, 1, 1), DAY)))
    assert verdict.opens == DAY
    assert not verdict.is_open_on(date(2031, 2, 28))
    assert verdict.is_open_on(DAY)


def test_not_being_published_yet_does_not_hinder_publishing():
    assert hindrances(facts(published=False)) == ()
    assert hindrances(facts(published=False, has_rights_term=False)) == (Bar.RIGHTS_MISSING,)
