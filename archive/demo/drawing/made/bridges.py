"""Bridges along x: steel trusses on stone piers, whole or fallen, and the planked roadway on pontoons."""

from math import atan2, degrees

from archive.demo.drawing.made.boats import pontoon
from archive.demo.drawing.studio.solids import Shape, beam, box, group

STEEL = 0.2


def truss(length: float, height: float, width: float = 5.0, tone: float = STEEL) -> Shape:
    """A through-truss span resting at y = 0 between x = 0 and `length`."""
    bays = 6
    step = length / bays
    parts = []
    for z in (-width / 2, width / 2):
        parts += [
            beam((0, 0, z), (length, 0, z), 0.7, tone),
            beam((step, height, z), (length - step, height, z), 0.6, tone),
        ]
        parts += [
            beam((0, 0, z), (step, height, z), 0.55, tone),
            beam((length, 0, z), (length - step, height, z), 0.55, tone),
        ]
        for bay in range(1, bays):
            parts.append(beam((bay * step, 0, z), (bay * step, height, z), 0.35, tone))
            if bay < bays - 1:
                ends = (0, height) if bay < bays / 2 else (height, 0)
                parts.append(beam((bay * step, ends[1], z), ((bay + 1) * step, ends[0], z), 0.32, tone))
    deck = box(length, 0.4, width, tone * 0.8).moved(x=length / 2, y=-0.4)
    braces = [
        beam((bay * step, height, -width / 2), (bay * step, height, width / 2), 0.3, tone) for bay in range(1, bays)
    ]
    return group([deck, *parts, *braces])


def pier(height: float) -> Shape:
    """A stone pier standing in the water."""
    return box(3.2, height, 7.0, 0.56) + box(3.8, 0.5, 7.6, 0.64).moved(y=height)


def fallen(length: float, height: float, drop: float, end: int) -> Shape:
    """A span with one end (-1 left, 1 right) slipped from its pier into the river."""
    slope = -end * degrees(atan2(drop, length))
    span = truss(length, height)
    return span.rolled(slope) if end > 0 else span.moved(x=-length).rolled(slope).moved(x=length)


def floating_road(spans: int, step: float = 4.6) -> Shape:
    """Pontoons carrying two planked treadways across the stream."""
    length = spans * step
    floats = [pontoon().moved(x=i * step + step / 2) for i in range(spans)]
    treads = [box(length, 0.22, 1.0, 0.62).moved(x=length / 2, y=1.05, z=z) for z in (-1.0, 1.0)]
    return group([*floats, *treads, box(length, 0.12, 3.0, 0.3).moved(x=length / 2, y=0.93)])
