"""A text cut where statements begin and end, for a page to mark the words each rests on, or to show those alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Segment:
    """A run of the text, the keys of the spans that cover it, and of those that begin with it."""

    text: str
    keys: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()


def segments(text: str, spans: Iterable[tuple[int, int, str]]) -> list[Segment]:
    """Cut a text at the edges of spans (start, end, key), which may overlap. Joined again they are the text.

    A span that reaches beyond the text, or is empty, is left out.
    """
    kept = [(start, end, key) for start, end, key in spans if 0 <= start < end <= len(text)]
    edges = sorted({0, len(text), *(start for start, _, _ in kept), *(end for _, end, _ in kept)})
    return [
        Segment(
            text[left:right],
            tuple(key for start, end, key in kept if start <= left and right <= end),
            tuple(key for start, _end, key in kept if start == left),
        )
        for left, right in pairwise(edges)
    ]


def around(text: str, start: int, end: int, letters: int) -> tuple[str, str, str]:
    """What stands before a span, the span, and what stands after: so many letters on each side, in whole words."""
    before, after = text[:start], text[end:]
    if len(before) > letters:
        before = "… " + before[-letters:].partition(" ")[2]
    if len(after) > letters:
        after = after[:letters].rpartition(" ")[0] + " …"
    return before, text[start:end], after
