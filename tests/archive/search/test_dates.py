"""Asking for a span of days: certainly, possibly, and what nobody can date."""

from __future__ import annotations

import pytest
from factories import indexed, make_dating, make_photo
from hypothesis import given
from hypothesis import strategies as st
from visiting import found

from archive.search.spans import days_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def photos() -> dict[str, str]:
    """The numbers of a photograph of June 1944, one of 1944, one of 1945, and one without a date."""
    numbers = {}
    for edtf in ("1944-06", "1944", "1945-02-03", ""):
        photo = make_photo(title=f"Dated {edtf}")
        if edtf:
            make_dating(photo, edtf)
        indexed(photo)
        numbers[edtf] = photo.number
    return numbers


def test_what_may_have_been_taken_then_is_found_first(visitor, photos):
    assert found(visitor, since="1944-05", until="1944-07") == {photos["1944-06"], photos["1944"]}


def test_what_was_certainly_taken_then_is_another_answer(visitor, photos):
    assert found(visitor, since="1944-05", until="1944-07", sure="certain") == {photos["1944-06"]}


def test_undated_photographs_are_offered_and_never_lost(visitor, photos):
    page = visitor.get("/photos/", {"since": "1944-05", "until": "1944-07"}).content.decode()
    assert "Also those without a date" in page
    with_them = found(visitor, since="1944-05", until="1944-07", sure="undated")
    assert with_them == {photos["1944-06"], photos["1944"], photos[""]}


def test_each_answer_says_how_many_it_gives(visitor, photos):
    answers = visitor.get("/photos/", {"since": "1944-05", "until": "1944-07"}).context["span"].answers
    assert [answer.count for answer in answers] == [2, 1, 3]


def test_one_bound_is_enough(visitor, photos):
    assert found(visitor, since="1945") == {photos["1945-02-03"]}
    assert found(visitor, until="1944") == {photos["1944-06"], photos["1944"]}


def test_bounds_may_be_words(visitor, photos):
    assert found(visitor, since="spring 1944", until="July 1944") == {photos["1944-06"], photos["1944"]}


def test_what_is_no_date_is_told_and_nothing_is_lost(visitor, photos):
    page = visitor.get("/photos/", {"since": "yesterdayish", "q": "Dated"})
    assert page.status_code == 200
    assert "yesterdayish" in page.context["problems"][0]
    assert page.context["words"] == "Dated"


def test_facets_are_counted_under_the_span(visitor, photos):
    years = next(box for box in visitor.get("/photos/", {"since": "1945"}).context["facets"] if box.key == "year")
    assert {value.label: value.count for value in years.values} == {"1940s": 1, "1944": 0, "1945": 1}


@given(st.dates())
def test_any_day_written_as_iso_is_that_day(day):
    assert days_of(day.isoformat()) == (day, day)
