"""Smoke, steam and dust: soft billows that drift with the wind."""

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from archive.demo.drawing.studio.noise import ramp, relief
from archive.demo.drawing.studio.plate import Plate


def plume(
    plate: Plate,
    foot: tuple[float, float, float],
    *,
    rise: float,
    drift: float,
    tone: float = 215,
    density: float = 0.8,
) -> None:
    """A column from `foot` (metres) that climbs `rise` and leans `drift` metres, widening as it goes."""
    scale, rng = plate.camera.scale(foot[2]), plate.rng
    start = plate.camera.project(foot)
    puffs = []
    for step in range(26):
        share = step / 25
        puffs.append(
            (
                start[0] + drift * scale * share**1.5 + rng.uniform(-1, 1) * rise * scale * 0.05 * share,
                start[1] - rise * scale * share,
                rise * scale * (0.025 + 0.15 * share) * rng.uniform(0.8, 1.2),
                1 - 0.75 * share,
            )
        )
    _billow(plate, puffs, plate.air.through(tone, foot[2]), density)


def dust(
    plate: Plate, x: float, z: float, *, width: float, height: float, tone: float = 196, density: float = 0.6
) -> None:
    """A low cloud over a road."""
    scale, rng = plate.camera.scale(z), plate.rng
    puffs = []
    for _ in range(18):
        spot = plate.camera.project((x + rng.uniform(-0.5, 0.5) * width, height * rng.uniform(0, 0.7), z))
        puffs.append((*spot, height * scale * rng.uniform(0.25, 0.5), rng.uniform(0.4, 0.9)))
    _billow(plate, puffs, plate.air.through(tone, z), density)


def _billow(plate: Plate, puffs: list[tuple[float, float, float, float]], tone: int, density: float) -> None:
    """Blend (x, y, radius, thickness) puffs into one cloud with light and shade."""
    left = int(max(-80, min(x - r for x, _, r, _ in puffs) - 12))
    top = int(max(-80, min(y - r for _, y, r, _ in puffs) - 12))
    right = int(min(plate.size[0] + 80, max(x + r for x, _, r, _ in puffs) + 12))
    bottom = int(min(plate.size[1] + 80, max(y + r for _, y, r, _ in puffs) + 12))
    if right - left < 4 or bottom - top < 4:
        return
    mask = Image.new("L", (right - left, bottom - top))
    draw = ImageDraw.Draw(mask)
    for x, y, radius, thick in reversed(puffs):
        box = (x - radius - left, y - radius - top, x + radius - left, y + radius - top)
        draw.ellipse(box, fill=round(255 * thick * density))
    blur = max(2.0, max(r for _, _, r, _ in puffs) * 0.22)
    curls = plate.noise.field(mask.size, window=0.35)
    soft = ImageChops.multiply(mask.filter(ImageFilter.GaussianBlur(blur)), curls.point(ramp([(40, 60), (150, 255)])))
    shades = ImageChops.overlay(
        curls.point(ramp([(0, tone - 52), (255, tone + 26)])), relief(curls, (plate.light.side * 6, -8), 2.2)
    )
    plate.lay(shades, soft, (left, top))
