"""Frames of the map: what they hold, how they are written in an address, how one moves between them."""

from __future__ import annotations

import pytest

from archive.maps.boxes import THEATRE, Box, Sheet
from archive.vocabulary.errors import VocabularyError

HUNAN = Box(109, 25, 114, 30)


@pytest.mark.parametrize(
    "text", ["", "1,2,3", "a,b,c,d", "nan,20,110,30", "110,30,105,20", "0,0,10,10", "105,22,105.01,22.01"]
)
def test_a_frame_that_cannot_be_shown_is_refused_with_a_reason(text):
    with pytest.raises(VocabularyError, match="frame"):
        Box.parse(text)


def test_a_frame_is_read_as_it_is_written():
    assert Box.parse(str(HUNAN)) == HUNAN


@pytest.mark.parametrize("points", [[(109.4, 24.3)], [(109.4, 24.3), (113.6, 34.7)], [(95.3, 27.5), (129.6, 44.6)]])
def test_the_frame_round_some_points_holds_them_all(points):
    box = Box.around(points)
    assert all(box.holds(point) for point in points)


def test_points_far_away_do_not_widen_the_frame():
    assert Box.around([(109.4, 24.3), (-0.1, 51.5)]) == Box.around([(109.4, 24.3)])


def test_without_points_the_whole_theatre_is_shown():
    assert Box.around([]) == THEATRE


@pytest.mark.parametrize(
    "step", [lambda box: box.moved(-9, 0), lambda box: box.scaled(90), lambda box: box.moved(0, 9)]
)
def test_no_step_leads_out_of_the_theatre(step):
    reached = step(HUNAN)
    assert THEATRE.west <= reached.west < reached.east <= THEATRE.east
    assert THEATRE.south <= reached.south < reached.north <= THEATRE.north


def test_every_frame_that_a_step_leads_to_can_be_asked_for():
    for box in (HUNAN, HUNAN.scaled(0.5), HUNAN.scaled(0.01), HUNAN.scaled(9), HUNAN.moved(0.3, 0.3)):
        assert Box.parse(str(box))


def test_north_is_up_and_east_is_right():
    sheet = Sheet(HUNAN, 600)
    (x1, y1), (x2, y2) = sheet.place((110, 26)), sheet.place((112, 29))
    assert x1 < x2
    assert y2 < y1


def test_a_hundred_kilometres_measure_the_same_along_both_axes():
    sheet = Sheet(Box(109, 26, 113, 30), 600)
    middle = sheet.box.middle
    x, y = sheet.place(middle)
    north = y - sheet.place((middle[0], middle[1] + 100 / 111.32))[1]
    east = sheet.place((middle[0] + 100 / 111.32 / sheet.box.squeeze, middle[1]))[0] - x
    assert north == pytest.approx(sheet.units(100), abs=0.2)
    assert east == pytest.approx(sheet.units(100), abs=0.2)
