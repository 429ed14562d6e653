"""An office typewriter of the forties: fixed cells, a jumping baseline, uneven ink, clogged letters, striking-out."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageChops, ImageDraw

from archive.demo.drawing.studio.noise import Noise
from archive.demo.drawing.verso.ink import face_for, font, smudge, worn

LEADING = 1.95
"""Line to line, in cell widths: one and a half spaced on an elite machine."""
CLOGGED = "aegobdpq8069"
STRIKES = {"x": (130, 1.0), "-": (230, 0.5), "/": (190, 1.0)}
"""The sign a line is struck out with: how heavily, and how many cells apart. Dashes run together to a line."""


@dataclass(frozen=True)
class SlipLine:
    """One typed line. `struck`: typed over or ruled out, still legible."""

    text: str
    struck: bool = False


@dataclass(frozen=True)
class Machine:
    """How one typewriter misbehaves: letters set high or low, its ribbon, the way its typist strikes out."""

    cell: float
    habits: dict[str, float]
    ribbon: int
    strike: str

    @property
    def size(self) -> int:
        """The type size whose letters are one cell wide."""
        return max(6, round(self.cell / 0.62))


def machine(rng: Random, cell: float) -> Machine:
    """A typewriter with its own faults. `cell` is the width of a letter in pixels."""
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    habits = {letter: rng.choice((0, 0, 0, 0, -0.06, 0.05, 0.09)) for letter in letters}
    return Machine(cell, habits, rng.randint(165, 240), rng.choice(sorted(STRIKES)))


def typed(lines: Sequence[SlipLine], kit: Machine, rng: Random, noise: Noise) -> Image.Image:
    """The typing as an ink mask, tight around its lines."""
    columns = max((_cells(line.text) for line in lines), default=1)
    size = round((columns + 1) * kit.cell), round((len(lines) + 0.6) * kit.cell * LEADING)
    mask = Image.new("L", (max(4, size[0]), max(4, size[1])))
    draw = ImageDraw.Draw(mask)
    for row, line in enumerate(lines):
        top = row * kit.cell * LEADING + rng.uniform(-0.05, 0.05) * kit.cell
        _line(draw, line.text, top, kit, rng)
        if line.struck:
            _strike(mask, line.text, top, kit, rng)
    return worn(mask, noise, low=120)


def _cells(text: str) -> int:
    """Width in cells; a Chinese character takes two."""
    return sum(2 if face_for(letter, "typewriter") == "brush" else 1 for letter in text)


def _line(draw: ImageDraw.ImageDraw, text: str, top: float, kit: Machine, rng: Random) -> None:
    x = kit.cell * 0.5
    for letter in text:
        name = face_for(letter, "typewriter")
        spot = (
            x + rng.uniform(-0.04, 0.04) * kit.cell,
            top + (kit.habits.get(letter, 0) + rng.uniform(-0.03, 0.03)) * kit.cell,
        )
        ink = min(255, round(kit.ribbon * rng.uniform(0.72, 1.12)))
        if name is None:
            smudge(draw, spot, kit.size, ink)
        elif letter != " ":
            _letter(draw, letter, spot, (name, kit.size), ink, rng)
        x += kit.cell * (2 if name == "brush" else 1)


def _letter(
    draw: ImageDraw.ImageDraw, letter: str, spot: tuple[float, float], face: tuple[str, int], ink: int, rng: Random
) -> None:
    """One letter, now and then clogged with lint or struck twice."""
    draw.text(spot, letter, font=font(*face), fill=ink)
    if letter in CLOGGED and rng.random() < 0.16:
        draw.text(spot, letter, font=font(*face), fill=ink, stroke_width=max(1, face[1] // 26))
    if rng.random() < 0.03:
        draw.text((spot[0] + face[1] * 0.06, spot[1]), letter, font=font(*face), fill=round(ink * 0.8))


def _strike(mask: Image.Image, text: str, top: float, kit: Machine, rng: Random) -> None:
    """Overtype a line as its typist does, so that it is plainly struck and the words can still be read."""
    over = Image.new("L", mask.size)
    draw = ImageDraw.Draw(over)
    ink, step = STRIKES[kit.strike]
    for index in range(round(_cells(text.rstrip()) / step)):
        x = kit.cell * (0.5 + index * step + rng.uniform(-0.08, 0.08))
        spot = x, top + rng.uniform(-0.04, 0.04) * kit.cell
        draw.text(spot, kit.strike, font=font("typewriter", kit.size), fill=round(ink * rng.uniform(0.85, 1.05)))
    mask.paste(ImageChops.lighter(mask, over))
