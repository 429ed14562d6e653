"""Rubber stamps: framed or plain, pressed at an angle, with ink that did not take everywhere."""

from random import Random

from PIL import Image, ImageDraw, ImageFont

from archive.demo.drawing.darkroom.paper import Colour
from archive.demo.drawing.studio.noise import Noise
from archive.demo.drawing.verso.ink import worn

INKS: tuple[Colour, ...] = ((138, 34, 32), (70, 48, 120), (38, 58, 118), (52, 52, 60))


def stamp(text: str, height: int, rng: Random, noise: Noise) -> Image.Image:
    """An ink mask of the stamp; `height` is that of its capitals in pixels. Long texts go over two lines."""
    lines = _lines(text)
    face = ImageFont.load_default(height * 1.35)
    wide = max(face.getlength(line) * 1.12 for line in lines)
    margin = height * 0.75
    mask = Image.new("L", (round(wide + 2 * margin), round(len(lines) * height * 1.6 + 1.5 * margin)))
    draw = ImageDraw.Draw(mask)
    for row, line in enumerate(lines):
        _spaced(draw, line, (mask.width / 2, margin * 0.55 + row * height * 1.6), height, wide)
    _frame(draw, mask.size, height, rng.choice(("double", "single", "bars", "single")))
    return worn(mask, noise, low=rng.randint(10, 90), window=0.35)


def _lines(text: str) -> list[str]:
    """Break a stamp of many words near its middle."""
    words = text.split()
    if len(text) < 16 or len(words) < 2:
        return [text]
    cut = min(range(1, len(words)), key=lambda i: abs(len(" ".join(words[:i])) - len(text) / 2))
    return [" ".join(words[:cut]), " ".join(words[cut:])]


def _spaced(draw: ImageDraw.ImageDraw, line: str, top: tuple[float, float], height: int, wide: float) -> None:
    """Letters set wide, as cut in rubber, bold by a stroke."""
    face = ImageFont.load_default(height * 1.35)
    natural = sum(face.getlength(letter) for letter in line)
    gap = min((wide - natural) / max(1, len(line) - 1), height * 0.34)
    x = top[0] - (natural + gap * (len(line) - 1)) / 2
    for letter in line:
        draw.text((x, top[1]), letter, font=face, fill=235, stroke_width=max(1, round(height / 22)))
        x += face.getlength(letter) + gap


def _frame(draw: ImageDraw.ImageDraw, size: tuple[int, int], height: int, kind: str) -> None:
    thick = max(2, height // 9)
    right, low = size[0] - 1, size[1] - 1
    if kind == "bars":
        draw.rectangle((0, 0, right, thick), fill=235)
        draw.rectangle((0, low - thick, right, low), fill=235)
        return
    draw.rectangle((0, 0, right, low), outline=235, width=thick)
    if kind == "double":
        draw.rectangle(
            (2 * thick, 2 * thick, right - 2 * thick, low - 2 * thick), outline=225, width=max(1, thick // 2)
        )
