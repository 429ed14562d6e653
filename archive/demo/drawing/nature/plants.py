"""Trees, bamboo and the grass at the photographer's feet."""

from math import cos, sin

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from archive.demo.drawing.studio.cutouts import Cutout, stand
from archive.demo.drawing.studio.noise import ramp
from archive.demo.drawing.studio.plate import Plate


def tree(plate: Plate, x: float, z: float, height: float) -> None:
    """A broad tree: trunk, a few boughs, crowns of leaves with gaps of sky."""
    cutout, rng = Cutout(height * 1.1, height, plate.camera.scale(z)), plate.rng
    tone = rng.uniform(34, 62)
    fork = (rng.uniform(-0.05, 0.05) * height, height * 0.3)
    cutout.stroke([(0, 0), fork], height * 0.04, tone * 0.8)
    for _ in range(rng.randint(12, 18)):
        up = rng.uniform(0.36, 0.86)
        spot = (rng.uniform(-0.4, 0.4) * (1.15 - up) * 1.5 * height, up * height)
        cutout.stroke([fork, spot], height * 0.014, tone)
        girth = height * rng.uniform(0.14, 0.27)
        cutout.ellipse(spot, girth * 1.3, girth, tone + (up - 0.5) * 50 + rng.uniform(-8, 14))
    _leafy(plate, cutout, height * 0.3)
    stand(plate, cutout, x, z)


def bamboo(plate: Plate, x: float, z: float, height: float) -> None:
    """A clump of bamboo, feathering outwards."""
    cutout, rng = Cutout(height, height, plate.camera.scale(z)), plate.rng
    for _ in range(rng.randint(10, 15)):
        lean, tall, tone = rng.uniform(-0.36, 0.36) * height, rng.uniform(0.65, 0.95) * height, rng.uniform(36, 84)
        bend = [(lean * share * share, tall * share) for share in (0.0, 0.25, 0.5, 0.75, 1.0)]
        cutout.stroke(bend, height * 0.009, tone)
        for left, up in bend[2:]:
            cutout.ellipse((left, up), height * 0.17, height * 0.1, tone)
    _leafy(plate, cutout, height * 0.25)
    stand(plate, cutout, x, z)


def palm(plate: Plate, x: float, z: float, height: float) -> None:
    """A fan of banana or palm leaves on a bare stem."""
    cutout, rng = Cutout(height * 1.1, height * 1.1, plate.camera.scale(z)), plate.rng
    top = (rng.uniform(-0.06, 0.06) * height, height * 0.72)
    cutout.stroke([(0, 0), top], height * 0.035, 60)
    for step in range(11):
        turn = -0.5 + step * 0.42 + rng.uniform(-0.1, 0.1)
        reach = height * rng.uniform(0.26, 0.38)
        leaf = [
            (top[0] + reach * share * cos(turn), top[1] + reach * (share * sin(turn) * 0.8 - 0.45 * share * share))
            for share in (0.0, 0.5, 1.0)
        ]
        cutout.stroke(leaf, height * 0.04, rng.uniform(40, 86))
    stand(plate, cutout, x, z)


def scrub(plate: Plate, x: float, z: float, size: float) -> None:
    """A low bush."""
    cutout, rng = Cutout(size * 1.6, size, plate.camera.scale(z)), plate.rng
    for _ in range(6):
        spot = (rng.uniform(-0.45, 0.45) * size, rng.uniform(0.2, 0.55) * size)
        cutout.ellipse(spot, size * 0.6, size * 0.55, rng.uniform(36, 74))
    _leafy(plate, cutout, size * 0.2)
    stand(plate, cutout, x, z)


KINDS = {"tree": tree, "bamboo": bamboo, "palm": palm, "scrub": scrub}


def grove(
    plate: Plate,
    *,
    count: int,
    near: float,
    far: float,
    height: float = 8.0,
    clear: float = 0.0,
    kinds: tuple[str, ...] = ("tree", "bamboo"),
) -> None:
    """Plants scattered between two distances, the middle `clear` share of the view left open."""
    rng = plate.rng
    for z in sorted((rng.uniform(near, far) for _ in range(count)), reverse=True):
        side = rng.choice((-1, 1))
        x = side * rng.uniform(clear, 1.05) * plate.camera.span(z)
        KINDS[rng.choice(kinds)](plate, x, z, height * rng.uniform(0.6, 1.2))


def treeline(plate: Plate, *, z: float, height: float = 9.0, tone: float = 58) -> None:
    """An unbroken belt of trees along the far edge of the fields."""
    scale = plate.camera.scale(z)
    foot, tall = round(plate.camera.row(z)), max(6, round(height * scale))
    size = (plate.size[0], tall)
    crest, bumps = plate.noise.line(120, roughness=0.55), plate.noise.line(plate.size[0] // 3, roughness=0.85)
    rise = [0.42 + 0.4 * crest[i * 120 // len(bumps)] + 0.22 * bumps[i] for i in range(len(bumps))]
    mask = Image.new("L", size)
    edge = [(i * 3.05, tall * (1 - max(0.08, share))) for i, share in enumerate(rise)]
    ImageDraw.Draw(mask).polygon([(0, tall), *edge, (size[0], tall)], fill=255)
    shades = plate.noise.leaves(size, grain=5).point(ramp([(0, tone - 30), (255, tone + 34)]))
    plate.lay(plate.veiled(shades, z), mask.filter(ImageFilter.GaussianBlur(0.8)), (0, foot - tall + 2))


def grass(plate: Plate, *, height: float = 0.09, tone: int = 26) -> None:
    """Out-of-focus blades along the lower edge, `height` as a share of the picture."""
    rng, (wide, tall) = plate.rng, plate.size
    reach = round(tall * height)
    mask = Image.new("L", (wide, reach))
    draw, crest = ImageDraw.Draw(mask), plate.noise.line(160)
    for step in range(900):
        x = rng.uniform(0, wide)
        blade = reach * rng.uniform(0.25, 0.75) * (0.75 + 0.5 * crest[int(x / wide * 160)])
        tip = x + rng.uniform(-0.35, 0.35) * blade
        draw.polygon([(x - 2, reach), (x + 2, reach), (tip, reach - blade)], fill=255 if step % 3 else 170)
    soft = mask.filter(ImageFilter.GaussianBlur(2.2))
    shades = plate.noise.field(soft.size).point(ramp([(0, tone - 14), (255, tone + 34)]))
    plate.lay(shades, soft, (0, tall - reach))


def _leafy(plate: Plate, cutout: Cutout, above: float) -> None:
    """Break the crown up into leaves above a height, and mottle its tone."""
    size = cutout.mask.size
    fine = Image.blend(plate.noise.leaves(size, grain=max(3.0, size[1] / 70)), plate.noise.field(size), 0.4)
    gaps = fine.point(ramp([(88, 0), (118, 255)]))
    gaps.paste(255, (0, size[1] - round(above * cutout.scale), *size))
    cutout.mask = ImageChops.multiply(cutout.mask, gaps)
    cutout.tone = ImageChops.overlay(cutout.tone, fine)
