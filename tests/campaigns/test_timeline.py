"""The drawing of time: months as columns, bars in proportion, events where they happened, titles that can be read."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from campaigns.asking import Stretch
from campaigns.tally import Span
from campaigns.timeline import Happening, all_time_of, axis, timeline_of

YEAR = axis(date(1944, 4, 3), date(1945, 1, 20))


def drawn(happenings=(), spans=None, stretches=YEAR):
    counted = spans or {}
    return timeline_of(
        stretches, lambda one: counted.get(one.text, Span()), happenings, lambda one: f"?month={one.text}", None
    )


def day(month: int, number: int = 1) -> date:
    return date(1944, month, number)


def test_the_axis_has_every_month_from_the_first_day_to_the_last():
    assert [stretch.text for stretch in YEAR][::9] == ["1944-04", "1945-01"]
    assert len(YEAR) == 10


def test_a_long_axis_has_years_instead():
    assert [stretch.text for stretch in axis(date(1931, 9, 18), date(1945, 9, 2))] == [
        str(y) for y in range(1931, 1946)
    ]


def test_the_fullest_month_has_the_highest_bar_and_an_empty_one_none():
    heights = [column.height for column in drawn(spans={"1944-05": Span(1, 1), "1944-06": Span(5, 5)}).columns]
    assert heights[2] == max(heights)
    assert 0 < heights[1] < heights[2]
    assert heights[0] == 0


def test_one_photograph_among_thousands_is_still_seen():
    assert drawn(spans={"1944-05": Span(1), "1944-06": Span(9000)}).columns[1].height >= 3


def test_an_event_stands_within_its_month():
    timeline = drawn([Happening(day(11, 10), day(11, 10), "Liuzhou falls", "/e")])
    column = next(one for one in timeline.columns if one.stretch.text == "1944-11")
    assert column.x <= timeline.marks[0].x <= column.x + column.width


def test_titles_of_events_never_overlap():
    happenings = [Happening(day(6, n), day(6, n), f"Something of note happens, number {n}", "/e") for n in range(1, 13)]
    spots = [(mark.y, *sorted((mark.label_x, mark.label_x + 7 * len(mark.label)))) for mark in drawn(happenings).marks]
    for turn, (y, start, end) in enumerate(spots):
        for other_y, other_start, other_end in spots[turn + 1 :]:
            assert y != other_y or end <= other_start or other_end <= start


def test_with_very_many_events_each_still_has_its_mark():
    happenings = [
        Happening(day(6, n % 28 + 1), day(6, n % 28 + 1), "A long title of an event", f"/{n}") for n in range(80)
    ]
    timeline = drawn(happenings)
    assert {mark.url for mark in timeline.marks} == {f"/{n}" for n in range(80)}
    assert max(mark.y for mark in timeline.marks) < timeline.height


def test_an_event_outside_the_axis_is_not_marked():
    assert drawn([Happening(date(1942, 4, 18), date(1942, 4, 18), "A raid", "/e")]).marks == []


@pytest.mark.parametrize("days", [1, 40, 4000])
def test_campaigns_begin_and_end_in_the_order_of_time(days):
    first = date(1937, 7, 7)
    two = [
        Happening(first, first + timedelta(days), "One", "/1"),
        Happening(first + timedelta(9), first + timedelta(days + 9), "Two", "/2"),
    ]
    drawing = all_time_of([(one, False) for one in two])
    assert drawing is not None
    assert drawing.runs[0].x < drawing.runs[1].x
    assert drawing.runs[1].x + drawing.runs[1].width <= drawing.width


def test_without_a_dated_campaign_there_is_no_axis():
    assert all_time_of([]) is None


def test_a_month_is_said_in_words():
    assert Stretch.parse("1944-11").words == "November 1944"
