"""Rivers: a sheet of water that mirrors what stands behind it, broken by ripples towards the viewer."""

from math import sin

from PIL import Image, ImageChops, ImageFilter

from archive.demo.drawing.studio.noise import TILE, ramp
from archive.demo.drawing.studio.plate import Plate


def river(plate: Plate, *, far: float, near: float, calm: float = 0.7) -> None:
    """Water between two distances. `calm` 0 to 1: how clear the mirror is. Draw what it mirrors first."""
    top, bottom = round(plate.camera.row(far)), min(plate.size[1], round(plate.camera.row(near)))
    if bottom - top < 4:
        return
    size = (plate.size[0], bottom - top)
    mirror = _rippled(plate, _mirror(plate, top, size), calm)
    open_sky = Image.linear_gradient("L").resize(size).point(ramp([(0, plate.air.haze), (255, plate.air.haze * 0.55)]))
    water = Image.blend(open_sky, mirror, 0.45 + 0.4 * calm).point(ramp([(0, 14), (255, 236)]))
    plate.image.paste(_glints(plate, water, top, 1 - calm), (0, top))
    _shoreline(plate, top)


def _mirror(plate: Plate, top: int, size: tuple[int, int]) -> Image.Image:
    """What stands above the far shore, upside down and drawn out towards the viewer."""
    seen = plate.image.crop((0, max(0, top - round(size[1] * 0.8)), size[0], top))
    return seen.transpose(Image.Transpose.FLIP_TOP_BOTTOM).resize(size).filter(ImageFilter.BoxBlur((1, 5)))


def _rippled(plate: Plate, mirror: Image.Image, calm: float) -> Image.Image:
    """Rows pushed sideways, little at the far shore and more near by."""
    rippled = mirror.copy()
    phase, swell = plate.rng.uniform(0, 6), 9 * (1.15 - calm)
    jitter = plate.noise.line(mirror.height, roughness=0.9)
    for row in range(mirror.height):
        depth = row / mirror.height
        push = swell * depth * (sin(phase + 60 * depth**0.5) + 1.6 * jitter[row])
        strip = mirror.crop((0, row, mirror.width, row + 1))
        rippled.paste(strip, (round(push), row))
    return rippled


def _glints(plate: Plate, water: Image.Image, top: int, wind: float) -> Image.Image:
    """Wind streaks and sparkle, foreshortened by the camera."""
    tile = plate.noise.tile.resize((TILE, TILE * 2))
    origin = (TILE / 2, 2.0)
    coefficients = plate.camera.plane(0.0, 4.0, origin, top)
    laid = tile.transform(water.size, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BILINEAR)
    streaks = plate.noise.field(water.size, window=0.9, stretch=14).point(ramp([(150, 0), (235, 70 + 120 * wind)]))
    dark = plate.noise.field(water.size, window=0.9, stretch=10).point(ramp([(165, 0), (240, 60 + 90 * wind)]))
    water.paste(30, (0, 0), dark)
    return ImageChops.screen(water, ImageChops.multiply(streaks, laid.point(ramp([(60, 120), (200, 255)]))))


def _shoreline(plate: Plate, top: int) -> None:
    """The thin dark edge where bank and water meet, and the pale line of light under it."""
    edge = plate.noise.field((plate.size[0], 5), window=1.0)
    plate.image.paste(40, (0, top - 3), edge.point(ramp([(60, 40), (200, 150)])))
    line = plate.noise.field((plate.size[0], 2), window=1.0)
    plate.image.paste(round(plate.air.haze), (0, top + 2), line.point(ramp([(90, 0), (230, 120)])))
