"""The campaigns that come along, and where their sources disagree: forty-three families, as a reader finds them."""

from __future__ import annotations

import pytest

from campaigns.comparing import claims_of, families_of
from campaigns.demo import DATA
from campaigns.importing import carry_out, plan
from campaigns.models import Campaign, Claim, Event
from campaigns.weighing import Family, Verdict, independent

pytestmark = pytest.mark.django_db

ALONE, AGREE, OVERLAP = Verdict.ALONE, Verdict.AGREE, Verdict.OVERLAP
DIFFER, DISJOINT = Verdict.DIFFER, Verdict.DISJOINT

# Of what, which property, and how each group of comparable claims stands, with the number of claims in it.
EXPECTED = {
    1: [("Japanese forces, whole campaign", "strength", {(DISJOINT, 4)})],
    2: [("Japanese forces, whole campaign", "divisions", {(DISJOINT, 2)})],
    3: [("Japanese forces, whole campaign", "vehicles", {(DISJOINT, 2)})],
    4: [("Japanese forces, whole campaign", "animals", {(AGREE, 2)})],
    5: [("Japanese forces, whole campaign", "armour", {(ALONE, 1), (DISJOINT, 2)})],
    6: [
        ("China Expeditionary Army", "commander", {(DISJOINT, 4)}),
        ("North China Area Army", "commander", {(AGREE, 2)}),
        ("6th Area Army", "commander", {(AGREE, 2)}),
    ],
    7: [("Japanese forces in Henan", "strength", {(DISJOINT, 2)})],
    8: [("Japanese forces in Henan", "command", {(ALONE, 1)})],
    9: [("Chinese forces in Henan", "strength", {(OVERLAP, 3)})],
    10: [("Chinese forces in Henan", "losses", {(ALONE, 1)})],
    11: [("Operation Ichi-Go", "start", {(OVERLAP, 5)})],
    12: [("Zhengzhou", "date", {(ALONE, 1)})],
    13: [("Luoyang", "date", {(DISJOINT, 4), (ALONE, 1)})],
    14: [
        ("Garrison of Luoyang", "strength", {(DISJOINT, 2)}),
        ("Siege of Luoyang", "length", {(DISJOINT, 2)}),
    ],
    15: [("Changsha", "date", {(DISJOINT, 2)})],
    16: [("Attacks on Changsha", "which one took it", {(DISJOINT, 3)})],
    17: [("Japanese forces in Hunan", "strength", {(ALONE, 1)})],
    18: [("Hengyang", "date", {(ALONE, 1), (AGREE, 2)})],
    19: [
        ("Siege of Hengyang", "length", {(AGREE, 2)}),
        ("Siege of Hengyang", "lasted", {(OVERLAP, 3)}),
    ],
    20: [
        ("Garrison of Hengyang", "strength", {(OVERLAP, 2)}),
        ("Garrison of Hengyang", "army", {(OVERLAP, 2)}),
    ],
    21: [("Japanese forces at Hengyang", "losses", {(ALONE, 1), (DISJOINT, 2)})],
    22: [("Chinese forces in Hunan", "losses", {(ALONE, 1)})],
    23: [("Guilin", "date", {(DISJOINT, 3), (ALONE, 1)})],
    24: [
        ("Defence of Guilin", "fighting", {(DIFFER, 2)}),
        ("Defence of Guilin", "strength", {(ALONE, 1)}),
        ("Defence of Guilin", "commander", {(ALONE, 1)}),
    ],
    25: [("Liuzhou", "date", {(ALONE, 1), (OVERLAP, 3), (AGREE, 2), (OVERLAP, 2)})],
    26: [("Japanese forces in Guangxi", "armies", {(ALONE, 1)})],
    27: [("Japanese forces in Guangxi", "strength", {(ALONE, 1)})],
    28: [
        ("Chinese forces in Guangxi", "losses", {(ALONE, 1)}),
        ("Japanese forces in Guangxi", "losses", {(ALONE, 1)}),
    ],
    29: [("Nanning", "date", {(DISJOINT, 2), (AGREE, 2)})],
    30: [("Japanese forces, whole campaign", "losses", {(ALONE, 1), (AGREE, 2)})],
    31: [("Chinese forces, whole campaign", "losses", {(OVERLAP, 2)})],
    32: [("Civilians, whole campaign", "losses", {(ALONE, 1)})],
    33: [("Operation Ichi-Go", "end", {(OVERLAP, 4)})],
    34: [("The air over the campaign", "superiority", {(DIFFER, 2)})],
    35: [("Liuzhou", "date", {(ALONE, 1), (OVERLAP, 3), (AGREE, 2), (OVERLAP, 2)})],
    36: [("The ruin of Liuzhou", "cause", {(DIFFER, 3)})],
    37: [("Nanning", "date", {(DISJOINT, 2), (AGREE, 2)})],
    38: [("Liuzhou among the cities recovered", "rank", {(ALONE, 1)})],
    39: [("Civilians in Zhejiang and Jiangxi", "losses", {(AGREE, 2)})],
    40: [("The Zhejiang–Jiangxi campaign", "end", {(DISJOINT, 2)})],
    41: [("Crews of the Doolittle raid", "losses", {(AGREE, 2), (ALONE, 1)})],
    42: [("Crews of the Doolittle raid", "how they came down", {(DIFFER, 2)})],
    43: [("Operation Ichi-Go", "name", {(AGREE, 3)})],
}

# Nothing else of what comes along is disputed but this.
ALSO_DISPUTED = {("Operation Ichi-Go", "aim")}


@pytest.fixture
def shipped(gazetteer) -> dict[tuple[str, str], Family]:
    """The families of all campaigns that come along, by subject and property, one campaign at a time."""
    for path in sorted(DATA.glob("*.yaml")):
        carry_out(path, by=None)
    families: dict[tuple[str, str], Family] = {}
    for root in Campaign.objects.whole().order_by("slug"):
        for family in families_of([root, *root.phases.all()]):
            families.setdefault((claims_of(family.groups[0])[0].subject_words, family.property), family)
    return families


def told(family: Family) -> set[tuple[Verdict, int]]:
    return {(group.verdict, len(group.claims)) for group in family.groups}


def test_every_family_of_the_texts_is_found_and_weighed_as_a_reader_would(shipped):
    wrong = {
        (row, subject, name): told(shipped[subject, name]) if (subject, name) in shipped else "not there"
        for row, families in EXPECTED.items()
        for subject, name, verdicts in families
        if (subject, name) not in shipped or told(shipped[subject, name]) != verdicts
    }
    assert wrong == {}
    assert list(EXPECTED) == list(range(1, 44))


def test_nothing_else_is_reported_as_disputed(shipped):
    expected = {family[:2] for families in EXPECTED.values() for family in families}
    disputed = {key for key, family in shipped.items() if family.is_disputed()}
    assert disputed - expected == ALSO_DISPUTED


@pytest.mark.parametrize("city", ["Hengyang", "Liuzhou"])
def test_different_events_at_a_city_are_no_contradiction(shipped, city):
    assert not shipped[city, "date"].is_disputed()


def test_a_base_evacuated_is_never_weighed_against_a_city_fallen(shipped):
    [disputed] = [group for group in shipped["Guilin", "date"].groups if group.is_disputed()]
    assert {claim.event_kind for claim in claims_of(disputed)} == {Event.Kind.CITY_FELL}


def test_a_digest_and_a_page_that_leans_on_the_same_encyclopedia_are_one_voice(shipped):
    [end] = shipped["Operation Ichi-Go", "end"].groups
    assert (len(end.claims), independent(end.claims)) == (4, 2)


def test_the_claims_of_one_text_against_itself_are_all_kept(shipped):
    [strength] = shipped["Japanese forces, whole campaign", "strength"].groups
    assert len({claim.source for claim in claims_of(strength)}) == 1
    assert [len(camp) for camp in strength.camps()] == [2, 2]


def test_the_phases_and_the_names_that_the_texts_give_are_there(shipped):
    slugs = set(Campaign.objects.values_list("slug", flat=True))
    assert slugs == {
        "ichi-go", "henan", "hunan", "guangxi-guizhou", "eastern-zhejiang", "new-fourth-army", "reoccupation-1945",
        "zhejiang-jiangxi", "zj-advance", "zj-withdrawal",
    }  # fmt: skip
    names = set(Campaign.objects.values_list("names__text", flat=True))
    assert names >= {"一号作戦", "Ichi-gō Sakusen", "Operation Number One", "一号作战"}
    assert names >= {"浙贛作戦", "浙赣战役", "浙贛戰役", "zheganzhanyi"}


def test_commanders_have_their_tenures(shipped):
    tenures = Claim.objects.of_command().filter(body__name="China Expeditionary Army").exclude(during="")
    assert {claim.agents.get().name: claim.during for claim in tenures} == {
        "Hata Shunroku": "1941-03/1944-11",
        "Okamura Yasuji": "1944-11-24/1945",
    }


def test_importing_what_comes_along_again_changes_nothing(shipped):
    for path in DATA.glob("*.yaml"):
        assert plan(path).changes == ()
