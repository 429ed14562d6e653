"""What bombardment leaves: walls with the sky behind their windows, heaps of brick and timber."""

from random import Random

from archive.demo.drawing.studio.camera import Point
from archive.demo.drawing.studio.noise import Noise
from archive.demo.drawing.studio.solids import Shape, beam, box, group, sheet


def wall(noise: Noise, rng: Random, width: float, height: float) -> Shape:
    """A standing front along x with a broken top and empty windows, built of strips so that sky shows through."""
    tone, strip = rng.uniform(0.42, 0.72), 0.3
    count = max(4, int(width / strip))
    edge = noise.line(count + 1, roughness=0.62)
    peak = rng.uniform(0.25, 0.75)
    parts = []
    for index in range(count):
        x = index * strip - width / 2
        slope = 1 - 0.55 * abs(index / count - peak)
        top = max(0.7, height * (slope + 0.34 * edge[index]))
        holes = [] if (x + width / 2) % 2.6 < 1.4 else [(storey * 3.3 + 1.0, storey * 3.3 + 2.6) for storey in range(4)]
        parts += [_strip(x, low, high, strip, tone) for low, high in _solid(top, holes)]
    return group(parts)


def _solid(top: float, holes: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The standing parts of a strip of wall, between its window holes."""
    spans, low = [], 0.0
    for start, end in holes:
        if start >= top:
            break
        spans.append((low, start))
        low = end
    if low < top:
        spans.append((low, top))
    return spans


def _strip(x: float, low: float, high: float, width: float, tone: float) -> Shape:
    front: list[Point] = [(x, low, 0), (x + width, low, 0), (x + width, high, 0), (x, high, 0)]
    crown: list[Point] = [(x, high, 0), (x + width, high, 0), (x + width, high, 0.45), (x, high, 0.45)]
    return sheet(crown, tone * 0.9) + sheet(front, tone, 0.3)


def shell(noise: Noise, rng: Random) -> Shape:
    """A house of which three walls stand."""
    wide, deep, tall = rng.uniform(5, 9), rng.uniform(6, 9), rng.uniform(5, 10)
    back = wall(noise, rng, wide, tall * 0.8).moved(z=deep)
    sides = [
        wall(noise, rng, deep, tall * rng.uniform(0.5, 0.9)).yawed(90).moved(x, 0, deep / 2)
        for x in (-wide / 2, wide / 2)
    ]
    front = wall(noise, rng, wide, tall * rng.uniform(0.4, 1.0))
    return group([back, *sides, front, rubble(rng, wide, deep, 26).moved(z=deep / 2)])


def rubble(rng: Random, width: float, depth: float, count: int) -> Shape:
    """Broken brickwork and charred timbers, higher towards the middle of the heap."""
    parts = []
    for _ in range(count):
        x, z = rng.gauss(0, width / 4), rng.gauss(0, depth / 4)
        lift = max(0.0, 0.9 - abs(x) / width - abs(z) / depth) * rng.uniform(0, 1.0)
        size = rng.choice((0.2, 0.3, 0.3, 0.5, 0.8))
        lump = box(size * rng.uniform(0.8, 1.9), size * rng.uniform(0.5, 0.9), size, rng.uniform(0.3, 0.74))
        parts.append(
            lump.rolled(rng.uniform(-25, 25)).pitched(rng.uniform(-25, 25)).yawed(rng.uniform(0, 180)).moved(x, lift, z)
        )
    for _ in range(count // 9):
        x, z, turn = rng.uniform(-0.4, 0.4) * width, rng.uniform(-0.4, 0.4) * depth, rng.uniform(-2.4, 2.4)
        parts.append(beam((x, 0.1, z), (x + turn, rng.uniform(0.4, 2.4), z + rng.uniform(-1, 1)), 0.16, 0.12))
    return group(parts)
