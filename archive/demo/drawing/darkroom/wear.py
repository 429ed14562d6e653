"""Marks of handling. Soft ones are made at drawing size; hair-thin ones at full size, in `fine_wear`."""

from collections.abc import Callable
from math import cos, pi, sin
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from archive.demo.drawing.studio.noise import Noise, ramp

Mark = Callable[[Image.Image, Random, Noise], Image.Image]


def fingerprint(sheet: Image.Image, rng: Random, noise: Noise) -> Image.Image:
    """A thumb on the emulsion, usually near an edge."""
    tall = round(min(sheet.size) * rng.uniform(0.11, 0.15))
    wide = round(tall * 0.72)
    whorl = Image.new("L", (wide * 2, tall * 2))
    draw = ImageDraw.Draw(whorl)
    bend = noise.line(60)
    for step in range(26):
        share = step / 26
        rx, ry = wide * (1.25 - share * 1.2), tall * (1.3 - share * 1.2)
        lift = tall * (1.05 + 0.25 * share) + 4 * bend[step]
        draw.ellipse((wide - rx, lift - ry, wide + rx, lift + ry), outline=210, width=3)
    oval = Image.new("L", whorl.size)
    ImageDraw.Draw(oval).ellipse((4, 4, wide * 2 - 4, tall * 2 - 4), fill=255)
    patchy = noise.field(whorl.size, window=0.3).point(ramp([(60, 20), (170, 120)]))
    ridges = ImageChops.multiply(ImageChops.multiply(whorl, oval.filter(ImageFilter.GaussianBlur(9))), patchy)
    turned = ridges.rotate(rng.uniform(-50, 50), Image.Resampling.BILINEAR, expand=True).reduce(2)
    corner = rng.choice((0.04, 0.78)), rng.choice((0.06, 0.74))
    sheet.paste(rng.choice((225, 60)), (round(sheet.width * corner[0]), round(sheet.height * corner[1])), turned)
    return sheet


def crease(sheet: Image.Image, rng: Random, noise: Noise) -> Image.Image:
    """A fold across a corner where the emulsion has cracked."""
    side, reach = rng.choice((0, 1)), rng.uniform(0.14, 0.42)
    start = (0 if side == 0 else sheet.width, sheet.height * reach)
    end = (sheet.width * (reach if side == 0 else 1 - reach), 0)
    jitter = noise.line(80, roughness=0.75)
    path = [
        (
            start[0] + (end[0] - start[0]) * i / 79 + 4 * jitter[i],
            start[1] + (end[1] - start[1]) * i / 79 + 3 * jitter[-i],
        )
        for i in range(80)
    ]
    mask = Image.new("L", sheet.size)
    draw = ImageDraw.Draw(mask)
    draw.line(path, fill=230, width=2)
    sheet.paste(60, (1, 2, sheet.width + 1, sheet.height + 2), mask.filter(ImageFilter.GaussianBlur(2)))
    cracked = ImageChops.multiply(mask, noise.field(mask.size, window=1.0).point(ramp([(80, 70), (150, 255)])))
    sheet.paste(236, (0, 0), cracked)
    return sheet


def stain(sheet: Image.Image, rng: Random, noise: Noise) -> Image.Image:
    """A dried tide line, as of tea or rain."""
    girth = round(min(sheet.size) * rng.uniform(0.2, 0.5))
    blot = Image.new("L", (girth, girth))
    bumps = noise.line(48, roughness=0.45)
    rim = [
        (
            girth / 2 + girth * (0.38 + 0.13 * bumps[i]) * cos(2 * pi * i / 48),
            girth / 2 + girth * (0.38 + 0.13 * bumps[i]) * sin(2 * pi * i / 48),
        )
        for i in range(48)
    ]
    draw = ImageDraw.Draw(blot)
    draw.polygon(rim, fill=26)
    draw.line([*rim, rim[0]], fill=74, width=3)
    spot = round(rng.uniform(-0.1, 0.9) * sheet.width), round(rng.choice((-0.12, 0.78)) * sheet.height)
    sheet.paste(96, (*spot, spot[0] + girth, spot[1] + girth), blot.filter(ImageFilter.GaussianBlur(1.6)))
    return sheet


def light_leak(sheet: Image.Image, rng: Random, noise: Noise) -> Image.Image:
    """Fog from a film holder that did not close."""
    side = rng.choice((-1, 1))
    band = Image.linear_gradient("L").rotate(90 * side).resize(sheet.size)
    fog = ImageChops.multiply(
        band.point(ramp([(150, 0), (255, 135)])),
        noise.field(sheet.size, window=0.12).point(ramp([(60, 40), (190, 255)])),
    )
    return ImageChops.screen(sheet, fog)


def tape(sheet: Image.Image, rng: Random, noise: Noise) -> Image.Image:
    """What adhesive tape left behind on the border and a little beyond."""
    wide, tall = round(sheet.width * 0.05), round(sheet.height * rng.uniform(0.06, 0.09))
    for x in rng.sample((rng.uniform(0.02, 0.2), rng.uniform(0.4, 0.55), rng.uniform(0.76, 0.92)), rng.choice((1, 2))):
        patch = noise.field((wide, tall), window=0.3).point(ramp([(0, 26), (255, 92)]))
        corner = (round(sheet.width * x), -round(tall * 0.25))
        sheet.paste(128, (*corner, corner[0] + wide, corner[1] + tall), patch.filter(ImageFilter.GaussianBlur(0.8)))
    return sheet


def dog_ear(sheet: Image.Image, rng: Random, noise: Noise) -> Image.Image:
    """A corner folded over and pressed flat again, or lost."""
    reach = round(min(sheet.size) * rng.uniform(0.05, 0.1))
    right, low = rng.choice((True, False)), rng.choice((True, False))
    x, y = (sheet.width - 7 if right else 7), (sheet.height - 7 if low else 7)
    sx, sy = (-1 if right else 1), (-1 if low else 1)
    mask = Image.new("L", sheet.size)
    ImageDraw.Draw(mask).polygon([(x, y), (x + sx * reach, y), (x, y + sy * reach * 1.1)], fill=255)
    lost = rng.random() < 0.5
    sheet.paste(206 if lost else 228, (0, 0), mask)
    edge = Image.new("L", sheet.size)
    ImageDraw.Draw(edge).line([(x + sx * reach, y), (x, y + sy * reach * 1.1)], fill=220, width=3)
    sheet.paste(84, (0, 0), edge.filter(ImageFilter.GaussianBlur(1.3)))
    return sheet


MARKS: dict[str, Mark] = {
    "fingerprint": fingerprint,
    "crease": crease,
    "stain": stain,
    "light_leak": light_leak,
    "tape": tape,
    "dog_ear": dog_ear,
}


FRONT_MARKS = tuple(MARKS)
BACK_MARKS = ("crease", "stain", "dog_ear", "tape")


def handled(sheet: Image.Image, rng: Random, noise: Noise, marks: tuple[str, ...] = FRONT_MARKS) -> Image.Image:
    """One or two marks, chosen by the seed."""
    for name in rng.sample(marks, rng.choice((1, 1, 2))):
        sheet = MARKS[name](sheet, rng, noise)
    return sheet


def fine_wear(print_: Image.Image, rng: Random) -> Image.Image:
    """Dust, hairs and scratches at full size, so that they are sharp where the picture is soft."""
    draw = ImageDraw.Draw(print_)
    unit = min(print_.size) / 1000
    for _ in range(rng.randint(25, 70)):
        x, y, girth = rng.uniform(0, print_.width), rng.uniform(0, print_.height), unit * rng.uniform(0.3, 1.1)
        draw.ellipse(
            (x - girth, y - girth, x + girth, y + girth * rng.uniform(0.7, 1.4)), fill=rng.choice((232, 226, 40))
        )
    for _ in range(rng.randint(1, 4)):
        _hair(draw, rng, print_.size, unit)
    for _ in range(rng.choice((0, 0, 1, 3))):
        _scratch(draw, rng, print_.size, unit)
    return print_


def _hair(draw: ImageDraw.ImageDraw, rng: Random, size: tuple[int, int], unit: float) -> None:
    x, y = rng.uniform(0, size[0]), rng.uniform(0, size[1])
    turn = rng.uniform(0, 6.3)
    path = [(x, y)]
    for _ in range(14):
        turn += rng.uniform(-0.5, 0.5)
        x, y = x + cos(turn) * unit * 3.5, y + sin(turn) * unit * 3.5
        path.append((x, y))
    draw.line(path, fill=228, width=max(1, round(unit * 0.8)))


def _scratch(draw: ImageDraw.ImageDraw, rng: Random, size: tuple[int, int], unit: float) -> None:
    x, y = rng.uniform(0.05, 0.95) * size[0], rng.uniform(-0.1, 0.6) * size[1]
    length, lean = rng.uniform(0.15, 0.6) * size[1], rng.uniform(-0.06, 0.06)
    draw.line([(x, y), (x + lean * length, y + length)], fill=222, width=max(1, round(unit * 0.7)))
