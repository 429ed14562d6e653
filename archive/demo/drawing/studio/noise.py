"""Seeded textures. Pillow's own noise cannot be seeded, so every texture grows from bytes of one `random.Random`."""

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from math import ceil, floor
from random import Random
from typing import TypeAlias

from PIL import Image, ImageChops, ImageFilter, ImageOps

Size: TypeAlias = tuple[int, int]

TILE = 768
OCTAVES = (4, 8, 16, 32, 64, 128, 256, 768)
FLIPS = (None, Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.FLIP_TOP_BOTTOM, Image.Transpose.ROTATE_180)


def speckle(rng: Random, side: int) -> Image.Image:
    """White noise: a square grey image of independent bytes."""
    return Image.frombytes("L", (side, side), rng.randbytes(side * side))


def fractal(rng: Random, side: int = TILE, persistence: float = 0.64) -> Image.Image:
    """Cloudy noise in octaves; each finer one has `persistence` times the strength of the one before."""
    image = speckle(rng, OCTAVES[0]).resize((side, side), Image.Resampling.BICUBIC)
    strength = total = 1.0
    for cells in OCTAVES[1:]:
        strength *= persistence
        total += strength
        octave = speckle(rng, cells).resize((side, side), Image.Resampling.BICUBIC)
        image = Image.blend(image, octave, strength / total)
    return ImageOps.autocontrast(image, cutoff=1)


def relief(heights: Image.Image, towards: tuple[int, int], strength: float) -> Image.Image:
    """Light falling across a height map: 128 where it is flat, brighter on slopes that face `towards` (pixels)."""
    return ImageChops.subtract(heights, ImageChops.offset(heights, -towards[0], -towards[1]), 1 / strength, 128)


def ramp(knots: Sequence[tuple[float, float]]) -> list[int]:
    """A 256-step table through the given (input, output) knots, in rising order, for `Image.point`."""
    table = [knots[0][1]] * 256
    for (start, low), (end, high) in pairwise([*knots, (max(255.0, knots[-1][0] + 1), knots[-1][1])]):
        first, last = max(0, ceil(start)), min(255, floor(end))
        slope = (high - low) / (end - start) if end > start else 0.0
        table[first : last + 1] = [low + slope * (step - start) for step in range(first, last + 1)]
    return [0 if value < 0 else 255 if value > 255 else round(value) for value in table]


class Noise:
    """One print's stock of texture: a fractal tile, cut and stretched differently for every use."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.tile = fractal(rng)
        self.dabs = ImageOps.autocontrast(speckle(rng, TILE).filter(ImageFilter.GaussianBlur(0.8)), cutoff=1)

    def field(self, size: Size, *, window: float = 1.0, stretch: float = 1.0) -> Image.Image:
        """A texture of `size`. A small window shows few broad shapes; stretch over 1 draws them out sideways."""
        wide = max(8, min(TILE, round(TILE * window / max(1.0, stretch))))
        high = max(8, min(TILE, round(TILE * window * min(1.0, stretch) * size[1] / max(size))))
        left, top = self.rng.randrange(TILE - wide + 1), self.rng.randrange(TILE - high + 1)
        flip = self.rng.choice(FLIPS)
        cut = self.tile.crop((left, top, left + wide, top + high))
        cut = cut.transpose(flip) if flip is not None else cut
        return cut.resize(size, Image.Resampling.BICUBIC)

    @cached_property
    def carpet(self) -> Image.Image:
        """The tile laid out three wide and two deep, every other one mirrored, to be spread on the ground."""
        sheet = Image.new("L", (TILE * 3, TILE * 2))
        mirrored = self.tile.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        for index in range(6):
            sheet.paste(mirrored if index % 2 else self.tile, (index % 3 * TILE, index // 3 * TILE))
        return sheet

    def leaves(self, size: Size, *, grain: float) -> Image.Image:
        """An even texture of small dabs, `grain` pixels across: foliage, gravel, thatch."""
        cells = max(4, min(TILE, round(max(size) / grain)))
        left, top = self.rng.randrange(TILE - cells + 1), self.rng.randrange(TILE - cells + 1)
        dabs = self.dabs.crop((left, top, left + cells, top + max(4, min(TILE - top, cells * size[1] // max(size)))))
        return dabs.resize(size, Image.Resampling.BICUBIC)

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
