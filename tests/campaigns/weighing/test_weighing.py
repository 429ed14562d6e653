"""What weighing promises for any claims, not only for those that we know."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.weighing import Amount, Aspects, Days, Group, Names, Said, Value, Verdict, Words, compare, weigh

JUST = Aspects(side="Japanese", measure="killed")
_days = st.dates(date(1937, 1, 1), date(1946, 12, 31))
_MARKS = st.sampled_from(["", "~", "?", "%"])


@st.composite
def edtf_dates(draw: st.DrawFn) -> str:
    first, last = sorted([draw(_days), draw(_days)])
    mark = draw(_MARKS)
    shapes = [
        f"{first}{mark}", f"{first:%Y-%m}{mark}", f"{first.year}{mark}", f"{first}{mark}/{last}", f"[{first}..{last}]",
        f"[{first},{last}]", f"[..{last}]", f"{first}/..", f"{first.year}-2{draw(st.integers(1, 4))}",
    ]  # fmt: skip
    return draw(st.sampled_from(shapes))


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    low, high = sorted(Decimal(draw(st.integers(0, 1_000_000))) for _ in range(2))
    ends = draw(st.sampled_from([(low, high), (low, low), (low, None), (None, high)]))
    return Amount(*ends, is_about=draw(st.booleans()))


days = edtf_dates().map(Days.of).filter(bool)
values = st.one_of(days, amounts(), st.frozensets(st.integers(1, 4), min_size=1).map(Names), st.text().map(Words.of))


def verdict(*claims: Value, aspects: Aspects = JUST) -> Verdict:
    said = [Said(key, "It", "losses", value, key, aspects) for key, value in enumerate(claims)]
    [family] = weigh(said)
    [group] = family.groups
    return group.verdict


def on(edtf: str) -> Days:
    found = Days.of(edtf)
    assert found
    return found


def about(number: int) -> Amount:
    return Amount(Decimal(number), Decimal(number), is_about=True)


def exactly(low: int | None, high: int | None) -> Amount:
    return Amount(None if low is None else Decimal(low), None if high is None else Decimal(high))


@given(values)
def test_what_is_said_twice_agrees(value):
    assert compare(value, value) == Verdict.AGREE


@given(values, values)
def test_it_does_not_matter_who_speaks_first(one, other):
    assert compare(one, other) == compare(other, one)


@given(days, days, st.integers(0, 400))
def test_wider_dates_never_come_to_exclude_each_other(one, other, more):
    wider = Days(one.runs, tuple((a - timedelta(more), b + timedelta(more)) for a, b in _inside(one)))
    if compare(one, other) in (Verdict.AGREE, Verdict.OVERLAP):
        assert compare(wider, other) in (Verdict.AGREE, Verdict.OVERLAP)


def _inside(value: Days) -> list[tuple[date, date]]:
    margin = timedelta(500)
    return [(max(a, date.min + margin), min(b, date.max - margin)) for a, b in value.reach]


@given(amounts(), amounts())
def test_wider_amounts_never_come_to_exclude_each_other(one, other):
    if compare(one, other) in (Verdict.AGREE, Verdict.OVERLAP):
        for bounds in ((one.low, one.high), (None, one.high), (one.low, None)):
            wider = Amount(*bounds, is_about=True)
            assert compare(wider, other) in (Verdict.AGREE, Verdict.OVERLAP)


@given(st.lists(values, min_size=1, max_size=6), st.randoms())
def test_the_order_of_claims_changes_no_verdict(claims, random):
    said = [Said(key, "It", "date", value, key) for key, value in enumerate(claims)]
    shuffled = random.sample(said, len(said))
    assert _told(said) == _told(shuffled)


def _told(said: list[Said]) -> set[tuple[frozenset, Verdict]]:
    [family] = weigh(said)
    return {(frozenset(claim.key for claim in group.claims), group.verdict) for group in family.groups}


@given(st.lists(values, min_size=1, max_size=8))
def test_no_claim_is_lost(claims):
    said = [Said(key, "It", "date", value, key) for key, value in enumerate(claims)]
    [family] = weigh(said)
    assert sorted(claim.key for group in family.groups for claim in group.claims) == list(range(len(claims)))
    assert all(sum(map(len, group.camps())) == len(group.claims) for group in family.groups)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("1944-06-18", "1944-06-20", Verdict.DISJOINT),
        ("1944-11-10", "1944-11-10/1944-11-11", Verdict.OVERLAP),
        ("1944-04", "1944-04-17", Verdict.OVERLAP),
        ("1944-04", "[1944-04-01..1944-04-30]", Verdict.AGREE),
        ("[1944-06-18,1944-06-20]", "1944-06-19", Verdict.DISJOINT),
        ("1944-12-05~", "1944-12-06", Verdict.OVERLAP),
        ("1944-12-05~", "1944-12-07", Verdict.DISJOINT),
        ("1944-12-05?", "1944-12-06", Verdict.DISJOINT),
        ("[1945-05-28..]", "1945-06-28", Verdict.OVERLAP),
        ("[..1944-06-21]", "1944-06-22", Verdict.DISJOINT),
        ("1943-24", "1944-02-10", Verdict.OVERLAP),
    ],
)
def test_dates(one, other, expected):
    assert compare(on(one), on(other)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (about(400_000), about(500_000), Verdict.DISJOINT),
        (about(400_000), exactly(400_000, 400_000), Verdict.AGREE),
        (exactly(17, 17), about(15), Verdict.DISJOINT),
        (exactly(100_000, None), exactly(200_000, 500_000), Verdict.OVERLAP),
        (exactly(50_000, None), exactly(15_000, 15_000), Verdict.DISJOINT),
        (about(17_000), exactly(18_000, 18_000), Verdict.OVERLAP),
        (exactly(12_000, 12_000), exactly(15_000, 15_000), Verdict.DISJOINT),
    ],
)
def test_amounts(one, other, expected):
    assert compare(one, other) == expected


def test_a_date_without_a_year_says_nothing_that_could_be_weighed():
    assert Days.of("XXXX-11-07") is None


def test_names_of_one_form_agree_and_other_words_are_for_a_reader():
    assert compare(Words.of("一号作戦"), Words.of("一号作战")) == Verdict.AGREE
    assert compare(Words.of("bombing"), Words.of("shelling")) == Verdict.DIFFER


@pytest.mark.parametrize(
    "other",
    [
        Aspects(side="Chinese", measure="killed"),
        Aspects(side="Japanese", measure="casualties"),
        Aspects(side="Japanese", measure="killed", scope="Hengyang"),
        Aspects(side="Japanese", measure="killed", unit="percent"),
        Aspects(side="Japanese", measure="killed", event_kind="city_fell"),
    ],
)
def test_what_is_not_comparable_is_not_compared(other):
    said = [
        Said(1, "It", "losses", exactly(1, 1), 1, JUST),
        Said(2, "It", "losses", exactly(9, 9), 2, other),
    ]
    [family] = weigh(said)
    assert [group.verdict for group in family.groups] == [Verdict.ALONE, Verdict.ALONE]
    assert len(family.apart()) == 1


@pytest.mark.parametrize("aspects", [Aspects(), Aspects(side="Japanese"), Aspects(measure="killed")])
def test_losses_without_side_or_measure_are_compared_with_nothing(aspects):
    said = [Said(key, "It", "losses", exactly(key, key), key, aspects) for key in (1, 2)]
    [family] = weigh(said)
    assert all(group.missing and group.verdict == Verdict.ALONE for group in family.groups)


def test_spelling_and_plural_make_no_difference():
    one, other = Aspects("Japanese", "", "killed", "soldiers"), Aspects("japanese ", "", "Killed", "soldier")
    said = [Said(1, "It", "Losses", exactly(1, 1), 1, one), Said(2, "It", "losses", exactly(9, 9), 2, other)]
    [family] = weigh(said)
    assert [group.verdict for group in family.groups] == [Verdict.DISJOINT]


def test_two_commanders_one_after_the_other_do_not_contradict():
    first, second = on("1941-03/1944-11"), on("1944-12/1945")
    said = [Said(1, "An army", "commander", Names(frozenset({"Hata"})), 1, during=first)]
    after = Said(2, "An army", "commander", Names(frozenset({"Okamura"})), 2, during=second)
    undated = Said(3, "An army", "commander", Names(frozenset({"Okamura"})), 3)
    assert weigh([*said, after])[0].worst() == Verdict.ALONE
    assert weigh([*said, undated])[0].worst() == Verdict.DISJOINT


def test_what_a_curator_says_are_two_events_is_not_compared():
    one = Said(1, "Changsha", "date", on("1942-01"), 1, event="third battle")
    other = Said(2, "Changsha", "date", on("1944-06"), 2, event="fourth battle")
    unsaid = Said(3, "Changsha", "date", on("1944-06"), 3)
    assert weigh([one, other])[0].worst() == Verdict.ALONE
    assert weigh([one, unsaid])[0].worst() == Verdict.DISJOINT


def test_the_worst_pair_tells_of_the_group():
    assert verdict(on("1944-11"), on("1944-11-10"), on("1944-11-19")) == Verdict.DISJOINT


def test_a_digest_adds_no_independent_voice():
    claims = (
        Said(1, "It", "date", on("1944"), "encyclopedia"),
        Said(2, "It", "date", on("1944"), "encyclopedia"),
        Said(3, "It", "date", on("1945"), "a witness"),
        Said(4, "It", "date", on("1945"), "another"),
    )
    [group] = weigh(claims)[0].groups
    assert [[claim.key for claim in camp] for camp in group.camps()] == [[3, 4], [1, 2]]
    assert isinstance(group, Group)
    assert group.is_disputed()
