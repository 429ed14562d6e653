"""River craft: junks under battened sail, sampans, and the pontoons of an army bridge."""

from random import Random

from archive.demo.drawing.studio.camera import Point
from archive.demo.drawing.studio.solids import Shape, beam, group, loft, sheet


def hull(length: float, beam_: float, depth: float, tone: float, *, sheer: float = 0.5) -> Shape:
    """An open boat along x, ends rising by `sheer` metres."""
    rings: list[list[Point]] = []
    for share in (-1.0, -0.8, -0.4, 0.0, 0.4, 0.8, 1.0):
        wide = beam_ / 2 * max(0.35, 1 - abs(share) ** 2.5)
        lift = sheer * abs(share) ** 2.2
        ring = [(wide, depth), (wide * 0.75, 0.0), (-wide * 0.75, 0.0), (-wide, depth)]
        rings.append([(y + lift * (1 if y else 0.6), x, share * length / 2) for x, y in ring])
    return loft([[(z, y, -x) for y, x, z in ring] for ring in rings], tone)


def _sail(mast: float, height: float, width: float, tone: float) -> Shape:
    """A lugsail stiffened by battens, its after edge curved."""
    strips = []
    steps = 7
    for i in range(steps):
        low, high = i / steps, (i + 1) / steps
        a, b = width * (0.62 + 0.3 * low - 0.25 * low**3), width * (0.62 + 0.3 * high - 0.25 * high**3)
        foot, head = 1.2 + height * low, 1.2 + height * high
        panel: list[Point] = [(mast - width * 0.22, foot, 0), (mast + a, foot + 0.3 * low, 0)]
        panel += [(mast + b, head + 0.3 * high, 0), (mast - width * 0.22, head, 0)]
        strips.append(sheet(panel, tone * (1 - 0.06 * (i % 2))))
        strips.append(beam(panel[3], panel[2], 0.09, tone * 0.5))
    return group(strips)


def junk(rng: Random) -> Shape:
    """A two-masted river junk about 14 metres long with a matting deckhouse."""
    tone = rng.uniform(0.62, 0.95)
    boat = hull(14, 3.2, 1.3, 0.2, sheer=1.4)
    masts = beam((-3.5, 1, 0), (-3.5, 7.2, 0), 0.18, 0.16) + beam((1.2, 1, 0), (1.2, 9.2, 0), 0.22, 0.16)
    arch = [(1.2, 1.1), (1.1, 2.0), (0.5, 2.5), (-0.5, 2.5), (-1.1, 2.0), (-1.2, 1.1)]
    house = loft([[(x, y, z) for x, y in arch] for z in (-2.4, 2.4)], 0.36).yawed(90).moved(x=4.0)
    return group([boat, masts, _sail(-3.5, 4.8, 4.0, tone), _sail(1.2, 6.6, 5.4, tone), house])


def sampan(rng: Random) -> Shape:
    """A small boat with a hood of matting."""
    arch = [(0.75, 0.5), (0.7, 1.1), (0.3, 1.45), (-0.3, 1.45), (-0.7, 1.1), (-0.75, 0.5)]
    hood = loft([[(x, y, z) for x, y in arch] for z in (-1.2, 1.2)], rng.uniform(0.28, 0.5)).yawed(90)
    return hull(6.5, 1.6, 0.6, 0.2, sheer=0.6) + hood.moved(x=rng.uniform(-0.6, 0.6))


def pontoon(width: float = 6.5) -> Shape:
    """One floating support of an army bridge, lying across x."""
    return hull(width, 1.7, 0.75, 0.4, sheer=0.45).yawed(90)
