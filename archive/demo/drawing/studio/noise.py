"""Seeded textures. Pillow's own noise cannot be seeded, so every texture grows from bytes of one `random.Random`."""

from random import Random
from typing import TypeAlias

from PIL import Image, ImageChops, ImageOps

Size: TypeAlias = tuple[int, int]

TILE = 768
OCTAVES = (4, 8, 16, 32, 64, 128, 256, 768)
FLIPS = (None, Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.FLIP_TOP_BOTTOM, Image.Transpose.ROTATE_180)


def speckle(rng: Random, side: int) -> Image.Image:
    """White noise: a square grey image of independent bytes."""
    return Image.frombytes("L", (side, side), rng.randbytes(side * side))


def fractal(rng: Random, side: int = TILE, roughness: float = 0.42) -> Image.Image:
    """Cloudy noise in octaves, from the broad to the fine; a higher roughness keeps more of the fine."""
    image = speckle(rng, OCTAVES[0]).resize((side, side), Image.Resampling.BICUBIC)
    weight = 0.5
    for cells in OCTAVES[1:]:
        octave = speckle(rng, cells).resize((side, side), Image.Resampling.BICUBIC)
        image = Image.blend(image, octave, weight * roughness / 0.5)
        weight *= 0.88
    return ImageOps.autocontrast(image, cutoff=1)


def relief(heights: Image.Image, towards: tuple[int, int], strength: float) -> Image.Image:
    """Light falling across a height map: 128 where it is flat, brighter on slopes that face `towards` (pixels)."""
    return ImageChops.subtract(heights, ImageChops.offset(heights, -towards[0], -towards[1]), 1 / strength, 128)


def ramp(values: list[tuple[float, float]]) -> list[int]:
    """A 256-step table through the given (input, output) knots, for `Image.point`."""
    table = []
    knots = sorted(values)
    for step in range(256):
        left = max((k for k in knots if k[0] <= step), default=knots[0])
        right = min((k for k in knots if k[0] >= step), default=knots[-1])
        share = (step - left[0]) / (right[0] - left[0]) if right[0] > left[0] else 0.0
        table.append(round(max(0.0, min(255.0, left[1] + share * (right[1] - left[1])))))
    return table


class Noise:
    """One print's stock of texture: a fractal tile, cut and stretched differently for every use."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.tile = fractal(rng)

    def field(self, size: Size, *, window: float = 1.0, stretch: float = 1.0) -> Image.Image:
        """A texture of `size`. A small window shows few broad shapes; stretch over 1 draws them out sideways."""
        wide = max(8, min(TILE, round(TILE * window / max(1.0, stretch))))
        high = max(8, min(TILE, round(TILE * window * min(1.0, stretch) * size[1] / max(size))))
        left, top = self.rng.randrange(TILE - wide + 1), self.rng.randrange(TILE - high + 1)
        flip = self.rng.choice(FLIPS)
        cut = self.tile.crop((left, top, left + wide, top + high))
        cut = cut.transpose(flip) if flip is not None else cut
        return cut.resize(size, Image.Resampling.BICUBIC)

    def line(self, length: int, *, roughness: float = 0.5) -> list[float]:
        """A random walk in octaves, `length` values between about -1 and 1: a skyline, a torn edge."""
        total = [0.0] * length
        knots, weight = 3, 1.0
        while knots < length:
            row = [self.rng.uniform(-weight, weight) for _ in range(knots + 2)]
            for index in range(length):
                spot = index / length * knots
                left = int(spot)
                share = spot - left
                share = share * share * (3 - 2 * share)
                total[index] += row[left] + (row[left + 1] - row[left]) * share
            knots, weight = knots * 2, weight * roughness
        return [value / 2 for value in total]
