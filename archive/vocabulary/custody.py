"""The chain of hands that an object went through, with its gaps: where nobody knows who had it, that is said.

Two changes of hands join when the one who received is the one who gave next. Names are compared loosely (“his family”
and “the family” are the same hands): a gap that is not one would accuse a family of nothing good.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from archive.vocabulary.dates import EdtfDate

_TELLING = 4
"""Words of fewer letters (the, of, his) tell nobody apart."""


@dataclass(frozen=True)
class Handover:
    """One change of hands; empty words for whoever is not known."""

    giver: str
    receiver: str
    when: EdtfDate | None = None
    when_words: str = ""
    how: str = ""
    evidence: str = ""


@dataclass(frozen=True)
class Gap:
    """A time in which nobody knows who had it; None for an end without a date."""

    since: EdtfDate | None
    until: EdtfDate | None


def chain(handovers: Iterable[Handover], *, arrived: EdtfDate | None = None) -> list[Handover | Gap]:
    """The changes of hands in the order of their days, those without a day last, with the gaps between them.

    `arrived` is when the museum received it, which ends a gap that no change of hands does.
    """
    return list(_linked(sorted(handovers, key=_first_day), arrived))


def gaps(links: Sequence[Handover | Gap]) -> list[Gap]:
    """The gaps of a chain."""
    return [link for link in links if isinstance(link, Gap)]


def _linked(ordered: Sequence[Handover], arrived: EdtfDate | None) -> Iterator[Handover | Gap]:
    for place, handover in enumerate(ordered):
        if place == 0 and not handover.giver:
            yield Gap(None, handover.when)
        elif place and not same_hands(ordered[place - 1].receiver, handover.giver):
            yield Gap(ordered[place - 1].when, handover.when)
        yield handover
    if ordered and not ordered[-1].receiver:
        yield Gap(ordered[-1].when, arrived)


def same_hands(one: str, other: str) -> bool:
    """Whether two wordings may mean the same hands; what is unknown is never the same."""
    if not one.strip() or not other.strip():
        return False
    if one.strip().casefold() == other.strip().casefold():
        return True
    return bool(_words(one) & _words(other))


def _words(text: str) -> set[str]:
    words = re.findall(r"\w+", text.casefold())
    return {word for word in words if len(word) >= _TELLING or not word.isascii()}


def _first_day(handover: Handover) -> date:
    return (handover.when.earliest or date.min) if handover.when else date.max
