"""Front and back find each other by their names; what can be meant in two ways is never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.ingest.pairing import pair


def sides(*names: str) -> dict[str, str]:
    """Each clear file with its print and side."""
    return {side.name: f"{one.name} {side.side}" for one in pair(names).prints for side in one.sides}


@pytest.mark.parametrize(
    "names",
    [
        ("012.tif", "012b.tif"),
        ("012.tif", "012_verso.jpg"),
        ("012.jpg", "012-back.jpg"),
        ("012a.tif", "012b.tif"),
        ("012r.tif", "012v.tif"),
        ("012_r.tif", "012_v.tif"),
        ("012_front.tif", "012_back.tif"),
        ("012 recto.tif", "012 verso.tif"),
        ("012.tif", "012_VERSO.TIF"),
        ("front_012.tif", "back_012.tif"),
        ("front/012.tif", "back/012.tif"),
        ("012.tif", "012 (back).tif"),
    ],
)
def test_a_front_and_its_back_become_one_print(names):
    assert sides(*names) == {names[0]: "012 recto", names[1]: "012 verso"}


@pytest.mark.parametrize(
    "names",
    [
        ("012b.tif",),
        ("012.tif", "012a.tif"),
        ("012a.tif", "012b.tif", "012c.tif"),
        ("012.tif", "012.jpg"),
        ("012_back.tif", "012_verso.tif"),
        ("012a.tif", "012v.tif"),
    ],
)
def test_what_can_be_meant_in_two_ways_waits_to_be_renamed(names):
    pairing = pair(names)
    assert pairing.prints == ()
    assert [set(unclear.names) for unclear in pairing.unclear] == [set(names)]
    assert pairing.unclear[0].reason


def test_prints_come_in_the_order_people_count():
    assert [one.name for one in pair(["10.tif", "9.tif", "9b.tif", "100.tif"]).prints] == ["9", "10", "100"]


def test_equal_names_in_two_folders_are_two_prints():
    assert len(pair(["box 1/001.tif", "box 2/001.tif"]).prints) == 2


def test_details_follow_their_print():
    assert sides("7.tif", "7_detail.tif", "7_detail2.tif") == {
        "7.tif": "7 recto", "7_detail.tif": "7 detail", "7_detail2.tif": "7 detail",
    }  # fmt: skip


def test_what_computers_lay_down_for_themselves_is_left_out():
    assert pair([".DS_Store", "Thumbs.db", "._1.tif", "1.tif"]).files == 1


NAMES = st.lists(st.from_regex(r"[a-c0-2]{1,3}([_-](verso|back|r|v))?\.(tif|jpg)", fullmatch=True), max_size=12)


@given(NAMES)
def test_no_file_is_lost_or_doubled_whatever_it_is_called(names):
    names = list(dict.fromkeys(names))
    pairing = pair(names)
    clear = [side.name for one in pairing.prints for side in one.sides]
    unclear = [name for one in pairing.unclear for name in one.names]
    assert sorted(clear + unclear) == sorted(names)


@given(NAMES)
def test_the_order_of_the_names_does_not_matter(names):
    names = list(dict.fromkeys(names))
    assert {p.name.casefold() for p in pair(names).prints} == {p.name.casefold() for p in pair(names[::-1]).prints}


@given(NAMES)
def test_a_print_never_has_two_fronts_or_two_backs(names):
    for one in pair(dict.fromkeys(names)).prints:
        kinds = [side.side for side in one.sides if side.side != "detail"]
        assert len(kinds) == len(set(kinds))
