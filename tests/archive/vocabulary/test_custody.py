"""The chain of hands: who had it, and when nobody knows."""

from __future__ import annotations

import pytest

from archive.vocabulary.custody import Gap, Handover, chain, gaps, same_hands
from archive.vocabulary.dates import EdtfDate


def day(edtf: str) -> EdtfDate | None:
    return EdtfDate.parse(edtf) if edtf else None


def hand(giver: str, receiver: str, edtf: str = "") -> Handover:
    return Handover(giver, receiver, day(edtf))


def told(links) -> list[str]:
    """A chain in short: hands as “A>B”, gaps as “?since..until”."""
    return [
        f"?{link.since or ''}..{link.until or ''}" if isinstance(link, Gap) else f"{link.giver}>{link.receiver}"
        for link in links
    ]


@pytest.mark.parametrize(
    ("handovers", "expected"),
    [
        ([], []),
        ([hand("Office", "Haverly", "1945"), hand("Haverly", "Quist", "1998")], ["Office>Haverly", "Haverly>Quist"]),
        (
            [hand("Office", "Haverly", "1945"), hand("", "Quist", "1990~")],
            ["Office>Haverly", "?1945..1990~", ">Quist"],
        ),
        ([hand("Office", "", "1945"), hand("", "Quist", "1990~")], ["Office>", "?1945..1990~", ">Quist"]),
        ([hand("Office", "Haverly", "1945"), hand("Dean", "Quist")], ["Office>Haverly", "?1945..", "Dean>Quist"]),
        ([hand("", "Quist", "1990~")], ["?..1990~", ">Quist"]),
        ([hand("Haverly", "", "1945")], ["Haverly>", "?1945..2024-03-05"]),
        ([hand("B", "C", "1960"), hand("A", "B", "1944")], ["A>B", "B>C"]),
    ],
)
def test_what_nobody_knows_is_a_gap_with_its_days(handovers, expected):
    assert told(chain(handovers, arrived=day("2024-03-05"))) == expected


def test_a_change_without_a_day_comes_last():
    assert told(chain([hand("B", "C"), hand("A", "B", "1944")])) == ["A>B", "B>C"]


def test_a_chain_without_gaps_has_none():
    assert gaps(chain([hand("A", "B", "1944"), hand("B", "C", "1960")])) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("his family", "the family", True),
        ("Wen Zhaoming", "wen zhaoming ", True),
        ("韋兆明", "韋兆明 家屬", True),
        ("Orrin Haverly", "Arthur Dean", False),
        ("the man of it", "the son of it", False),
        ("", "", False),
        (" ", "Haverly", False),
    ],
)
def test_wordings_of_the_same_hands_join(one, other, same):
    assert same_hands(one, other) is same
