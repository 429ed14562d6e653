"""What an address of the Image API means, by the standard's own examples and by whatever somebody may type."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.images.regions import Cut
from archive.interop.image_request import LARGEST_ANSWER, BadRequest, canonical, read


def asked(region="full", size="max", rotation="0", file_name="default.jpg", of=(300, 200)) -> Cut:
    return read(*of, region, size, rotation, file_name)


@pytest.mark.parametrize(
    ("region", "expected"),
    [
        ("full", (0, 0, 300, 200)),
        ("square", (50, 0, 200, 200)),
        ("125,15,120,140", (125, 15, 120, 140)),
        ("pct:41.6,7.5,40,70", (125, 15, 120, 140)),
        ("125,15,200,200", (125, 15, 175, 185)),
        ("pct:41.6,7.5,66.6,100", (125, 15, 175, 185)),
    ],
)
def test_the_regions_of_the_standards_examples(region, expected):
    cut = asked(region)
    assert (cut.left, cut.top, cut.width, cut.height) == expected


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ("max", (300, 200)),
        ("150,", (150, 100)),
        (",150", (225, 150)),
        ("pct:50", (150, 100)),
        ("225,100", (225, 100)),
        ("!225,100", (150, 100)),
        ("1,", (1, 1)),
    ],
)
def test_the_sizes_of_the_standards_examples(size, expected):
    cut = asked(size=size)
    assert (cut.to_width, cut.to_height) == expected


@pytest.mark.parametrize(
    "wrong",
    [
        {"region": "300,0,10,10"}, {"region": "0,0,0,10"}, {"region": "0,0,10"}, {"region": "-1,0,10,10"},
        {"region": "pct:0,0,0,0"}, {"region": "٣,0,10,10"}, {"region": "1e1,0,10,10"},
        {"size": "301,"}, {"size": "^max"}, {"size": "0,"}, {"size": ",0"}, {"size": "0,0"}, {"size": ","},
        {"size": "pct:101"}, {"size": "!600,400"}, {"size": "full"}, {"size": "!100,"}, {"size": "-5,"},
        {"rotation": "45"}, {"rotation": "-90"}, {"rotation": "361"}, {"rotation": "x"}, {"rotation": ""},
        {"file_name": "default.gif"}, {"file_name": "native.jpg"}, {"file_name": "default"}, {"file_name": "jpg"},
        {"size": "999999999999999999999,"}, {"region": "0,0,9999999999,1"},
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused_with_the_part_that_is_wrong(wrong):
    with pytest.raises(BadRequest, match=next(iter(wrong)).replace("file_name", "quality|format")):
        asked(**wrong)


def test_no_answer_is_larger_than_the_bound():
    assert asked(of=(16_000, 12_000)).to_width == LARGEST_ANSWER
    with pytest.raises(BadRequest):
        asked(size="3201,", of=(16_000, 12_000))


_SIDE = st.integers(1, 20_000)
_PART = st.integers(0, 25_000)


@given(_SIDE, _SIDE, st.tuples(_PART, _PART, _PART, _PART), st.tuples(_PART, _PART))
def test_whatever_is_asked_lies_in_the_picture_and_its_canonical_address_means_the_same(width, height, region, size):
    try:
        cut = read(width, height, ",".join(map(str, region)), ",".join(map(str, size)), "90", "default.jpg")
    except BadRequest:
        return
    assert cut.left + cut.width <= width
    assert cut.top + cut.height <= height
    assert cut.to_width <= cut.width <= width
    assert cut.to_height <= cut.height <= height
    path = canonical(width, height, cut).split("/")
    assert read(width, height, *path) == cut


@given(st.text(), st.text(), st.text(), st.text())
def test_any_text_is_understood_or_refused(region, size, rotation, file_name):
    with suppress(BadRequest):
        assert read(300, 200, region, size, rotation, file_name)
