"""Limestone: the steep, round-topped towers of Guangxi, range behind range, each paler than the one before."""

from math import exp

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from archive.demo.drawing.studio.noise import ramp, relief
from archive.demo.drawing.studio.plate import FINER, Plate


def ranges(
    plate: Plate, *, nearest: float, farthest: float, count: int, height: float = 150.0, gap: float = 0.0
) -> None:
    """Ranges of towers from `farthest` to `nearest` metres; `gap` (0 to 1) keeps the middle of the near ones open."""
    for index in range(count):
        share = index / max(1, count - 1)
        z = farthest * (nearest / farthest) ** share
        _range(plate, z, height * plate.rng.uniform(0.8, 1.25), opening=gap * share * plate.rng.uniform(0.6, 1.2))


def _range(plate: Plate, z: float, height: float, *, opening: float) -> None:
    span = plate.camera.span(z)
    towers = min(11, max(3, round(2.4 * span / height)) + plate.rng.randint(0, 2))
    for index in range(towers):
        x = ((index + plate.rng.uniform(0, 1)) / towers * 2.4 - 1.2) * span
        if abs(x) < opening * span:
            x = (opening + plate.rng.uniform(0, 0.4)) * span * (1 if x >= 0 else -1)
        tall = height * plate.rng.triangular(0.3, 1.3, 0.6)
        tower(plate, x, z, tall, tall * plate.rng.uniform(0.5, 1.3))


def tower(plate: Plate, x: float, z: float, height: float, width: float) -> None:
    """One hill, its foot on the plain: cliffs lit from the side, scrub in the clefts, mist at the foot."""
    scale = plate.camera.scale(z)
    size = (max(8, round(width * 1.7 * scale)), max(8, round(height * 1.12 * scale)))
    foot = plate.camera.project((x, 0, z))
    corner = (round(foot[0] - size[0] / 2), round(foot[1] - size[1]) + 1)
    if corner[0] > plate.size[0] or corner[0] + size[0] < 0:
        return
    mask = _silhouette(plate, size)
    plate.lay(_mist(plate, plate.veiled(_rock(plate, size), z), z), mask, corner)


def _silhouette(plate: Plate, size: tuple[int, int]) -> Image.Image:
    wide, tall = size[0] * FINER, size[1] * FINER
    steps = max(24, min(160, wide // 3))
    lean, steep = plate.rng.uniform(-0.16, 0.16), plate.rng.uniform(2.0, 4.2)
    rough, shoulder = plate.noise.line(steps + 1, roughness=0.6), plate.rng.uniform(-0.5, 0.5)
    points: list[tuple[float, float]] = [(0.0, tall)]
    for step in range(steps + 1):
        across = 2 * step / steps - 1
        body = max(0.0, 1 - abs((across - lean * (1 - across * across)) * 1.12) ** steep) ** 0.75
        knee = 0.42 * exp(-(((across - shoulder) / 0.3) ** 2)) * (1 - body)
        rise = (body + knee) * (0.93 + 0.17 * rough[step])
        points.append((wide * step / steps, tall * (1 - 0.9 * rise)))
    mask = Image.new("L", (wide, tall))
    ImageDraw.Draw(mask).polygon([*points, (wide, tall)], fill=255)
    return mask.reduce(FINER)


def _rock(plate: Plate, size: tuple[int, int]) -> Image.Image:
    """The lit surface of a hill before air comes between."""
    scrub = plate.noise.field(size, window=0.55, stretch=0.55)
    heights = plate.noise.field(size, window=0.3, stretch=0.5).filter(ImageFilter.BoxBlur(1))
    reach = max(2, size[0] // 60)
    cliffs = relief(heights, (plate.light.side * reach, -reach), 2.6)
    turn = Image.linear_gradient("L").rotate(90 if plate.light.side < 0 else -90).resize(size)
    body = ImageChops.overlay(scrub.point(ramp([(0, 34), (120, 78), (255, 150)])), cliffs)
    return ImageChops.overlay(body, turn.point(ramp([(0, 176), (110, 128), (255, 62)])))


def _mist(plate: Plate, rock: Image.Image, z: float) -> Image.Image:
    """Air gathers at the foot of distant hills."""
    thick = min(225.0, 255 * plate.air.veil(z * 1.4))
    rising = Image.linear_gradient("L").resize(rock.size).point(ramp([(90, 0), (255, thick)]))
    return Image.composite(Image.new("L", rock.size, round(plate.air.haze)), rock, rising)
