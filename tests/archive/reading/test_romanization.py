"""Pinyin becomes what maps and captions of the 1940s say, and what they say is read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.reading.folding import name_key
from archive.reading.romanization import derived_names, longer_forms, readings, shorter_forms
from archive.reading.romanization.syllables import PARTS, syllables
from archive.reading.romanization.wade_giles import wade_giles


def forms(pinyin: str, system: str) -> list[str]:
    return [form.text for form in derived_names(pinyin) if form.system == system]


def keys(variants) -> set[str]:
    return {variant.key for variant in variants}


@pytest.mark.parametrize(
    ("pinyin", "parted"),
    [
        ("Xi'an", ("xi", "an")),
        ("Xian", ("xian",)),
        ("Jinan", ("ji", "nan")),
        ("Liǔzhōu", ("liu", "zhou")),
        ("Liu3 zhou1", ("liu", "zhou")),
        ("Lǚshùn", ("lü", "shun")),
        ("Lvshun", ("lü", "shun")),
        ("Shaanxi", ("shan", "xi")),
        ("Myitkyina", ()),
        ("", ()),
    ],
)
def test_pinyin_is_parted_into_its_syllables(pinyin, parted):
    assert syllables(pinyin) == parted


@pytest.mark.parametrize(
    ("pinyin", "expected"),
    [
        ("Chongqing", "Ch'ung-ch'ing"),
        ("Xuchang", "Hsü-ch'ang"),
        ("Quanzhou", "Ch'üan-chou"),
        ("Guilin", "Kuei-lin"),
        ("Hechuan", "Ho-ch'uan"),
        ("Zunyi", "Tsun-i"),
        ("Mengzi", "Meng-tzu"),
        ("Silian", "Ssu-lien"),
        ("Yueyang", "Yüeh-yang"),
        ("Rongxian", "Jung-hsien"),
        ("Guodong", "Kuo-tung"),
        ("Shuoluo", "Shuo-lo"),
        ("Cixi", "Tz'u-hsi"),
        ("Zhijiang", "Chih-chiang"),
        ("Ertang", "Erh-t'ang"),
    ],
)
def test_wade_giles_follows_from_pinyin(pinyin, expected):
    assert forms(pinyin, "wade_giles") == [expected]


def test_two_syllables_of_pinyin_share_a_wade_giles_form_only_where_the_system_does():
    written: dict[str, set[str]] = {}
    for syllable in PARTS:
        written.setdefault(wade_giles(syllable), set()).add(syllable)
    assert [same for same in written.values() if len(same) > 1] == [{"e", "o"}, {"lo", "luo"}]


@pytest.mark.parametrize(
    ("pinyin", "expected"),
    [
        ("Liuzhou", "Liuchow"),
        ("Guangde", "Kwangteh"),
        ("Hankou", "Hankow"),
        ("Jiujiang", "Kiukiang"),
        ("Jinan", "Tsinan"),
        ("Shaoxing", "Shaohing"),
        ("Xinjiang", "Sinkiang"),
        ("Anhui", "Anhwei"),
        ("Wuxi", "Wusih"),
        ("Hechuan", "Hochwan"),
        ("Ningguo", "Ningkwo"),
        ("Huoshan", "Hwoshan"),
    ],
)
def test_the_postal_form_is_among_those_derived(pinyin, expected):
    assert expected in forms(pinyin, "postal")


def test_a_postal_form_that_pinyin_leaves_open_is_a_guess():
    assert {form.is_guess for form in derived_names("Jinan") if form.system == "postal"} == {True}
    assert {form.is_guess for form in derived_names("Liuzhou")} == {False}


def test_a_name_that_is_not_mandarin_has_no_derived_forms():
    assert derived_names("Myitkyina") == ()


def test_no_two_derived_forms_have_one_key_and_none_that_of_the_pinyin():
    for pinyin in ("Guilin", "Xi'an", "Jiaxing", "Silian", "Changsha"):
        found = [name_key(pinyin), *(name_key(form.text) for form in derived_names(pinyin))]
        assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("spelling", "pinyin", "rule"),
    [
        ("Kuei-lin", "guilin", "wade_giles"),
        ("kueilin", "guilin", "wade_giles"),
        ("Kweilin", "guilin", "postal"),
        ("Tsinan", "jinan", "postal"),
        ("Sulien", "silian", "careless"),
        ("Tzeliutsing", "ziliujing", "postal"),
        ("Liuzhou", "liuzhou", "pinyin"),
        ("Lieou-tcheou", "liuzhou", "french"),
        ("Sseu-tch'ouan", "sichuan", "french"),
        ("Tch'ang-cha", "changsha", "french"),
    ],
)
def test_an_old_spelling_is_read_back(spelling, pinyin, rule):
    assert readings(spelling)[pinyin] == rule


def test_what_is_no_mandarin_is_not_read():
    assert readings("Myitkyina") == readings("柳州") == readings("") == {}


def test_every_syllable_twice_comes_back_from_its_wade_giles():
    for syllable in PARTS:
        assert name_key(syllable * 2) in readings(f"{wade_giles(syllable)}-{wade_giles(syllable)}"), syllable


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        ("Kweilin City", "kweilin"),
        ("桂林市", "桂林"),
        ("宜山县", "宜山"),
        ("Liuchow Hsien", "liuchow"),
        ("Chengtufu", "chengtu"),
        ("Siang Kiang", "siang"),
        ("Nanning Air Base", "nanning"),
    ],
)
def test_an_ending_that_says_the_kind_may_be_left_out(typed, bare):
    assert bare in keys(shorter_forms(typed))


@pytest.mark.parametrize("typed", ["衡州", "衡陽", "Kweihsien", "Kweiyang", "瀘縣", "Hankow", "Honan"])
def test_nothing_is_dropped_that_would_leave_too_little(typed):
    assert shorter_forms(typed) == []


def test_an_ending_that_the_gazetteer_may_have_is_added():
    assert "moganshan" in keys(longer_forms("Mogan"))
    assert longer_forms("湘") == []


@given(st.text(max_size=40))
def test_any_text_at_all_may_be_asked_for(text):
    assert all(form.text for form in derived_names(text))
    assert all(name_key(pinyin) == pinyin for pinyin in readings(text))
    assert name_key(text) not in keys(shorter_forms(text)) - {""}
