"""Flat cut-outs in metres, stood up in the scene like stage scenery: people, trees, heaps."""

from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from archive.demo.drawing.studio.camera import Pixel
from archive.demo.drawing.studio.noise import relief
from archive.demo.drawing.studio.plate import FINER, Plate

LARGEST = 800
"""No cut-out is drawn larger than this many pixels a side."""


class Cutout:
    """A drawing `width` by `height` metres; x runs from -width/2 to width/2, y up from the foot."""

    def __init__(self, width: float, height: float, pixels_per_metre: float) -> None:
        self.scale = min(pixels_per_metre * FINER, LARGEST / max(width, height))
        self.width, self.height = width, height
        size = (max(4, round(width * self.scale)), max(4, round(height * self.scale)))
        self.tone, self.mask = Image.new("L", size, 90), Image.new("L", size)
        self._ink, self._cut = ImageDraw.Draw(self.tone), ImageDraw.Draw(self.mask)

    def polygon(self, points: Sequence[Pixel], tone: float) -> None:
        pixels = [self._pixel(point) for point in points]
        self._ink.polygon(pixels, fill=round(tone))
        self._cut.polygon(pixels, fill=255)

    def ellipse(self, centre: Pixel, across: float, tall: float, tone: float) -> None:
        x, y = self._pixel(centre)
        rx, ry = across * self.scale / 2, tall * self.scale / 2
        self._ink.ellipse((x - rx, y - ry, x + rx, y + ry), fill=round(tone))
        self._cut.ellipse((x - rx, y - ry, x + rx, y + ry), fill=255)

    def stroke(self, points: Sequence[Pixel], thickness: float, tone: float) -> None:
        """A line with round joints and ends: a limb, a branch, a rope."""
        pixels = [self._pixel(point) for point in points]
        wide = max(1, round(thickness * self.scale))
        self._ink.line(pixels, fill=round(tone), width=wide, joint="curve")
        self._cut.line(pixels, fill=255, width=wide, joint="curve")
        for point in (points[0], points[-1]):
            self.ellipse(point, thickness, thickness, tone)

    def _pixel(self, point: Pixel) -> Pixel:
        return (point[0] + self.width / 2) * self.scale, (self.height - point[1]) * self.scale


def stand(plate: Plate, cutout: Cutout, x: float, z: float, *, y: float = 0.0, shadow: float = 0.55) -> None:
    """Set a cut-out on the ground at (x, z), rounded by the light, veiled by the air, with its shadow."""
    scale = plate.camera.scale(z)
    size = (max(1, round(cutout.width * scale)), max(1, round(cutout.height * scale)))
    foot = plate.camera.project((x, y, z))
    if not (-size[0] < foot[0] < plate.size[0] + size[0] and foot[1] - size[1] < plate.size[1]):
        return
    corner = (round(foot[0] - size[0] / 2), round(foot[1] - size[1]))
    mask = cutout.mask.resize(size, Image.Resampling.BOX)
    tone = rounded(plate, cutout.tone, cutout.mask).resize(size, Image.Resampling.BOX)
    if shadow:
        _cast(plate, mask, foot, shadow)
    plate.lay(plate.veiled(tone, z), mask, corner)


def rounded(plate: Plate, tone: Image.Image, mask: Image.Image, strength: float = 0.5) -> Image.Image:
    """The flat tones given volume: the side to the sun is lit, the other falls into shade."""
    girth = max(2, mask.width // 26)
    swelling = mask.filter(ImageFilter.BoxBlur(girth)).filter(ImageFilter.BoxBlur(girth))
    form = relief(swelling, (plate.light.side * girth, -girth // 2), strength)
    return ImageChops.overlay(tone, form)


def _cast(plate: Plate, mask: Image.Image, foot: Pixel, depth: float) -> None:
    """The cut-out's shadow: its mask laid over on the ground, away from the sun."""
    sun = plate.light.towards
    fall = min(3.0, 1 / max(0.2, sun[1]))
    flat = max(2, round(mask.height * 0.16 * fall))
    lean = -sun[0] * fall * mask.height
    size = (round(mask.width + abs(lean)), flat)
    slope = -lean / flat
    start = (max(0.0, -lean)) * 1.0
    laid = mask.resize((mask.width, flat)).transform(
        size, Image.Transform.AFFINE, (1, -slope, slope * flat - start, 0, 1, 0), Image.Resampling.BILINEAR
    )
    corner = (round(foot[0] - mask.width / 2 - start), round(foot[1] - flat * 0.97))
    plate.shade(laid.filter(ImageFilter.BoxBlur(1)), corner, depth)
