"""Marking the words of a search in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.reading.finding import Sought, excerpt, marked
from archive.reading.folding import query_words


def sought(text: str) -> Sought:
    return Sought(frozenset(query_words(text)))


def found(text: str, words: str) -> list[str]:
    return [piece.text for piece in marked(text, sought(words)) if piece.is_found]


@pytest.mark.parametrize(
    ("text", "words", "marks"),
    [
        ("The FERRY at Liu-chou", "ferry", ["FERRY"]),
        ("The ferry at Liu-chou", "liuchou", ["Liu-chou"]),
        ("The ferry at Liu-chou", "chou", ["Liu-chou"]),
        ("Hsü's ferry", "hsu", ["Hsü's"]),
        ("在柳州車站", "柳州", ["柳州"]),
        ("在柳州车站", "車站", ["车站"]),
        ("Code 07041420/C here", "07041420", ["07041420/C"]),
        ("ferryman", "ferry", []),
    ],
)
def test_what_was_looked_for_is_marked(text, words, marks):
    assert found(text, words) == marks


def test_a_beginning_marks_the_whole_word():
    pieces = marked("Ferries and ferrymen", Sought(beginnings=("ferr",)))
    assert [piece.text for piece in pieces if piece.is_found] == ["Ferries", "ferrymen"]


@given(st.text(), st.text(max_size=10))
def test_the_pieces_joined_are_the_text(text, words):
    assert "".join(piece.text for piece in marked(text, sought(words))) == text


@given(st.text(min_size=1, max_size=200).filter(lambda text: "ferry" not in text.casefold()))
def test_an_excerpt_holds_what_was_found_and_stays_short(before):
    pieces = excerpt(f"{before} ferry {'word ' * 80}", sought("ferry"))
    assert "ferry" in [piece.text for piece in pieces if piece.is_found]
    assert sum(len(piece.text) for piece in pieces) < 160


def test_nothing_found_gives_no_excerpt():
    assert excerpt("A market street.", sought("ferry")) == []
