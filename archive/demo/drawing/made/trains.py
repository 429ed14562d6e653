"""The railway: locomotive, wagons, and the track they stand on. Everything runs along z, front towards -z."""

from math import cos, pi, sin
from random import Random

from archive.demo.drawing.studio.camera import Point
from archive.demo.drawing.studio.solids import Shape, beam, box, disc, group, sheet, turned

BLACK = 0.2
SPACING, SLEEPERS_SEEN = 0.75, 75.0
"""Metres between sleepers, and how far off they can still be told apart."""
FLOOR = 1.15
"""Height of a wagon's floor above the rails in metres."""


def track(length: float, start: float = 0.0) -> Shape:
    """Sleepers and two rails on the ground, from `start` away from the viewer."""
    return _sleepers(min(length, SLEEPERS_SEEN), start) + group(_rail(side, length, start) for side in (-0.72, 0.72))


def _sleepers(length: float, start: float) -> Shape:
    """Sleepers, sinking into the tone of the ballast with distance."""
    spots = [index * SPACING for index in range(int(length / SPACING))]
    return group(box(2.3, 0.06, 0.24, 0.24 + 0.22 * spot / length).moved(z=start + spot) for spot in spots)


def _rail(x: float, length: float, start: float) -> Shape:
    """A rail's bright head and its dark flank, in lengths of six metres."""
    parts = []
    for reach in range(0, int(length), 6):
        near, far = start + reach, start + reach + 6
        left, right = x - 0.04, x + 0.04
        head: list[Point] = [(left, 0.2, near), (right, 0.2, near), (right, 0.2, far), (left, 0.2, far)]
        flank: list[Point] = [(left, 0.2, near), (left, 0.2, far), (left, 0.06, far), (left, 0.06, near)]
        parts += [sheet(flank, 0.2, lift=7), sheet(head, 0.85, lift=7.1)]
    return group(parts)


def _wheels(radius: float, spots: list[float], tone: float = BLACK) -> Shape:
    sides = []
    for z in spots:
        for x in (-0.85, 0.85):
            tyre = disc(radius, tone) + disc(radius * 0.8, tone * 1.9).moved(0.03 if x > 0 else -0.03)
            sides.append((tyre + _spokes(radius * 0.78, 0.05 if x > 0 else -0.05)).moved(x, radius, z))
    return group(sides)


def _spokes(radius: float, x: float) -> Shape:
    arms = []
    for spoke in range(4):
        s, c = sin(pi * spoke / 4), cos(pi * spoke / 4)
        rim: list[Point] = [(x, radius * c, radius * s), (x, -radius * c, -radius * s)]
        arms.append(beam(rim[0], rim[1], 0.09, 0.1))
    return group(arms)


def locomotive() -> Shape:
    """A steam locomotive of the plainer sort with its tender, 16 metres long."""
    boiler = turned([(0.9, 0.82), (1.0, 0.86), (7.6, 0.86), (7.7, 0.84)], BLACK, points=20).moved(y=2.45)
    door = turned([(0.72, 0.1), (0.8, 0.6), (0.9, 0.7)], BLACK * 1.25, points=20).moved(y=2.45)
    chimney = (
        turned([(0, 0.3), (0.5, 0.24), (0.95, 0.3), (1.0, 0.34)], BLACK, points=14).pitched(90).moved(y=3.2, z=1.6)
    )
    bands = group(turned([(z, 0.875), (z + 0.1, 0.875)], 0.45, points=20).moved(y=2.45) for z in (1.3, 2.9, 4.5, 6.1))
    plate = sheet([(-0.35, 2.0, 0.69), (0.35, 2.0, 0.69), (0.35, 2.2, 0.69), (-0.35, 2.2, 0.69)], 0.8, 0.3)
    domes = group(
        turned([(0, 0.44), (0.4, 0.42), (0.6, 0.2)], BLACK * 1.3).pitched(90).moved(y=3.2, z=z) for z in (3.6, 5.5)
    )
    lamp = turned([(0, 0.2), (0.35, 0.24)], 0.5).moved(y=3.5, z=0.6)
    cab = box(2.7, 2.5, 2.0, BLACK * 1.2).moved(y=1.35, z=8.6) + box(3.0, 0.12, 2.6, BLACK).moved(y=3.85, z=8.6)
    panes = group(sheet([(x, 3.0, 8.1), (x, 3.0, 9.1), (x, 3.6, 9.1), (x, 3.6, 8.1)], 0.05, 0.2) for x in (-1.36, 1.36))
    frame = box(2.2, 0.5, 9.0, BLACK * 0.8).moved(y=0.95, z=4.6) + box(2.6, 0.55, 0.3, 0.3).moved(y=0.85, z=0.35)
    footplate = box(2.7, 0.08, 7.4, BLACK * 1.5).moved(y=1.55, z=4.2)
    cylinders = group(turned([(1.3, 0.4), (2.3, 0.4)], BLACK * 1.5).moved(x=x, y=0.95) for x in (-1.15, 1.15))
    rods = group(box(0.08, 0.16, 4.6, 0.62).moved(x=x, y=0.75, z=5.0) for x in (-1.05, 1.05))
    wheels = _wheels(0.46, [1.3, 2.5]) + _wheels(0.78, [3.9, 5.6, 7.3])
    tender = box(2.6, 1.9, 5.4, BLACK * 1.1).moved(y=1.1, z=13.0) + _wheels(0.46, [11.2, 12.4, 14.0, 15.0])
    coal = group(box(0.9, 0.5, 1.1, 0.06).moved(x=x, y=2.9, z=z) for x in (-0.6, 0.5) for z in (12.0, 13.2, 14.4))
    engine = [boiler, bands, door, plate, chimney, domes, lamp, cab, panes, frame, footplate, cylinders, rods]
    return group([*engine, wheels, tender, coal])


def boxcar(rng: Random) -> Shape:
    """A planked goods wagon, 9 metres long, its door a dark gap."""
    tone = rng.uniform(0.22, 0.36)
    body = box(2.7, 2.3, 8.6, tone).moved(y=FLOOR, z=4.5) + box(2.9, 0.16, 8.8, tone * 0.9).moved(y=FLOOR + 2.3, z=4.5)
    planks = group(_seam(x, z, tone) for x in (-1.36, 1.36) for z in (1.2, 2.2, 3.2, 5.8, 6.8, 7.8))
    ends = group(_upright(x, tone * 0.5) for x in (-0.9, -0.45, 0.0, 0.45, 0.9))
    doors = group(
        sheet([(x, FLOOR, 3.7), (x, FLOOR, 5.3), (x, FLOOR + 2.0, 5.3), (x, FLOOR + 2.0, 3.7)], 0.05, 0.2)
        for x in (-1.36, 1.36)
    )
    letters = group(
        sheet([(x, FLOOR + 1.3, 6.4), (x, FLOOR + 1.3, 7.6), (x, FLOOR + 1.55, 7.6), (x, FLOOR + 1.55, 6.4)], 0.7, 0.2)
        for x in (-1.37, 1.37)
    )
    return group([body, planks, ends, doors, letters, _bogies()])


def flatcar(rng: Random) -> Shape:
    """An open wagon with low sides, loaded with boxes and bundles."""
    tone = rng.uniform(0.22, 0.34)
    bed = box(2.6, 0.7, 8.6, tone).moved(y=FLOOR, z=4.5)
    load = group(
        box(rng.uniform(0.5, 1.2), rng.uniform(0.4, 1.1), rng.uniform(0.5, 1.3), rng.uniform(0.2, 0.7))
        .yawed(rng.uniform(-20, 20))
        .moved(rng.uniform(-0.8, 0.8), FLOOR + 0.7, rng.uniform(1, 8))
        for _ in range(12)
    )
    return group([bed, load, _bogies()])


def _seam(x: float, z: float, tone: float) -> Shape:
    return sheet(
        [(x, FLOOR, z), (x, FLOOR, z + 0.07), (x, FLOOR + 2.3, z + 0.07), (x, FLOOR + 2.3, z)], tone * 0.5, 0.15
    )


def _upright(x: float, tone: float) -> Shape:
    """A gap between the planks of a wagon's end."""
    low, high, z = FLOOR, FLOOR + 2.3, 0.18
    return sheet([(x, low, z), (x + 0.05, low, z), (x + 0.05, high, z), (x, high, z)], tone, 0.2)


def _bogies() -> Shape:
    return _wheels(0.44, [1.4, 2.8, 6.2, 7.6]) + box(1.9, 0.35, 8.4, 0.1).moved(y=0.85, z=4.5)
