"""What place is this spelling? Every listed form is found, look-alikes stay apart, and slips are only suggested."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from factories import make_place

from archive.models import Place, PlaceName
from archive.search.deriving import renew_derived_names
from archive.search.naming import what_place

CASES = Path(__file__).parents[3].parent / "shared" / "data" / "names.json"
pytestmark = pytest.mark.django_db


@pytest.fixture
def gazetteer() -> None:
    call_command("load_gazetteer", stdout=StringIO())


def named(typed: str) -> list[str]:
    return what_place(typed).as_dict()["matches"]


def suggested(typed: str) -> list[str]:
    return [one["place"] for one in what_place(typed).as_dict()["similar"]]


def place(code: str, *, kind: str = "city", **names: str) -> Place:
    made = make_place(code=code, title=next(iter(names.values())), kind=kind)
    for system, text in names.items():
        PlaceName.objects.create(place=made, system=system, text=text)
    return made


def test_every_listed_form_names_its_place(gazetteer):
    for name in PlaceName.objects.filter(is_derived=False, place__kind__in=("city", "river")).select_related("place"):
        assert name.place.code in named(name.text), name.text


def test_one_place_is_found_by_all_its_spellings(gazetteer):
    for typed in ("Liuchow", "LIU-CHOU", "liu chou", "Liuzhou", "柳州", "Ryūshū", "Ryushu", "柳州市", "Liuchow City"):
        assert named(typed) == ["liuzhou"], typed


@pytest.mark.parametrize("typed", ["Luchow", "Chuchow", "Ping Yang"])
def test_a_form_of_several_places_is_a_choice(gazetteer, typed):
    assert what_place(typed).ambiguous
    assert len(named(typed)) > 2


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("Liuchow", "leizhou"),
        ("Liuchow", "luzhou_sc"),
        ("Hengyang", "hanyang"),
        ("Kweilin", "guiping"),
        ("Honan", "hunan"),
        ("Siang River", "xian"),
        ("衡阳", "hanyang"),
    ],
)
def test_look_alikes_are_not_taken_for_each_other(gazetteer, typed, other):
    assert other not in named(typed)


def test_a_misspelling_found_before_names_its_place_and_says_that_it_is_one(gazetteer):
    answer = what_place("Sulien")
    assert [(one.place.code, one.rule) for one in answer.matches] == [("silian", "slip")]
    assert suggested("Sulien")[0] == "silian"


def test_a_misspelling_comes_after_the_places_that_are_called_so(gazetteer):
    assert named("Luichow") == ["leizhou", "liuzhou"]


def test_sulien_suggests_silian_where_nobody_has_met_the_misspelling(gazetteer):
    PlaceName.objects.filter(system="slip").delete()
    assert named("Sulien") == []
    assert suggested("Sulien")[0] == "silian"


def test_what_is_like_nothing_has_no_answer(gazetteer):
    assert what_place("Birmingham").as_dict() == {"matches": [], "similar": [], "ambiguous": False}


@pytest.mark.parametrize("typed", ["", " ", "'", "%", "a\0b", "\ud800", "x" * 5000, "柳" * 500])
def test_what_cannot_be_a_name_has_no_answer(gazetteer, typed):
    assert named(typed) == []


def test_context_puts_the_places_that_lie_in_it_first(gazetteer):
    guangxi, zhejiang = Place.objects.get(code="guangxi"), Place.objects.get(code="zhejiang")
    first_two = {one.place.code for one in what_place("Ping Yang", near=[guangxi.pk]).matches[:2]}
    assert first_two == {"binyang", "pingyang_gx"}
    assert what_place("Ping Yang", near=[zhejiang.pk]).matches[0].place.code == "pingyang_zj"


def test_the_apostrophe_that_was_typed_decides_which_comes_first(gazetteer):
    assert named("Ch'u-chou")[0] == "chuzhou_ah"
    assert named("Chu-chou")[0] != "chuzhou_ah"


def test_an_ending_agrees_with_the_kind_of_place(gazetteer):
    assert named("Liuyang Hsien") == ["liuyang"]
    assert named("Liuyang River") == []
    assert suggested("Liuyang River")[0] == "liuyang"


def test_an_airfield_by_its_towns_name_is_one_of_the_airfields_there(gazetteer):
    assert "guilin" not in named("Kweilin airfield")
    assert {Place.objects.get(code=code).kind for code in named("Kweilin airfield")} == {"airfield"}


def test_an_airfield_that_is_not_listed_leads_to_its_town(gazetteer):
    assert named("Kaifeng airfield") == ["kaifeng"]


def test_a_place_with_only_its_pinyin_is_found_by_its_old_forms():
    renew_derived_names([place("yibin", pinyin="Yibin"), place("baoji", pinyin="Baoji")])
    assert named("I-pin") == named("Ipin") == named("I Pin") == ["yibin"]
    assert named("Pao-chi") == named("Paoki") == ["baoji"]
    assert what_place("Paoki").matches[0].rule == "derived"


def test_a_derived_form_that_is_another_places_name_is_not_kept():
    owner = place("fushun_x", pinyin="Fushun", postal="Paoki")
    renew_derived_names([owner, place("baoji", pinyin="Baoji")])
    assert named("Paoki") == ["fushun_x"]
    assert "Pao-chi" in PlaceName.objects.filter(is_derived=True).values_list("text", flat=True)


def test_a_derived_form_goes_when_another_place_turns_out_to_be_called_so():
    baoji = place("baoji", pinyin="Baoji")
    renew_derived_names([baoji])
    owner = place("fushun_x", pinyin="Fushun", postal="Paoki")
    renew_derived_names([owner])
    assert not baoji.names.filter(text="Paoki").exists()


@pytest.mark.parametrize(
    "typed", ["Kweilin,", "KWEILIN.", "(Kweilin)", "“Kweilin”", " Kweilin\u3000", "「桂林」", "桂林。"]
)
def test_what_stands_around_a_name_is_no_part_of_it(gazetteer, typed):
    assert named(typed) == ["guilin"]


def test_what_follows_a_comma_says_where_the_place_lies(gazetteer):
    assert sorted(named("Kweiyang")) == ["guiyang", "guiyang_hn"]
    assert named("Kweiyang, Hunan") == named("Kweiyang, Hunan Province, China") == ["guiyang_hn"]
    assert named("Kweilin, China") == named("桂林，廣西") == ["guilin"]


def test_a_context_that_does_not_fit_takes_no_place_away(gazetteer):
    assert sorted(named("Kweiyang, Nowhere")) == sorted(named("Kweiyang, Fukien")) == ["guiyang", "guiyang_hn"]
    assert named("Nowhere, China") == named(",") == []


def test_forms_that_a_rule_learned_meanwhile_are_found_after_the_index_is_made_anew():
    place("ningguo", pinyin="Ningguo")
    assert named("Ningkwo") == []
    call_command("rebuild_search", stdout=StringIO())
    assert named("Ningkwo") == ["ningguo"]


def test_a_lost_apostrophe_makes_a_choice_and_not_a_merger():
    both = [place("qinzhou", pinyin="Qinzhou", wade_giles="Ch'in-chou"), place("jinzhou", pinyin="Jinzhou")]
    renew_derived_names(both)
    assert named("Ch'in-chou") == ["qinzhou"]
    assert named("Chin-chou") == ["jinzhou", "qinzhou"]
    assert what_place("Chin-chou").ambiguous


def test_nothing_is_guessed_where_a_postal_name_is_known():
    jinan = place("jinan", pinyin="Jinan", postal="Tsinan")
    renew_derived_names([jinan])
    assert "Kinan" not in jinan.names.values_list("text", flat=True)


def test_making_the_derived_names_again_changes_nothing():
    made = place("baoji", pinyin="Baoji")
    assert renew_derived_names([made]) > 0
    assert renew_derived_names([made]) == 0


def test_a_listed_form_costs_one_query(gazetteer, django_assert_num_queries):
    with django_assert_num_queries(1):
        what_place("Luchow")


def test_an_unknown_form_costs_few_queries(gazetteer, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        what_place("Kweilinn City")


def test_the_command_answers_line_by_line(gazetteer, monkeypatch):
    asked = [{"id": "a", "query": "Liuchow"}, {"id": "b", "query": "Kweiling"}]
    monkeypatch.setattr("sys.stdin", StringIO("\n".join(map(json.dumps, asked))))
    out = StringIO()
    call_command("find_place", "--jsonl", stdout=out)
    first, second = map(json.loads, out.getvalue().splitlines())
    assert first == {"id": "a", "matches": ["liuzhou"], "similar": [], "ambiguous": False}
    assert second["id"] == "b"
    assert second["similar"][0]["place"] == "guilin"
    assert set(second["similar"][0]) == {"place", "score", "rule"}


def test_the_command_without_a_name_says_what_it_wants():
    with pytest.raises(CommandError) as refused:
        call_command("find_place")
    assert refused.value.returncode == 2


def test_loading_the_gazetteer_again_leaves_it_as_it_is(gazetteer):
    Place.objects.filter(code="guilin").update(note="a curator's note")
    before = PlaceName.objects.count()
    out = StringIO()
    call_command("load_gazetteer", stdout=out)
    assert (PlaceName.objects.count(), Place.objects.get(code="guilin").note) == (before, "a curator's note")
    assert "none were loaded" in out.getvalue()


@pytest.mark.skipif(not CASES.exists(), reason="the cases lie outside the project")
def test_every_case_of_the_shared_list_passes(gazetteer):
    for case in json.loads(CASES.read_text(encoding="utf-8"))["cases"]:
        answer = what_place(case["query"])
        wanted = {one["place_id"] for one in case["must_find"]}
        confusable = {one["place_id"] for one in case["must_not_confuse"]} - wanted
        found = {one.place.code for one in answer.matches}
        assert wanted <= found, case["query"]
        assert not confusable & found, case["query"]
        assert answer.ambiguous or not case["ambiguous"], case["query"]
