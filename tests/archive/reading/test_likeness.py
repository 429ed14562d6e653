"""A slip is near to what was meant, and another place's name is not taken for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.reading.likeness import likeness

LETTERS = st.text("aeiouhngkst", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("sulien", "ssulien"), ("kweiling", "kweilin"), ("chungkign", "chungking"), ("honkow", "hankow")],
)
def test_a_slip_is_likely(typed, meant):
    assert likeness(typed, meant).is_likely()


@pytest.mark.parametrize(("typed", "other"), [("sian", "kian"), ("liuchow", "foochow"), ("kweilin", "chengtu")])
def test_another_name_is_not(typed, other):
    assert likeness(typed, other).rule == "unlike"


def test_what_is_often_confused_is_nearer_than_an_accident():
    assert likeness("kweiling", "kweilin") > likeness("kweilinx", "kweilin")
    assert likeness("honan", "hunan") > likeness("hanan", "hxnan")


def test_the_first_letter_is_seldom_wrong():
    assert likeness("tunming", "kunming") < likeness("kunting", "kunming")


def test_the_rule_tells_confused_sounds_from_other_letters():
    assert likeness("kweiling", "kweilin").rule == "sound"
    assert likeness("kweiping", "kweiling").rule == "letters"


@given(LETTERS)
def test_nothing_is_liker_than_the_same(word):
    assert likeness(word, word).score == 1
    assert likeness(word, word + "x").score < 1


@given(LETTERS, LETTERS)
def test_a_score_is_between_nothing_and_one(typed, name):
    assert 0 <= likeness(typed, name).score <= 1
