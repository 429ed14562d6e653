"""What a picture looks like, in a few thousand grey cells, and how alike two of them are. Standard library alone.

A sketch is the picture shrunk to 72 by 64 grey cells, upright, whatever its proportions. From it come difference hashes
of 64 bits (is each of 9 by 8 fields lighter than the one to its right?), which find what may be alike in a large
collection, and then the correlation of fields, which says how alike. Copies that are lighter, darker or flatter keep
both. A copy whose edges were cut off keeps neither, so cuts of up to a tenth of the width or height are tried:

    the new one was cut from the old one     the old one's inner part is somewhere in the new one
    the old one was cut from the new one     the whole old one is somewhere in the new one
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise, product
from math import sqrt
from operator import add, mul

WIDTH, HEIGHT = 72, 64
FARTHEST = 10
"""How many of the 64 bits of two difference hashes may differ."""
NEAREST = 30
"""How many of the nearest are compared cell by cell."""
ALIKE = 0.965
"""From which correlation two pictures are shown to a person."""
_HASH_ACROSS, _HASH_DOWN = 9, 8
_GRID = 12
_MOST_CUT = (7, 6)
"""A tenth of the width and of the height, in cells."""
_STEPS = (3, 1)


@dataclass(frozen=True)
class Cut:
    """How many cells are cut off at each edge."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0


WHOLE = Cut()
INNER = Cut(_MOST_CUT[0], _MOST_CUT[1], _MOST_CUT[0], _MOST_CUT[1])
_EDGES = ("left", "top", "right", "bottom")


class Cells:
    """The cells of a sketch, summed so that the mean of any rectangle is had at once."""

    def __init__(self, cells: bytes) -> None:
        rows = [list(accumulate(cells[at : at + WIDTH], initial=0)) for at in range(0, WIDTH * HEIGHT, WIDTH)]
        self.sums = list(accumulate(rows, lambda above, row: list(map(add, above, row)), initial=[0] * (WIDTH + 1)))

    def fields(self, across: int, down: int, cut: Cut = WHOLE) -> list[float]:
        """The means of so many fields laid over what a cut leaves, row by row."""
        xs = _ticks(cut.left, WIDTH - cut.right, across)
        ys = _ticks(cut.top, HEIGHT - cut.bottom, down)
        means = []
        for top, bottom in pairwise(ys):
            upper, lower = self.sums[top], self.sums[bottom]
            heights = [lower[x] - upper[x] for x in xs]
            means += [
                (heights[at + 1] - heights[at]) / ((xs[at + 1] - xs[at]) * (bottom - top)) for at in range(across)
            ]
        return means


def _ticks(start: int, end: int, parts: int) -> list[int]:
    return [round(start + (end - start) * part / parts) for part in range(parts + 1)]


def likeness_of(cells: bytes) -> int:
    """The difference hash of a whole sketch, as a signed 64-bit number."""
    return difference_hash(Cells(cells), WHOLE)


def difference_hash(cells: Cells, cut: Cut) -> int:
    """The difference hash of what a cut leaves, as a signed 64-bit number."""
    fields = cells.fields(_HASH_ACROSS, _HASH_DOWN, cut)
    bits = 0
    for row in range(0, len(fields), _HASH_ACROSS):
        for at in range(row, row + _HASH_ACROSS - 1):
            bits = bits << 1 | (fields[at] > fields[at + 1])
    return bits - (1 << 64) if bits >> 63 else bits


def hashes_of_cuts(cells: Cells) -> list[int]:
    """The hashes of a picture with nothing, a twentieth or a tenth cut off at each edge."""
    across, down = ((0, (most + 1) // 2, most) for most in _MOST_CUT)
    cuts = product(across, down, across, down)
    return sorted({difference_hash(cells, Cut(*edges)) for edges in cuts})


def closeness(one: bytes, other: bytes) -> float:
    """How alike two sketches are, up to 1 for equal ones; either may be the other with its edges cut a little."""
    first, second = Cells(one), Cells(other)
    return max(_fit(first, second), _fit(second, first))


def _fit(whole: Cells, part: Cells) -> float:
    """How well the second fits into the first, at the best cut that climbing from two places finds."""
    target = _levelled(part.fields(_GRID, _GRID))
    middle = Cut(*((most + 1) // 2 for most in (*_MOST_CUT, *_MOST_CUT)))
    return max(_climb(whole, target, start) for start in (WHOLE, middle))


def _climb(whole: Cells, target: Sequence[float], cut: Cut) -> float:
    best = _correlation(whole, cut, target)
    for step in _STEPS:
        climbing = True
        while climbing:
            value, cut = max(
                ((_correlation(whole, near, target), near) for near in _near(cut, step)),
                key=lambda found: found[0],
            )
            climbing = value > best + 1e-6
            best = max(best, value)
    return best


def _near(cut: Cut, step: int) -> list[Cut]:
    """The cuts that differ by a step at one edge."""
    found = []
    for place, edge in enumerate(_EDGES):
        for cells in (getattr(cut, edge) - step, getattr(cut, edge) + step):
            if 0 <= cells <= _MOST_CUT[place % 2]:
                found.append(replace(cut, **{edge: cells}))
    return found


def _correlation(whole: Cells, cut: Cut, target: Sequence[float]) -> float:
    return sum(map(mul, _levelled(whole.fields(_GRID, _GRID, cut)), target))


def _levelled(values: Sequence[float]) -> list[float]:
    """With mean 0 and length 1; a picture of one tone is all zeros."""
    mean = sum(values) / len(values)
    apart = [value - mean for value in values]
    length = sqrt(sum(map(mul, apart, apart)))
    return [value / length for value in apart] if length > 1e-9 else apart
