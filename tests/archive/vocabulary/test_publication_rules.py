"""The decision over every combination of facts, against rules written down a second time, in another way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from archive.vocabulary.exposure import Exposure
from archive.vocabulary.gate import ALWAYS, NEVER, Bar, Facts, decide
from archive.vocabulary.publication_rules import RULES, Copyright, Living, Title

TODAY, PAST, COMING = date(2026, 6, 1), date(2020, 1, 1), date(2031, 3, 1)
SCALE = (Exposure.STAFF, Exposure.WORDS, Exposure.SMALL, Exposure.FULL)

AXES: dict[str, tuple] = {
    "published": (True, False),
    "withdrawn": (False, True),
    "staff_only": (False, True),
    "accession_open": (True, False),
    "has_rights_term": (True, False),
    "embargoes": ((), (PAST,), (COMING,)),
    "title": tuple(Title),
    "copyright": tuple(Copyright),
    "copyright_ends": (None, PAST, COMING),
    "has_permission": (False, True),
    "donor_allows": SCALE,
    "donor_until": (None, PAST, COMING),
    "private_matters": (False, True),
    "living": tuple(Living),
}


def combinations(*held: str):
    """All facts that these axes make, the others as they are for a photograph without any limit."""
    plain = {axis: values[-1] if axis == "donor_allows" else values[0] for axis, values in AXES.items()}
    for values in product(*(AXES[axis] for axis in held)):
        yield Facts(**plain | dict(zip(held, values, strict=True)))


STATES = ("published", "withdrawn", "staff_only", "accession_open", "has_rights_term", "embargoes")
LAW = ("title", "copyright", "copyright_ends", "has_permission", "donor_allows", "donor_until")
PEOPLE = ("private_matters", "living")


def everything():
    """All combinations, in three blocks: a state with the law, the law with people, a state with people."""
    states = ("published", "withdrawn", "staff_only", "accession_open", "has_rights_term")
    yield from combinations(*states, *LAW)
    yield from combinations("embargoes", *LAW, *PEOPLE)
    yield from combinations(*STATES, *PEOPLE, "title", "has_permission")


def by_hand(facts: Facts) -> Exposure:
    """What the museum's rules say today, as a chain of questions: the first that fits settles it."""
    if facts.withdrawn:
        return Exposure.WITHDRAWN
    if not facts.published or facts.staff_only or not facts.accession_open or not facts.has_rights_term:
        return Exposure.STAFF
    if any(day > TODAY for day in facts.embargoes):
        return Exposure.STAFF
    if facts.title is Title.NOT_PASSED and not facts.has_permission:
        return Exposure.STAFF
    if facts.private_matters and facts.living is Living.PERHAPS:
        return Exposure.STAFF
    donor = facts.donor_allows if facts.donor_until is None or facts.donor_until > TODAY else Exposure.FULL
    return min(donor, _by_law(facts), _by_people(facts))


def _by_law(facts: Facts) -> Exposure:
    if facts.has_permission:
        return Exposure.FULL
    if facts.copyright is Copyright.NOT_EVALUATED:
        return Exposure.SMALL
    protected = facts.copyright_ends is None or facts.copyright_ends > TODAY
    return Exposure.SMALL if facts.copyright is Copyright.PROTECTED and protected else Exposure.FULL


def _by_people(facts: Facts) -> Exposure:
    return Exposure.WORDS if facts.private_matters and facts.living is Living.UNKNOWN else Exposure.FULL


def test_every_combination_comes_out_as_the_rules_written_by_hand_say():
    count = 0
    for facts in everything():
        assert decide(facts).on(TODAY) is by_hand(facts), facts
        count += 1
    assert count == 65_088


FREER = {
    "withdrawn": False, "staff_only": False, "accession_open": True, "has_rights_term": True, "embargoes": (),
    "title": Title.PASSED, "copyright": Copyright.FREE, "has_permission": True, "donor_allows": Exposure.FULL,
    "private_matters": False, "living": Living.CONSENTED,
}  # fmt: skip


def test_taking_a_restriction_away_never_closes():
    undated = [axis for axis in LAW if axis not in ("copyright_ends", "donor_until")]
    for facts in combinations("staff_only", "embargoes", *undated, *PEOPLE):
        before = decide(facts).on(TODAY)
        for fact, freed in FREER.items():
            assert decide(replace(facts, **{fact: freed})).on(TODAY) >= before, (facts, fact)


def test_what_is_shown_only_grows_with_time():
    days = (date(2019, 12, 31), PAST, TODAY, date(2031, 2, 28), COMING, date(2200, 1, 1))
    for facts in combinations("embargoes", *LAW, *PEOPLE):
        verdict = decide(facts)
        shown = [verdict.on(day) for day in days]
        assert shown == sorted(shown)


def test_the_day_of_each_level_is_the_first_on_which_it_is_reached():
    for facts in combinations("staff_only", "embargoes", *LAW, *PEOPLE):
        verdict = decide(facts)
        for level in (Exposure.WORDS, Exposure.SMALL, Exposure.FULL):
            for day in (date(2019, 12, 31), PAST, TODAY, COMING):
                assert (verdict.since(level) <= day) == (verdict.on(day) >= level)


def test_the_strictest_of_all_limits_holds_and_all_are_named():
    facts = next(combinations("published"))
    limited = replace(facts, donor_allows=Exposure.WORDS, copyright=Copyright.PROTECTED)
    limited = replace(limited, private_matters=True, living=Living.UNKNOWN)
    verdict = decide(limited)
    assert [limit.bar for limit in verdict.limits] == [Bar.DONOR_WORDS, Bar.IN_COPYRIGHT, Bar.PRIVATE_UNKNOWN]
    assert verdict.on(TODAY) is min(limit.leaves for limit in verdict.limits)


def test_a_limit_that_a_registrar_lifted_counts_no_more_but_a_later_one_does():
    facts = replace(next(combinations("published")), donor_allows=Exposure.STAFF, donor_until=COMING)
    (limit,) = decide(facts).limits
    lifted = replace(facts, lifted=frozenset({limit.key}))
    assert decide(lifted).on(TODAY) is Exposure.FULL
    assert decide(replace(lifted, donor_until=date(2040, 1, 1))).on(TODAY) is Exposure.STAFF
    assert decide(replace(lifted, staff_only=True)).on(TODAY) is Exposure.STAFF


@pytest.mark.parametrize("state", [{"withdrawn": True}, {"published": False}])
def test_nobody_lifts_a_withdrawal_or_publishes_by_lifting(state):
    facts = replace(next(combinations("published")), **state, lifted=frozenset(bar.value for bar in Bar))
    assert decide(facts).on(TODAY) <= Exposure.STAFF


def test_without_any_limit_everything_was_always_public():
    verdict = decide(next(combinations("published")))
    assert (verdict.limits, verdict.since(Exposure.FULL), verdict.opens) == ((), ALWAYS, None)


def test_what_is_barred_for_good_never_opens():
    assert decide(replace(next(combinations("published")), staff_only=True)).since(Exposure.WORDS) == NEVER


def test_every_rule_has_its_own_name_and_facts_that_exist():
    assert sorted(rule.bar.value for rule in RULES) == sorted(bar.value for bar in Bar)
    facts = next(combinations("published"))
    for rule in RULES:
        assert all(hasattr(facts, fact) for fact in (*rule.when, *filter(None, [rule.until])))
