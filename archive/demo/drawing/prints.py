"""The recto: one scene, taken, developed, printed and worn, as an RGB picture."""

from math import sqrt
from random import Random

from PIL import Image, ImageChops, ImageOps

from archive.demo.drawing.darkroom import film, paper, wear
from archive.demo.drawing.scenes import TABLE
from archive.demo.drawing.scenes.scene import Scene
from archive.demo.drawing.studio.camera import Camera
from archive.demo.drawing.studio.noise import Noise, Size
from archive.demo.drawing.studio.plate import Air, Light, Plate

DRAWN = (1.25, 2.6)
"""Megapixels of the drawing, at least and at most; the print is an enlargement of it, as prints are."""
TONES = ("neutral", "neutral", "cold", "warm", "warm", "sepia", "selenium", "yellowed")


def draw_print(scene: str, *, seed: int, megapixels: float, landscape: bool = True) -> Image.Image:
    """The front of a print of `scene` (a key of SCENES). The same arguments give the same pixels."""
    rng = Random(f"{scene}/{seed}")
    drawn = min(DRAWN[1], max(DRAWN[0], megapixels / 8))
    sheet = paper.sheet_of(seed, drawn, landscape=landscape)
    border = round(min(sheet.size) * rng.uniform(0.034, 0.05))
    noise = Noise(rng)
    plate = _exposed(TABLE[scene], (sheet.size[0] - 2 * border, sheet.size[1] - 2 * border), rng, noise)
    for layer in TABLE[scene].layers:
        layer(plate)
    taken = ImageOps.mirror(plate.image) if rng.random() < 0.5 else plate.image
    small = wear.handled(paper.mounted(film.develop(taken, rng), sheet, rng, noise), rng, noise)
    return _enlarged(small, paper.sheet_of(seed, megapixels, landscape=landscape).size, rng)


def _exposed(scene: Scene, size: Size, rng: Random, noise: Noise) -> Plate:
    """An empty plate in the camera, with the day's light and air."""
    camera = Camera(
        width=size[0],
        height=size[1],
        eye=rng.uniform(*scene.eye),
        horizon=size[1] * rng.uniform(*scene.horizon),
        focal=min(size) * rng.uniform(*scene.focal),
    )
    height, side = rng.uniform(*scene.sun), rng.choice((-1, 1))
    across = rng.uniform(0.35, 0.8) * sqrt(1 - height * height)
    light = Light((side * across, height, -sqrt(1 - height * height - across * across)), rng.uniform(0.36, 0.5))
    air = Air(rng.uniform(186, 226), rng.uniform(*scene.reach))
    return Plate(Image.new("L", size, 128), camera, light, air, rng, noise)


def _enlarged(small: Image.Image, size: Size, rng: Random) -> Image.Image:
    """Full size: grain and dust are added here, so that they are as fine as the scan."""
    large = small.resize(size, Image.Resampling.BICUBIC)
    coarse = max(1.0, 0.9 * size[0] / small.width)
    grain = film.grain(size, rng, coarseness=coarse, strength=rng.uniform(0.5, 1.0))
    print_ = wear.fine_wear(ImageChops.soft_light(large, grain), rng)
    return paper.tinted(print_, paper.TONES[rng.choice(TONES)])
