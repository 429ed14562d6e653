"""Road vehicles: trucks, jeeps, ox-carts and the fuel drums beside them. Fronts towards -z."""

from random import Random

from archive.demo.drawing.studio.solids import Shape, box, disc, group, loft, oval, sheet, turned

DRAB = 0.36


def _tyres(radius: float, half: float, spots: list[float]) -> Shape:
    parts = []
    for z in spots:
        for side in (-1, 1):
            face = (
                disc(radius, 0.1) + disc(radius * 0.5, 0.3).moved(0.03 * side) + disc(radius, 0.08).moved(-0.25 * side)
            )
            parts.append(face.moved(half * side, radius, z))
    return group(parts)


def truck(rng: Random) -> Shape:
    """A two-and-a-half-ton truck, with or without its canvas."""
    tone = DRAB * rng.uniform(0.85, 1.2)
    bonnet = box(1.3, 0.8, 1.5, tone).moved(y=0.9, z=0.95) + box(2.0, 0.16, 1.3, tone).moved(y=0.95, z=0.8)
    grille = sheet([(-0.5, 0.85, 0.18), (0.5, 0.85, 0.18), (0.5, 1.6, 0.18), (-0.5, 1.6, 0.18)], 0.12, 0.1)
    lamps = group(turned([(0, 0.14), (0.12, 0.14)], 0.9).moved(x, 1.3, 0.1) for x in (-0.75, 0.75))
    cab = box(1.9, 1.0, 1.4, tone).moved(y=0.9, z=2.3) + box(1.7, 0.55, 1.2, tone * 0.9).moved(y=1.9, z=2.35)
    screen = sheet([(-0.75, 1.92, 1.72), (0.75, 1.92, 1.72), (0.75, 2.38, 1.72), (-0.75, 2.38, 1.72)], 0.08, 0.1)
    doors = group(
        sheet([(x, 1.95, 2.0), (x, 1.95, 2.8), (x, 2.4, 2.8), (x, 2.4, 2.0)], 0.07, 0.1) for x in (-0.86, 0.86)
    )
    bed = box(2.2, 0.65, 3.6, tone).moved(y=1.05, z=4.9) + box(2.0, 0.3, 5.6, 0.1).moved(y=0.7, z=3.6)
    bumper = box(2.0, 0.22, 0.14, tone * 0.8).moved(y=0.6, z=0.05)
    top = _canvas() if rng.random() < 0.65 else _cargo(rng)
    badge = group(sheet([(x, 1.1, 2.1), (x, 1.1, 2.5), (x, 1.5, 2.5), (x, 1.5, 2.1)], 0.8, 0.1) for x in (-0.96, 0.96))
    return group(
        [bonnet, grille, lamps, cab, screen, doors, bed, bumper, top, badge, _tyres(0.48, 1.02, [1.0, 4.6, 5.7])]
    )


def _canvas() -> Shape:
    ring = [(-1.1, 1.7), (-1.1, 2.6), (-0.6, 2.95), (0.6, 2.95), (1.1, 2.6), (1.1, 1.7)]
    return loft([[(x, y, z) for x, y in ring] for z in (3.1, 4.3, 5.5, 6.7)], 0.52)


def _cargo(rng: Random) -> Shape:
    return group(
        box(rng.uniform(0.5, 1.0), rng.uniform(0.5, 1.1), rng.uniform(0.5, 1.0), rng.uniform(0.3, 0.75)).moved(
            rng.uniform(-0.6, 0.6), 1.6, rng.uniform(3.6, 6.2)
        )
        for _ in range(7)
    )


def jeep(rng: Random) -> Shape:
    """A quarter-ton car with its windscreen up."""
    tone = DRAB * rng.uniform(0.9, 1.15)
    tub = box(1.5, 0.45, 3.1, tone).moved(y=0.5, z=1.6) + box(1.2, 0.32, 1.1, tone).moved(y=0.92, z=0.75)
    grille = sheet([(-0.5, 0.6, 0.03), (0.5, 0.6, 0.03), (0.5, 1.2, 0.03), (-0.5, 1.2, 0.03)], tone * 0.6, 0.1)
    lamps = group(turned([(0, 0.1), (0.05, 0.1)], 0.9).moved(x, 1.02, -0.05) for x in (-0.38, 0.38))
    screen = sheet([(-0.65, 1.2, 1.35), (0.65, 1.2, 1.35), (0.65, 1.72, 1.5), (-0.65, 1.72, 1.5)], 0.55)
    seats = group(box(0.5, 0.6, 0.14, 0.2).moved(x, 0.8, 2.3) for x in (-0.36, 0.36))
    return group([tub, grille, lamps, screen, seats, _tyres(0.38, 0.72, [0.6, 2.6])])


def cart(rng: Random) -> Shape:
    """A two-wheeled cart piled with household goods."""
    bed = (
        box(1.2, 0.12, 2.2, 0.3).moved(y=0.75)
        + box(0.08, 0.08, 3.6, 0.3).moved(x=-0.5, y=0.75, z=-1.2)
        + box(0.08, 0.08, 3.6, 0.3).moved(x=0.5, y=0.75, z=-1.2)
    )
    goods = group(
        box(rng.uniform(0.3, 0.8), rng.uniform(0.3, 0.7), rng.uniform(0.3, 0.8), rng.uniform(0.25, 0.75))
        .yawed(rng.uniform(-30, 30))
        .moved(rng.uniform(-0.3, 0.3), 0.87 + layer * 0.4, rng.uniform(-0.8, 0.8))
        for layer in (0, 0, 0, 1, 1)
    )
    return group([bed, goods, _tyres(0.62, 0.72, [0.0])])


def drum(tone: float = 0.4) -> Shape:
    """An upright fuel drum with its two hoops."""
    body = turned(
        [(0, 0.29), (0.29, 0.29), (0.3, 0.31), (0.33, 0.29), (0.58, 0.29), (0.6, 0.31), (0.63, 0.29), (0.88, 0.29)],
        tone,
    )
    return body.pitched(90)


def crates(rng: Random, count: int, spread: float) -> Shape:
    """Supply boxes, stacked as they came off the truck, some with a pale label."""
    parts = []
    for _ in range(count):
        wide, tall, deep = rng.uniform(0.5, 1.0), rng.uniform(0.35, 0.6), rng.uniform(0.5, 0.8)
        x, z, turn, tone = (
            rng.uniform(-spread, spread),
            rng.uniform(-0.8, 0.8),
            rng.uniform(-14, 14),
            rng.uniform(0.42, 0.8),
        )
        for layer in range(rng.choice((1, 1, 2, 3))):
            crate = box(wide, tall, deep, tone * rng.uniform(0.85, 1.1)) + _label(wide, tall, deep)
            parts.append(crate.yawed(turn).moved(x, layer * tall, z))
    return group(parts)


def _label(wide: float, tall: float, deep: float) -> Shape:
    front = -deep / 2 - 0.01
    strap = sheet(
        [
            (-wide / 2, tall * 0.44, front),
            (wide / 2, tall * 0.44, front),
            (wide / 2, tall * 0.54, front),
            (-wide / 2, tall * 0.54, front),
        ],
        0.22,
        0.1,
    )
    cross = group(
        sheet(
            [(-a, tall / 2 - b, front), (a, tall / 2 - b, front), (a, tall / 2 + b, front), (-a, tall / 2 + b, front)],
            0.14,
            0.2,
        )
        for a, b in ((0.13, 0.045), (0.045, 0.13))
    )
    return strap + cross


def litter_tent(width: float = 4.5, depth: float = 6.0, tone: float = 0.6) -> Shape:
    """A ridge tent with its flap open to the viewer."""
    h, wall, w = 2.7, 1.1, width / 2
    ring = [(-w, 0.0), (-w, wall), (0.0, h), (w, wall), (w, 0.0)]
    skin = loft([[(x, y, z) for x, y in ring] for z in (0.0, depth)], tone)
    return skin + sheet([(-0.7, 0, -0.02), (0.7, 0, -0.02), (0.0, 2.2, -0.02)], 0.07, 0.2)


def sandbags(rng: Random, length: float, courses: int) -> Shape:
    """A wall of filled bags along x."""
    bags = []
    for course in range(courses):
        x = -length / 2 + (0.28 if course % 2 else 0.0)
        while x < length / 2:
            ring = [oval(z, 0.52, 0.24, 0.12, points=8) for z in (-0.16, 0.16)]
            bags.append(loft(ring, rng.uniform(0.4, 0.62)).moved(x, course * 0.21, rng.uniform(-0.05, 0.05)))
            x += 0.55
    return group(bags)
