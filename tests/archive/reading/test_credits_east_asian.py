"""Credits in Chinese and Japanese."""

from __future__ import annotations

import pytest

from archive.reading.credits_east_asian import find_east_asian_credits
from archive.reading.pieces import Kind


def read(text: str) -> list[tuple[str, str]]:
    """What each piece is, and its words."""
    return [(piece.kind.value, text[piece.start : piece.end]) for piece in find_east_asian_credits(text)]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("難民候車。王小亭攝", ("person", "王小亭")),
        ("桂林街景，中央社記者攝。", ("agency", "中央社")),
        ("圖/國史館提供 1944年秋", ("donor_or_source", "國史館")),
        ("照片：张三提供。", ("person", "张三")),
        ("（同盟社撮影）", ("agency", "同盟社")),
    ],
)
def test_agency_photographer_and_provider_are_told_apart(text, party):
    assert read(text)[1] == party


def test_a_provider_is_a_donor_and_a_maker_a_photographer():
    roles = [
        piece.value.role for text in ("张三提供", "张三攝") for piece in find_east_asian_credits(text) if piece.value
    ]
    assert roles == ["donor", "photographer"]


@pytest.mark.parametrize("text", ["攝於桂林，民國三十三年。", "他們提供糧食給難民。", "攝影", ""])
def test_other_uses_of_the_words_are_no_credit(text):
    assert all(piece.kind is not Kind.PERSON for piece in find_east_asian_credits(text))
