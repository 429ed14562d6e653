"""Spellings that mean the same meet; spellings that differ can still be told apart."""

import pytest

from archive.reading.folding import fold, marked_key, name_key, query_words, words


@pytest.mark.parametrize("text", ["Ping Yang", "P'ing-yang", "P’ing‑yang", "pingyang", "PING-YANG", "Pʻing Yang"])
def test_however_it_is_spaced_or_marked_a_name_has_one_key(text):
    assert name_key(text) == "pingyang"


@pytest.mark.parametrize(
    ("one", "other"), [("廣東", "广东"), ("広東", "廣東"), ("龍", "竜"), ("臺灣", "台湾"), ("縣", "県")]
)
def test_simplified_traditional_and_japanese_forms_are_one(one, other):
    assert name_key(one) == name_key(other)


def test_different_characters_stay_different():
    assert name_key("衡州") != name_key("衡陽")


def test_marks_and_case_do_not_count():
    assert fold("Hsü-ch’ang ŌKYŌ Łódź") == "hsuchang okyo lodz"


def test_the_finer_key_keeps_what_wade_and_giles_meant():
    assert marked_key("Ch’u") != marked_key("Chu")
    assert marked_key("Hsü") != marked_key("Hsu")
    assert marked_key("Ch’u-chou") == marked_key("ch'uchou")


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Code 07041430/B", "07041430"),
        ("Code 07041430/B", "07041430/B"),
        ("SC-227010", "227010"),
        ("A B-25H over Liu-chou", "B-25"),
        ("A B-25H over Liu-chou", "Liuchou"),
        ("the U.S.S. Essex", "USS"),
        ("Merrill’s Marauders", "merrill"),
        ("重慶慶祝勝利", "重庆"),
        ("重慶慶祝勝利", "勝"),
        ("Rubble and skeleton buildings--all that was left", "buildings"),
        ("2026.3.14", "2026.3.14"),
    ],
)
def test_a_text_is_found_by_the_words_one_would_type(text, query):
    assert set(query_words(query)) <= set(words(text))


def test_han_characters_are_not_found_across_a_gap():
    assert not set(query_words("重慶")) <= set(words("重要的慶祝"))


def test_a_word_has_a_greatest_length():
    assert max(map(len, words("a-" * 50_000 + "x" * 50_000))) <= 64
