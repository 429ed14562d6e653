"""The verso: the paper back of a print with its slip, stamps and pencil, as an RGB picture."""

from collections.abc import Sequence
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from archive.demo.drawing.darkroom import film, paper, wear
from archive.demo.drawing.darkroom.paper import Colour, Tone
from archive.demo.drawing.studio.noise import Noise, Size, ramp
from archive.demo.drawing.verso.ink import put, written
from archive.demo.drawing.verso.stamps import INKS, stamp
from archive.demo.drawing.verso.typewriter import SlipLine, machine, typed

DRAWN = 3.2
"""Megapixels of the drawing at most; a larger scan is an enlargement of it."""
BACKS = (
    Tone((60, 54, 46), (168, 158, 140), (240, 234, 220)),
    Tone((58, 54, 50), (166, 160, 150), (242, 240, 234)),
    Tone((64, 54, 40), (172, 156, 128), (238, 226, 200)),
)
SLIPS: tuple[Colour, ...] = ((233, 222, 194), (241, 237, 226), (226, 208, 170), (236, 229, 208))
TYPING: tuple[Colour, ...] = ((38, 36, 40), (44, 42, 66), (52, 44, 74), (30, 30, 32))
PENCILS: tuple[Colour, ...] = ((84, 84, 88), (74, 76, 82), (52, 72, 130))


def draw_slip(
    lines: Sequence[SlipLine],
    *,
    seed: int,
    megapixels: float,
    stamps: Sequence[str] = (),
    pencil: Sequence[str] = (),
) -> Image.Image:
    """The back of the print drawn with the same seed, of the same proportions. Equal arguments, equal pixels."""
    rng = Random(f"verso/{seed}")
    noise = Noise(rng)
    sheet = _back(paper.sheet_of(seed, min(megapixels, DRAWN)), rng, noise)
    below = _pasted(sheet, lines, rng, noise) if lines else sheet.height * 0.2
    _pencilled(sheet, pencil, below, rng, noise)
    _stamped(sheet, stamps, below, rng, noise)
    return _scanned(sheet, paper.sheet_of(seed, megapixels).size, rng)


def _back(sheet: paper.Sheet, rng: Random, noise: Noise) -> Image.Image:
    """Bare fibre paper, a little cockled, handled and yellowed towards its edges."""
    size = sheet.size
    fibres = Image.blend(noise.field(size, window=0.9), noise.field(size, window=0.25), 0.6)
    face = fibres.point(ramp([(0, 206), (255, 246)]))
    edge = Image.radial_gradient("L").resize(size).point(ramp([(0, 255), (170, 255), (255, 222)]))
    grey = paper.laid_on_bed(ImageChops.multiply(face, edge), sheet.deckle, rng, noise)
    return paper.tinted(wear.handled(grey, rng, noise, wear.BACK_MARKS), rng.choice(BACKS))


def _pasted(sheet: Image.Image, lines: Sequence[SlipLine], rng: Random, noise: Noise) -> float:
    """Paste the slip on the back; the row where it ends."""
    columns = max(44, *(len(line.text) for line in lines))
    cell = sheet.width * rng.uniform(0.66, 0.76) / (columns + 5)
    ink = typed(lines, machine(rng, cell), rng, noise)
    size = (round((columns + 5) * cell), round(ink.height + cell * rng.uniform(3, 4.5)))
    slip = Image.new("RGB", size, rng.choice(SLIPS))
    mottle = noise.field(size, window=0.5).point(ramp([(0, 222), (255, 255)]))
    slip = ImageChops.multiply(slip, Image.merge("RGB", (mottle, mottle, mottle)))
    slip.paste(rng.choice(TYPING), (round(cell * 2), round(cell * 1.8)), ink)
    centre = (sheet.width * rng.uniform(0.47, 0.53), sheet.height * rng.uniform(0.07, 0.13) + size[1] / 2)
    _paste_turned(sheet, slip, _torn(size, rng, noise), centre, rng.uniform(-1.6, 1.6))
    return centre[1] + size[1] / 2


def _torn(size: Size, rng: Random, noise: Noise) -> Image.Image:
    """The outline of a slip: cut above, torn against a ruler below."""
    ragged = rng.choice((1.0, 3.0, 6.0))
    rip = noise.line(120, roughness=0.8)
    lower = [(size[0] * (1 - i / 119), size[1] - 7 + ragged * rip[i]) for i in range(120)]
    mask = Image.new("L", size)
    ImageDraw.Draw(mask).polygon([(1, 2), (size[0] - 2, 0), *lower], fill=255)
    return mask.filter(ImageFilter.GaussianBlur(0.7))


def _paste_turned(
    sheet: Image.Image, slip: Image.Image, mask: Image.Image, centre: tuple[float, float], angle: float
) -> None:
    """The slip a little askew, with the thin shadow of its thickness and the glue showing at its edges."""
    turned = slip.rotate(angle, Image.Resampling.BICUBIC, expand=True)
    outline = mask.rotate(angle, Image.Resampling.BICUBIC, expand=True)
    grown = Image.new("L", (outline.width + 60, outline.height + 60))
    grown.paste(outline, (30, 30))
    glue = grown.filter(ImageFilter.BoxBlur(9)).point(ramp([(0, 0), (255, 74)]))
    put(sheet, glue, (150, 118, 70), centre)
    put(
        sheet,
        grown.filter(ImageFilter.GaussianBlur(4)).point(ramp([(0, 0), (255, 130)])),
        (58, 48, 38),
        (centre[0] + 3, centre[1] + 4),
    )
    corner = round(centre[0] - turned.width / 2), round(centre[1] - turned.height / 2)
    sheet.paste(turned, corner, outline)


def _stamped(sheet: Image.Image, stamps: Sequence[str], below: float, rng: Random, noise: Noise) -> None:
    """Stamps side by side on the bare paper under the slip, the first one touching it now and then."""
    room = sheet.height - below
    for index, text in enumerate(stamps):
        mask = stamp(text, round(sheet.height * rng.uniform(0.026, 0.034)), rng, noise)
        x = sheet.width * ((0.74, 0.28, 0.52)[index % 3] + rng.uniform(-0.05, 0.05))
        y = below + room * ((0.4, 0.72, 0.55)[index % 3] + rng.uniform(-0.1, 0.1))
        put(sheet, mask, rng.choice(INKS), (x, min(y, sheet.height * 0.9)), rng.uniform(-9, 9))


def _pencilled(sheet: Image.Image, notes: Sequence[str], below: float, rng: Random, noise: Noise) -> None:
    """Notes in the free space, largest first."""
    size = round(sheet.height * rng.uniform(0.05, 0.064))
    for index, text in enumerate(notes):
        mask = written(text, size, rng, noise)
        x = min(max(sheet.width * rng.uniform(0.24, 0.4), mask.width / 2 + size), sheet.width - mask.width / 2)
        y = below + (sheet.height - below) * (0.3 + 0.26 * index)
        put(sheet, mask, rng.choice(PENCILS), (x, min(y, sheet.height * 0.93)), rng.uniform(-3, 5))


def _scanned(sheet: Image.Image, full: Size, rng: Random) -> Image.Image:
    """Full size, with the fine tooth of the paper."""
    large = sheet.resize(full, Image.Resampling.BICUBIC) if sheet.size != full else sheet
    tooth = film.grain(full, rng, coarseness=max(1.0, full[1] / 1300), strength=0.35)
    return Image.merge("RGB", [ImageChops.soft_light(band, tooth) for band in large.split()])
