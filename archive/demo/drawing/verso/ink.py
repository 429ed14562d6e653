"""Inks on paper: typing, handwriting and stamps, each made first as a grey mask of how much ink lies where."""

from functools import lru_cache
from pathlib import Path
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFont

from archive.demo.drawing.darkroom.paper import Colour
from archive.demo.drawing.studio.noise import Noise, ramp

FONTS = Path(__file__).parent / "fonts"


@lru_cache(maxsize=64)
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """One of the three faces kept beside this module: typewriter, pencil, brush."""
    return ImageFont.truetype(FONTS / f"{name}.ttf", size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=8)
def _missing(name: str) -> bytes:
    return bytes(font(name, 32).getmask("\U0010fffd"))


@lru_cache(maxsize=1024)
def face_for(letter: str, usual: str) -> str | None:
    """The face that holds a letter: the usual one, the brush for Chinese, or None when neither does."""
    for name in (usual, "brush"):
        if letter.isspace() or bytes(font(name, 32).getmask(letter)) != _missing(name):
            return name
    return None


def worn(mask: Image.Image, noise: Noise, *, low: int, window: float = 0.8) -> Image.Image:
    """Ink laid unevenly: `low` is what is left of full ink where it took worst."""
    return ImageChops.multiply(mask, noise.field(mask.size, window=window).point(ramp([(40, low), (150, 255)])))


def put(sheet: Image.Image, mask: Image.Image, colour: Colour, centre: tuple[float, float], angle: float = 0.0) -> None:
    """Lay ink on the sheet, turned about its centre."""
    if angle:
        mask = mask.rotate(angle, Image.Resampling.BICUBIC, expand=True)
    left, top = round(centre[0] - mask.width / 2), round(centre[1] - mask.height / 2)
    sheet.paste(colour, (left, top, left + mask.width, top + mask.height), mask)


def written(text: str, size: int, rng: Random, noise: Noise) -> Image.Image:
    """A line in pencil. Letters no face holds become a smudge, so that nothing vanishes unseen."""
    mask = Image.new("L", (round(size * (0.9 * len(text) + 2)), round(size * 2)))
    draw = ImageDraw.Draw(mask)
    x, slope = size * 0.5, rng.uniform(-0.02, 0.02)
    for letter in text:
        name = face_for(letter, "pencil")
        y = size * 0.4 + slope * x + rng.uniform(-0.03, 0.03) * size
        if name is None:
            smudge(draw, (x, y), size, 150)
            x += size * 0.7
            continue
        face = font(name, size if name == "pencil" else round(size * 0.85))
        draw.text((x, y), letter, font=face, fill=rng.randint(190, 250))
        x += face.getlength(letter)
    return worn(mask.crop((0, 0, min(mask.width, round(x + size * 0.5)), mask.height)), noise, low=70, window=1.0)


def smudge(draw: ImageDraw.ImageDraw, spot: tuple[float, float], size: int, ink: int) -> None:
    """An illegible blot the size of a letter."""
    x, y = spot
    draw.ellipse((x + size * 0.05, y + size * 0.25, x + size * 0.6, y + size * 0.9), fill=ink)
