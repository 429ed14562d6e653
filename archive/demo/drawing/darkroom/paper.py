"""Printing paper: the white border, straight or deckled edges, and the tone of the silver."""

from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from random import Random
from typing import TypeAlias

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from archive.demo.drawing.studio.noise import Noise, Size, ramp

Colour: TypeAlias = tuple[int, int, int]

FORMATS = (1.22, 1.25, 1.3, 1.36)
"""Long side to short side of the papers in use."""
BED = 206
"""The grey of the scanner's lid behind the print."""


@dataclass(frozen=True)
class Tone:
    """The colours that black, middle grey and white take on one paper."""

    shadow: Colour
    middle: Colour
    light: Colour


TONES = {
    "neutral": Tone((14, 14, 15), (126, 126, 125), (243, 243, 240)),
    "cold": Tone((13, 15, 18), (123, 126, 129), (241, 243, 243)),
    "warm": Tone((20, 17, 14), (132, 127, 119), (245, 241, 232)),
    "sepia": Tone((36, 24, 16), (142, 121, 98), (243, 234, 215)),
    "selenium": Tone((22, 16, 19), (128, 123, 124), (243, 240, 236)),
    "yellowed": Tone((24, 21, 16), (134, 128, 114), (241, 233, 212)),
}


@dataclass(frozen=True)
class Sheet:
    """A piece of paper: its size in pixels, and how deep its edge is deckled, in drawing pixels (0 is cut straight)."""

    size: Size
    deckle: float


def sheet_of(seed: int, megapixels: float, *, landscape: bool = True) -> Sheet:
    """The paper of the print with this seed. Recto and verso ask alike, so that they agree."""
    rng = Random(f"sheet/{seed}")
    aspect, deckle = rng.choice(FORMATS), rng.choice((0.0, 0.0, 0.0, 2.6))
    short = sqrt(megapixels * 1e6 / aspect)
    size = round(short * aspect), round(short)
    return Sheet(size if landscape else (size[1], size[0]), deckle)


def tinted(grey: Image.Image, tone: Tone) -> Image.Image:
    """A grey picture in the colours of a paper."""
    tables = [
        ramp([(0, low), (128, middle), (255, high)])
        for low, middle, high in zip(tone.shadow, tone.middle, tone.light, strict=True)
    ]
    picture = grey.copy()
    picture.putpalette([channel for step in zip(*tables, strict=True) for channel in step])
    return picture.convert("RGB")


def mounted(picture: Image.Image, sheet: Sheet, rng: Random, noise: Noise) -> Image.Image:
    """The picture on its sheet of paper, `sheet` pixels with the bed around it, a hair out of true."""
    paper = noise.field(sheet.size, window=0.7).point(ramp([(0, 236), (255, 250)]))
    shift = (sheet.size[0] - picture.width) // 2, (sheet.size[1] - picture.height) // 2
    sway = max(1, shift[0] // 7)
    paper.paste(picture, (shift[0] + rng.randint(-sway, sway), shift[1] + rng.randint(-sway, sway)))
    return laid_on_bed(paper, sheet.deckle, rng, noise)


def laid_on_bed(face: Image.Image, deckle: float, rng: Random, noise: Noise) -> Image.Image:
    """A sheet of paper trimmed and laid on the scanner a hair out of true, with its thin shadow."""
    angle = rng.uniform(-0.35, 0.35)
    face = face.rotate(angle, Image.Resampling.BICUBIC, fillcolor=244)
    mask = _trimmed(face.size, deckle, noise).rotate(angle, Image.Resampling.BICUBIC)
    bed = Image.new("L", face.size, BED)
    bed.paste(110, (0, 0), ImageChops.offset(mask, 3, 4).filter(ImageFilter.GaussianBlur(3)))
    bed.paste(face, (0, 0), mask)
    return bed


def _trimmed(size: Size, deckle: float, noise: Noise) -> Image.Image:
    """The outline of the paper: cut straight, or deckled as snapshot printers did."""
    near, right, low = 7.0, size[0] - 7.0, size[1] - 7.0
    edges = noise.line(400, roughness=0.9)
    points: list[tuple[float, float]] = []
    for (ax, ay), (bx, by) in pairwise([(near, near), (right, near), (right, low), (near, low), (near, near)]):
        for step in range(90):
            share = step / 90
            bite = deckle * (1 if step % 2 else -1) + (0.4 + deckle * 0.5) * edges[(step * 4) % 400]
            points.append((ax + (bx - ax) * share + bite * (ay != by), ay + (by - ay) * share + bite * (ax != bx)))
    mask = Image.new("L", (size[0] * 2, size[1] * 2))
    ImageDraw.Draw(mask).polygon([(x * 2, y * 2) for x, y in points], fill=255)
    return mask.reduce(2)
