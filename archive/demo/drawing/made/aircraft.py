"""Aircraft from lofted rings and slabs: a fighter and a twin-engined bomber, noses towards +z."""

from collections.abc import Sequence
from math import cos, pi, sin

from archive.demo.drawing.studio.camera import Point
from archive.demo.drawing.studio.solids import Shape, disc, group, loft, oval, sheet, turned

OLIVE, BELLY, GLASS, RUBBER = 0.34, 0.5, 0.2, 0.1


def body(stations: Sequence[tuple[float, float, float, float]], tone: float) -> Shape:
    """A fuselage from (z, width, height, middle) stations, tail first."""
    return loft([oval(z, wide, tall, middle, points=18) for z, wide, tall, middle in stations], tone)


def slab(root: Sequence[Point], tip: Sequence[Point], thickness: float, tone: float) -> Shape:
    """A wing or fin: upper and lower skin between a root and a tip edge, each (leading, trailing)."""
    (a, b), (c, d) = root, tip
    upper = [a, b, d, c]
    raised = [(x, y + thickness, z) for x, y, z in upper]
    return sheet(raised, tone) + sheet(upper, tone * 0.9)


def fin(root: Sequence[tuple[float, float]], x: float, tone: float) -> Shape:
    """An upright surface at `x` from (z, y) corners."""
    return sheet([(x, y, z) for z, y in root], tone)


def pair(part: Shape) -> Shape:
    """A part on the right and its mirror image on the left."""
    return part + part.mirrored()


def star(x: float, y: float, z: float, radius: float) -> Shape:
    """The star with bars on a side of the fuselage at `x`."""
    out = 0.02 if x > 0 else -0.02
    rim: list[Point] = [(x, y + cos(pi * i / 9) * radius, z + sin(pi * i / 9) * radius) for i in range(18)]
    points: list[Point] = []
    for i in range(10):
        reach = radius * (0.96 if i % 2 == 0 else 0.4)
        points.append((x + out, y + cos(pi * i / 5) * reach, z + sin(pi * i / 5) * reach))
    bar: list[Point] = [
        (x, y + s * radius * 0.3, z + t * radius * 1.9) for s, t in ((1, -1), (1, 1), (-1, 1), (-1, -1))
    ]
    return sheet(bar, 0.92, 0.5) + sheet(rim, 0.16, 0.55) + sheet(points, 0.95, 0.6)


def wing_star(x: float, y: float, z: float, radius: float) -> Shape:
    """The star on a wing's upper or lower skin."""
    rim: list[Point] = [(x + sin(pi * i / 9) * radius, y, z + cos(pi * i / 9) * radius) for i in range(18)]
    points: list[Point] = []
    for i in range(10):
        reach = radius * (0.96 if i % 2 == 0 else 0.4)
        points.append((x + sin(pi * i / 5) * reach, y, z + cos(pi * i / 5) * reach))
    return sheet(rim, 0.16, 0.5) + sheet(points, 0.95, 0.6)


def propeller(radius: float, blades: int, turn: float) -> Shape:
    """Standing blades across the z axis."""
    shapes = []
    for blade in range(blades):
        angle = turn + 2 * pi * blade / blades
        s, c = sin(angle), cos(angle)
        wide = radius * 0.1
        shapes.append(
            sheet([(-c * wide, s * wide, 0.0), (s * radius, c * radius, 0.0), (c * wide, -s * wide, 0.0)], 0.14, 0.1)
        )
    return group(shapes)


def wheel(radius: float, x: float, y: float, z: float) -> Shape:
    """A tyre with a paler hub, lying along z."""
    hub = disc(radius * 0.45, 0.45).moved(0.02 if x > 0 else -0.02)
    return (disc(radius, RUBBER) + disc(radius, RUBBER).moved(-0.18 if x > 0 else 0.18) + hub).moved(x, y, z)


def fighter(turn: float = 0.3) -> Shape:
    """A single-seat fighter on its wheels, tail down, about 10 metres long and 11 across."""
    fuselage = body(
        [(-6.4, 0.1, 0.3, 0.5), (-5.2, 0.35, 0.75, 0.4), (-3, 0.75, 1.15, 0.2), (-0.6, 1.0, 1.5, 0.1),
         (1.2, 1.0, 1.45, 0.05), (2.6, 0.95, 1.35, -0.1), (3.5, 0.75, 1.05, -0.1)],
        OLIVE,
    )  # fmt: skip
    spinner = turned([(3.5, 0.34), (3.9, 0.26), (4.25, 0.05)], 0.6).moved(y=0.1)
    canopy = loft(
        [
            oval(z, w, h, 0.72, points=10)
            for z, w, h in ((-2.2, 0.2, 0.2), (-1.4, 0.6, 0.75), (-0.2, 0.62, 0.8), (0.7, 0.25, 0.2))
        ],
        GLASS,
    )
    wing = slab([(0.4, -0.45, 1.7), (0.4, -0.45, -0.9)], [(5.5, 0.1, 0.9), (5.5, 0.1, -0.4)], 0.12, OLIVE)
    tail = slab([(0.1, 0.5, -4.9), (0.1, 0.5, -6.2)], [(1.95, 0.5, -5.4), (1.95, 0.5, -6.1)], 0.08, OLIVE)
    rudder = fin([(-4.9, 0.6), (-5.8, 1.8), (-6.4, 1.7), (-6.6, 0.5), (-6.2, 0.2)], 0.0, OLIVE * 1.05)
    legs = pair(sheet([(1.3, -0.4, 0.9), (1.3, -0.4, 1.15), (1.3, -1.7, 1.25), (1.3, -1.7, 1.05)], 0.4))
    tyres = wheel(0.38, 1.35, -1.65, 1.2) + wheel(0.38, -1.35, -1.65, 1.2)
    marks = (
        star(0.47, 0.2, -2.9, 0.42)
        + star(-0.47, 0.2, -2.9, 0.42)
        + wing_star(3.9, 0.13, 0.3, 0.62)
        + wing_star(-3.9, 0.13, 0.3, 0.62)
    )
    mouth = sheet([(0.5, -0.5, 2.2), (0.47, -0.28, 3.4), (0.47, -0.62, 3.4)], 0.85, 0.3)
    whole = group([fuselage, spinner, canopy, pair(wing), pair(tail), rudder, legs, tyres, marks, pair(mouth)])
    return (whole + propeller(1.6, 3, turn).moved(y=0.1, z=3.8)).moved(y=2.03).pitched(9.5)


def bomber(turn: float = 0.3, *, tone: float = OLIVE) -> Shape:
    """A twin-engined, twin-finned medium bomber without its wheels, about 16 metres long and 20 across."""
    fuselage = body(
        [(-8, 0.4, 0.6, 0.5), (-6.6, 0.9, 1.1, 0.4), (-3.6, 1.3, 1.7, 0.15), (0, 1.45, 2.0, 0), (3.4, 1.45, 2.0, 0),
         (5.2, 1.35, 1.7, -0.1), (6.8, 1.1, 1.25, -0.2), (7.7, 0.5, 0.6, -0.25)],
        tone,
    )  # fmt: skip
    cockpit = loft(
        [
            oval(z, w, h, 0.8, points=10)
            for z, w, h in ((2.2, 0.7, 0.3), (3.0, 1.1, 0.9), (4.0, 1.05, 0.75), (4.8, 0.5, 0.2))
        ],
        GLASS,
    )
    turret = loft(
        [oval(z, w, w * 0.9, 0.95, points=10) for z, w in ((0.2, 0.3), (0.7, 0.9), (1.4, 0.9), (1.8, 0.3))], GLASS
    )
    glass_nose = pair(sheet([(0.58, 0.1, 6.1), (0.5, 0.1, 6.9), (0.52, -0.5, 6.9), (0.62, -0.5, 6.1)], GLASS, 0.3))
    inner = slab([(0.6, 0.25, 2.4), (0.6, 0.25, -0.9)], [(3.0, 0.5, 2.2), (3.0, 0.5, -0.8)], 0.3, tone)
    outer = slab([(3.0, 0.5, 2.2), (3.0, 0.5, -0.8)], [(10.2, 0.45, 1.1), (10.2, 0.45, -0.3)], 0.2, tone)
    nacelle = body(
        [(-2.6, 0.3, 0.3, 0.2), (-0.6, 1.1, 1.2, 0.05), (1.5, 1.35, 1.45, 0), (3.3, 1.4, 1.5, 0), (3.7, 1.15, 1.2, 0)],
        tone * 0.9,
    )
    engine = nacelle + turned([(3.7, 0.5), (3.75, 0.45)], 0.1) + propeller(1.9, 3, turn).moved(z=3.95)
    stabiliser = slab([(0.2, 0.75, -6.3), (0.2, 0.75, -7.9)], [(3.2, 0.75, -6.5), (3.2, 0.75, -7.9)], 0.12, tone)
    fins = fin([(-6.5, 0.4), (-6.8, 1.5), (-7.4, 1.75), (-8.1, 1.3), (-8.1, 0.1), (-7.3, -0.1)], 3.25, tone * 1.05)
    marks = (
        star(0.73, 0.1, -3.2, 0.6)
        + star(-0.73, 0.1, -3.2, 0.6)
        + wing_star(7.0, 0.72, 0.5, 0.95)
        + wing_star(-7.0, 0.42, 0.5, 0.95)
    )
    wings = pair(inner) + pair(outer) + pair(engine.moved(x=2.95, y=0.2))
    return group([fuselage, cockpit, turret, glass_nose, wings, pair(stabiliser), pair(fins), marks])


def wreck() -> Shape:
    """The bomber on its belly, one wing torn off and its blades bent."""
    whole = bomber(1.1, tone=0.4).rolled(-7).moved(y=1.15)
    kept = tuple(face for face in whole.faces if not any(x > 5.4 for x, _, _ in face.points))
    torn = (
        slab([(0, 0.1, 1.3), (0, 0.1, -1.2)], [(5.5, 0.3, 0.7), (5.0, 0.5, -0.4)], 0.2, 0.36)
        .yawed(38)
        .moved(x=7.5, z=-3.5)
    )
    return Shape(kept) + torn
