"""A date in EDTF knows its days, its level and how to be told."""

from datetime import date

import pytest

from archive.vocabulary.date_words import in_words
from archive.vocabulary.dates import EdtfDate, certainly_within, possibly_within
from archive.vocabulary.errors import VocabularyError


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "level"),
    [
        ("1944", "1944-01-01", "1944-12-31", 0),
        ("1944-02", "1944-02-01", "1944-02-29", 0),
        ("1944-04/1944-12", "1944-04-01", "1944-12-31", 0),
        ("1944-24", "1944-12-01", "1945-02-28", 1),
        ("1944~", "1944-01-01", "1944-12-31", 1),
        ("194X", "1940-01-01", "1949-12-31", 1),
        ("1937/..", "1937-01-01", None, 1),
        ("/1945-05", None, "1945-05-31", 1),
        ("[1944-22,1944-23]", "1944-06-01", "1944-11-30", 2),
        ("[..1945-05-26]", None, "1945-05-26", 2),
        ("{1943,1945}", "1943-01-01", "1945-12-31", 2),
        ("XXXX-11-07", None, None, 2),
        ("1944-35", "1944-07-01", "1944-09-30", 2),
        ("1944?-05-~03", "1944-05-03", "1944-05-03", 2),
        ("194X-02-29", "1940-02-29", "1948-02-29", 2),
    ],
)
def test_a_date_knows_its_days_and_level(text, earliest, latest, level):
    value = EdtfDate.parse(text)

    assert (value.earliest and value.earliest.isoformat(), value.latest and value.latest.isoformat()) == (
        earliest,
        latest,
    )
    assert value.level == level


@pytest.mark.parametrize("text", ["", "1944-13", "1945-04-31", "1945/1944", "[..]", "44", "XXXX-02-30", "fall 1944"])
def test_what_is_no_date_is_refused_with_the_text_that_was_read(text):
    with pytest.raises(VocabularyError, match="is not a date in EDTF") as refusal:
        EdtfDate.parse(text)

    assert text in str(refusal.value)


def test_blanks_do_not_count():
    assert EdtfDate.parse(" [1944-22, 1944-23] ") == EdtfDate.parse("[1944-22,1944-23]")


def test_doubt_does_not_widen_the_days():
    plain, doubtful = EdtfDate.parse("1944-11-10"), EdtfDate.parse("1944-11-10%")

    assert (doubtful.earliest, doubtful.latest) == (plain.earliest, plain.latest)
    assert doubtful.is_approximate
    assert doubtful.is_uncertain
    assert not plain.is_approximate


def test_a_day_lies_certainly_within_its_season_and_a_season_only_possibly_at_its_day():
    day, season = EdtfDate.parse("1944-11-10"), EdtfDate.parse("1944-23")

    assert certainly_within(day, season)
    assert not certainly_within(season, day)
    assert possibly_within(season, day)


def test_days_apart_are_not_even_possibly_within_each_other():
    assert not possibly_within(EdtfDate.parse("1944-06-18"), EdtfDate.parse("1944-06-20"))


def test_an_open_end_reaches_all_that_follows():
    assert certainly_within(EdtfDate.parse("1952"), EdtfDate.parse("[1945-08-16..]"))
    assert not certainly_within(EdtfDate.parse("1937/.."), EdtfDate.parse("1937/1945"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1944-23", "fall 1944"),
        ("[1944-22,1944-23]", "summer or fall 1944"),
        ("1945-02-04~", "about 4 February 1945"),
        ("[..1945-05-26]", "before 27 May 1945"),
        ("[1945-08-16..]", "after 15 August 1945"),
        ("[..1944-12]", "December 1944 or earlier"),
        ("1944?", "probably 1944"),
        ("194X", "the 1940s"),
        ("1944-24", "winter 1944–45"),
        ("[1944-08-08,1944-08-09]", "8 or 9 August 1944"),
        ("[1944-04-21..1944-04-30]", "late April 1944"),
        ("[1945-01..1945-04]", "early 1945"),
        ("[1942..1945]", "between 1942 and 1945"),
        ("1937/..", "from 1937 on"),
        ("XXXX-11-07", "7 November, year unknown"),
        ("{1943,1944,1945}", "1943, 1944 and 1945"),
    ],
)
def test_a_date_is_told_in_words(text, words):
    assert str(in_words(EdtfDate.parse(text))) == words


def test_the_words_of_a_date_can_be_translated_pattern_by_pattern():
    german = {"{0} or {1}": "{0} oder {1}", "summer": "Sommer", "fall": "Herbst"}

    told = in_words(EdtfDate.parse("[1944-22,1944-23]")).render(lambda pattern: german.get(pattern, pattern))

    assert told == "Sommer oder Herbst 1944"


@pytest.mark.parametrize("text", ["[0001-01-01..]", "[..9999-12-31]"])
def test_the_first_and_last_days_there_are_can_be_told(text):
    assert str(in_words(EdtfDate.parse(text)))


def test_the_days_are_days():
    assert EdtfDate.parse("1945-07-04").earliest == date(1945, 7, 4)
