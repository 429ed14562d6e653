"""Buildings of a southern town and of an airfield. Fronts face -z unless turned."""

from random import Random

from archive.demo.drawing.studio.solids import Shape, beam, box, gable, group, sheet

WINDOW, TILES = 0.07, 0.26


def opening(x: float, y: float, wide: float, tall: float, z: float, tone: float = WINDOW) -> Shape:
    """A window or door drawn on a wall at depth `z`, with a pale sill."""
    hole = sheet(
        [(x - wide / 2, y, z), (x + wide / 2, y, z), (x + wide / 2, y + tall, z), (x - wide / 2, y + tall, z)],
        tone,
        0.25,
    )
    sill = sheet(
        [
            (x - wide * 0.58, y - 0.12, z),
            (x + wide * 0.58, y - 0.12, z),
            (x + wide * 0.58, y, z),
            (x - wide * 0.58, y, z),
        ],
        0.75,
        0.2,
    )
    return hole + sill


def roof(width: float, height: float, depth: float, tone: float = TILES) -> Shape:
    """A tiled roof with its courses showing."""
    base = gable(width, height, depth, tone)
    courses = []
    for course in range(1, 8):
        share = course / 8
        y, z = height * share, -depth / 2 * (1 - share)
        courses.append(
            sheet(
                [
                    (-width / 2 - 0.5, y, z),
                    (width / 2 + 0.5, y, z),
                    (width / 2 + 0.5, y + 0.07, z + 0.07),
                    (-width / 2 - 0.5, y + 0.07, z + 0.07),
                ],
                tone * 0.6,
                0.2,
            )
        )
    ridge = box(width + 1.1, 0.25, 0.3, tone * 1.5).moved(y=height - 0.05)
    return base + group(courses) + ridge


def shophouse(rng: Random) -> Shape:
    """A narrow two- or three-storey house with an arcade below, as along the streets of river ports."""
    wide, storeys, deep = rng.uniform(4.2, 5.8), rng.choice((2, 2, 3)), 9.0
    tall, tone = 3.4 * storeys, rng.uniform(0.42, 0.78)
    front = -deep / 2 - 0.01
    parts = [box(wide, tall, deep, tone), opening(0, 0, wide * 0.84, 2.7, front, 0.05)]
    parts += [box(0.35, 2.8, 0.35, tone * 1.15).moved(x, 0, front - 1.6) for x in (-wide / 2 + 0.2, wide / 2 - 0.2)]
    parts.append(box(wide, 0.5, 1.9, tone * 1.05).moved(y=2.8, z=front - 0.9))
    for storey in range(1, storeys):
        parts += [opening(x * wide, storey * 3.4 + 0.9, 0.85, 1.6, front) for x in (-0.3, 0.0, 0.3)]
        parts.append(box(wide, 0.14, 0.3, tone * 1.2).moved(y=storey * 3.4 + 3.0, z=front - 0.12))
    parts.append(_crown(rng, wide, tall, deep, tone))
    if rng.random() < 0.7:
        parts.append(_signboard(rng, wide, front))
    return group(parts)


def _crown(rng: Random, wide: float, tall: float, deep: float, tone: float) -> Shape:
    """A tiled roof, or the stepped parapet of the newer houses."""
    if rng.random() < 0.5:
        return roof(wide, 1.6, deep).moved(y=tall)
    return box(wide, 0.7, 0.3, tone).moved(y=tall, z=-deep / 2 + 0.15) + box(wide * 0.5, 0.6, 0.3, tone).moved(
        y=tall + 0.7, z=-deep / 2 + 0.15
    )


def _signboard(rng: Random, wide: float, front: float) -> Shape:
    """A hanging shop sign seen from both sides; its writing is only marks."""
    x, paper = rng.choice((-0.42, 0.42)) * wide, rng.random() < 0.6
    board, ink = (0.85, 0.12) if paper else (0.14, 0.8)
    panel = box(0.1, 2.2, 0.7, board).moved(x, 3.5, front - 1.2)
    strokes = []
    for side in (-0.06, 0.06):
        for row in range(4):
            y, z = 3.7 + row * 0.48, front - 1.2
            for a, b in ((-0.2, 0.2), (-0.12, 0.14)):
                lift = y + rng.uniform(0, 0.26)
                strokes.append(
                    sheet(
                        [
                            (x + side, lift, z + a),
                            (x + side, lift, z + b),
                            (x + side, lift + 0.06, z + b),
                            (x + side, lift + 0.06, z + a),
                        ],
                        ink,
                        0.1,
                    )
                )
            strokes.append(
                sheet(
                    [
                        (x + side, y, z - 0.03),
                        (x + side, y, z + 0.03),
                        (x + side, y + 0.3, z + 0.03),
                        (x + side, y + 0.3, z - 0.03),
                    ],
                    ink,
                    0.1,
                )
            )
    return panel + group(strokes)


def station(rng: Random) -> Shape:
    """A small railway station: hall with a clock gable, wings, and a canopy over the platform."""
    tone = rng.uniform(0.55, 0.78)
    hall = box(11, 6.4, 9, tone) + roof(11, 2.4, 9, 0.3).moved(y=6.4)
    wings = group(box(9, 4.2, 7.5, tone * 0.96).moved(x) + roof(9, 1.8, 7.5, 0.3).moved(x, 4.2) for x in (-10, 10))
    doors = [opening(x, 0, 1.8, 3.2, -4.52, 0.05) for x in (-3, 0, 3)] + [
        opening(x, 4.2, 1.2, 1.3, -4.52) for x in (-3, 0, 3)
    ]
    panes = [opening(x, 1.2, 1.0, 1.7, -3.77) for x in (-13, -10.5, -8, 8, 10.5, 13)]
    board = sheet([(-2.6, 3.5, -4.55), (2.6, 3.5, -4.55), (2.6, 4.05, -4.55), (-2.6, 4.05, -4.55)], 0.9, 0.4)
    marks = [
        sheet([(x, 3.6, -4.56), (x + 0.6, 3.6, -4.56), (x + 0.55, 3.94, -4.56), (x + 0.05, 3.94, -4.56)], 0.15, 0.5)
        for x in (-1.9, -0.9, 0.2, 1.3)
    ]
    return group([hall, wings, *doors, *panes, board, *marks])


def canopy(length: float) -> Shape:
    """A platform roof on posts, along z."""
    posts = [beam((x, 0, z), (x, 3.4, z), 0.22, 0.3) for z in range(0, int(length), 5) for x in (-1.8, 1.8)]
    top = sheet([(-2.8, 3.4, -1), (0, 4.1, -1), (0, 4.1, length), (-2.8, 3.4, length)], 0.34)
    far = sheet([(0, 4.1, -1), (2.8, 3.4, -1), (2.8, 3.4, length), (0, 4.1, length)], 0.3)
    return group([*posts, far, top])


def control_tower(rng: Random) -> Shape:
    """A timber tower with a glazed cabin, as put up on a forward field."""
    tall, tone = rng.uniform(7, 10), rng.uniform(0.3, 0.5)
    legs = [beam((x * 2.2, 0, z * 2.2), (x * 1.7, tall, z * 1.7), 0.3, tone) for x in (-1, 1) for z in (-1, 1)]
    braces = []
    for level in range(3):
        low, high = tall * level / 3, tall * (level + 1) / 3
        for z in (-1.95, 1.95):
            braces += [
                beam((-2.0, low, z), (2.0, high, z), 0.14, tone),
                beam((2.0, low, z), (-2.0, high, z), 0.14, tone),
                beam((-2.0, high, z), (2.0, high, z), 0.16, tone),
            ]
    deck = box(6.2, 0.25, 6.2, tone * 1.2).moved(y=tall)
    rail = [beam((a, tall + 1.1, -3.05), (a, tall + 0.2, -3.05), 0.1, tone) for a in (-3, -1.5, 0, 1.5, 3)] + [
        beam((-3.05, tall + 1.1, -3.05), (3.05, tall + 1.1, -3.05), 0.1, tone)
    ]
    cabin = box(4.4, 2.6, 4.4, tone * 1.35).moved(y=tall + 0.25) + box(5.2, 0.25, 5.2, tone * 1.4).moved(y=tall + 2.85)
    glass = [opening(x, tall + 1.35, 1.15, 1.1, -2.21, 0.12) for x in (-1.4, 0, 1.4)]
    side = [opening(x, tall + 1.35, 1.15, 1.1, -2.21, 0.12).yawed(turn) for x in (-1.4, 0, 1.4) for turn in (90, -90)]
    ladder = [beam((a, 0, -2.4), (a, tall, -2.0), 0.1, tone) for a in (0.6, 1.1)] + [
        beam((0.6, y * 0.45, -2.4 + y * 0.018), (1.1, y * 0.45, -2.4 + y * 0.018), 0.07, tone)
        for y in range(1, int(tall / 0.45))
    ]
    mast = beam((1.6, tall + 3, 1.6), (1.6, tall + 6.5, 1.6), 0.1, 0.2)
    return group([*legs, *braces, deck, *rail, cabin, *glass, *side, *ladder, mast])


def windsock(rng: Random) -> Shape:
    """A pole with a filled sock."""
    lean = rng.uniform(-0.5, 0.1)
    sock = sheet([(0, 6.9, 0), (0, 6.3, 0), (2.2, 6.3 + lean, 0.4), (2.2, 6.6 + lean, 0.4)], 0.85)
    return beam((0, 0, 0), (0, 7, 0), 0.14, 0.25) + sock


def hut(rng: Random) -> Shape:
    """A long thatched barrack hut."""
    wide = rng.uniform(10, 16)
    walls = box(wide, 2.3, 5, 0.5)
    holes = [opening(-wide / 2 + 1.5 + i * 2.4, 1.0, 0.9, 0.8, -2.51) for i in range(int(wide / 2.4))]
    return group([walls, *holes, gable(wide, 2.2, 5, 0.36, eaves=0.8).moved(y=2.3)])


def pillbox(rng: Random) -> Shape:
    """A low street bunker of brick and earth with a firing slit."""
    slit = opening(0, 1.05, 1.7, 0.32, -1.81, 0.03)
    side = opening(0, 1.05, 1.3, 0.32, -1.96, 0.03).yawed(90)
    body = (
        box(3.9, 1.7, 3.6, rng.uniform(0.5, 0.66))
        + box(4.3, 0.3, 4.0, 0.44).moved(y=1.7)
        + box(3.0, 0.3, 2.8, 0.36).moved(y=2.0)
    )
    return body + slit + side
