"""Whatever a text holds, reading it ends, soon, and without an error."""

import math
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.reading.captions import read_caption
from archive.reading.codes import read_code
from archive.reading.dates import read_date
from archive.reading.folding import query_words, words
from archive.reading.gazetteer import MemoryGazetteer, PlaceNameRecord

_GAZETTEER = MemoryGazetteer([PlaceNameRecord("liuzhou", "Liuchow"), PlaceNameRecord("liuzhou", "柳州")])
_BITS = (
    "1944 19 5 / - -- – . , ? ~ X [ ] { } .. 年 月 日 昭和 元 民國前 十 May may or and to between before Mon early "
    'second half week of Lt. Pick From: Code 07041420 Release Liuchow 柳州 B-25 SC 1st Air Force Photo by See here " “ '
    "( ) \n ² ٣ \x00"
)
_BITS_OF_TEXT = st.lists(st.sampled_from(_BITS.split(" ")), max_size=14)


def read_everything(text):
    read_caption(text, gazetteer=_GAZETTEER).as_dict()
    read_date(text)
    read_code(text)
    assert set(query_words(text)) <= set(words(text))


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=120))
def test_any_text_can_be_read(text):
    read_everything(text)


@settings(deadline=None, max_examples=250)
@given(_BITS_OF_TEXT, st.sampled_from(["", " "]))
def test_any_order_of_the_words_we_know_can_be_read(bits, between):
    read_everything(between.join(bits))


def seconds(text):
    start = time.process_time()
    read_caption(text, gazetteer=_GAZETTEER).as_dict()
    return time.process_time() - start


@pytest.mark.parametrize(
    "bit",
    [
        *("A", "a ", "A. ", "Mc", "Lt. Smith ", "Liuchow ", "柳", "(", '"', "-A-", "1944 ", "5/5/44 ", "probably "),
        *("Mon ", "Rome, 5/5/44--", "© IWM (", "OWI (", "Photo by ", "Xx Collection ", "1st Xx ", "Xx: yy\n", "\n"),
        "before x in ",
    ],
)
def test_the_time_grows_with_the_length_and_hardly_faster(bit):
    short, long = (bit * 20_000)[:5_000], (bit * 20_000)[:20_000]
    seconds(short[:100])
    growth = min(seconds(long) for _ in range(2)) / max(min(seconds(short) for _ in range(2)), 0.005)

    assert math.log(growth, 4) < 1.6  # that of a square is 2; a busy machine adds something
