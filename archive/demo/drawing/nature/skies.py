"""Skies: the fall of light to the horizon, clouds on a ceiling in perspective, heaped clouds, overcast."""

from PIL import Image, ImageChops

from archive.demo.drawing.studio.noise import TILE, ramp, relief
from archive.demo.drawing.studio.plate import Plate

CEILING = 1400.0
"""Height of the cloud layer in metres."""


def gradient(plate: Plate, *, zenith: float, horizon: float) -> None:
    """Clear air: `zenith` and `horizon` are the greys at the top of the picture and at the skyline."""
    tall = max(8, round(plate.camera.horizon) + 4)
    fall = Image.linear_gradient("L").resize((plate.size[0], tall))
    plate.image.paste(fall.point(ramp([(0, zenith), (150, (zenith + 2 * horizon) / 3), (255, horizon)])))
    plate.image.paste(round(horizon), (0, tall - 4, *plate.size))


def high_cloud(plate: Plate, *, amount: float) -> None:
    """A broken layer that runs away to the horizon."""
    tile = plate.noise.tile.resize((TILE * 2, TILE * 2), Image.Resampling.BICUBIC)
    origin = (TILE + plate.rng.uniform(-200, 200), TILE * 0.1)
    sheet = tile.transform(
        plate.size,
        Image.Transform.PERSPECTIVE,
        plate.camera.plane(CEILING, -0.22, origin),
        Image.Resampling.BILINEAR,
    )
    edge = 200 - 120 * amount
    cover = sheet.point(ramp([(edge - 30, 0), (edge + 60, 210)]))
    lit = plate.veiled(ImageChops.soft_light(sheet, relief(sheet, (plate.light.side * 5, -5), 1.6)), 900)
    plate.image.paste(lit.point(ramp([(0, 120), (255, 255)])), (0, 0), _above_horizon(plate, cover))


def cumulus(plate: Plate, *, amount: float) -> None:
    """Heaped clouds, bright on the side of the sun and grey beneath."""
    size = (plate.size[0], max(40, round(plate.camera.horizon * 1.05)))
    heap = plate.noise.field(size, window=0.42, stretch=1.9)
    edge = 175 - 90 * amount
    cover = heap.point(ramp([(edge - 14, 0), (edge + 34, 235)]))
    light = relief(heap, (plate.light.side * 9, -14), 2.4)
    body = ImageChops.overlay(heap.point(ramp([(edge, 246), (255, 178)])), light)
    plate.image.paste(body, (0, 0), _above_horizon(plate, cover))


def overcast(plate: Plate, *, amount: float) -> None:
    """A grey lid, lighter where it is thin."""
    size = (plate.size[0], max(40, round(plate.camera.horizon) + 4))
    lid = plate.noise.field(size, window=0.3, stretch=2.6)
    plate.image.paste(lid.point(ramp([(0, 120), (255, 232)])), (0, 0), Image.new("L", size, round(170 * amount)))


WEATHERS = {"high_cloud": high_cloud, "cumulus": cumulus, "overcast": overcast}


def sky(plate: Plate, *, weathers: tuple[str, ...] = ("high_cloud", "cumulus", "overcast")) -> None:
    """A sky chosen by the seed."""
    rng = plate.rng
    bright = plate.air.haze
    gradient(plate, zenith=bright - rng.uniform(35, 95), horizon=bright)
    WEATHERS[rng.choice(weathers)](plate, amount=rng.uniform(0.35, 0.9))


def _above_horizon(plate: Plate, cover: Image.Image) -> Image.Image:
    """Clouds thin out towards the skyline and end there."""
    tall = round(plate.camera.horizon)
    thinning = Image.new("L", cover.size)
    thinning.paste(
        Image.linear_gradient("L").resize((cover.width, tall)).point(ramp([(0, 255), (150, 255), (255, 30)]))
    )
    return ImageChops.multiply(cover, thinning)
