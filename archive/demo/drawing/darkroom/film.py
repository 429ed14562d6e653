"""What lens and film do to a picture: a little softness, bright skies that bleed, tone curve, fall-off, grain."""

from random import Random

from PIL import Image, ImageChops, ImageFilter, ImageOps

from archive.demo.drawing.studio.noise import Size, ramp, speckle

CURVES = {
    "press": [(0, 10), (40, 26), (110, 104), (180, 190), (255, 240)],
    "soft": [(0, 26), (60, 62), (130, 134), (200, 196), (255, 232)],
    "hard": [(0, 5), (60, 30), (118, 104), (170, 190), (225, 240), (255, 246)],
    "faded": [(0, 36), (60, 64), (140, 142), (255, 230)],
}


def develop(scene: Image.Image, rng: Random) -> Image.Image:
    """The exposed picture, still without border: lens, halo, vignette and the curve of one of four papers."""
    exposed = Image.blend(scene, ImageOps.autocontrast(scene, cutoff=(1, 0.5)), 0.75)
    soft = exposed.filter(ImageFilter.GaussianBlur(rng.uniform(0.6, 1.1)))
    halo = soft.reduce(4).filter(ImageFilter.GaussianBlur(7)).point(ramp([(150, 0), (255, 80)]))
    glowing = ImageChops.screen(soft, halo.resize(scene.size, Image.Resampling.BILINEAR))
    curve = CURVES[rng.choice(("press", "press", "soft", "hard", "faded"))]
    return ImageChops.multiply(glowing, _falloff(scene.size, rng)).point(ramp([*curve]))


def _falloff(size: Size, rng: Random) -> Image.Image:
    """Darker corners, never quite centred."""
    depth = rng.uniform(40, 105)
    wide, tall = round(size[0] * 1.25), round(size[1] * 1.25)
    left = round(size[0] * rng.uniform(0.07, 0.18))
    top = round(size[1] * rng.uniform(0.07, 0.18))
    glow = Image.radial_gradient("L").point(ramp([(0, 255), (105, 250), (180, 255 - depth * 0.5), (255, 255 - depth)]))
    return glow.resize((wide, tall)).crop((left, top, left + size[0], top + size[1]))


def grain(size: Size, rng: Random, *, coarseness: float, strength: float) -> Image.Image:
    """Film grain about middle grey, to be laid on in soft light. `coarseness` is the size of a grain in pixels."""
    depth = 115 * strength
    tile = _seamless(speckle(rng, 640), coarseness).point(ramp([(0, 128 - depth), (255, 128 + depth)]))
    spread = tile.width
    sheet = Image.new("L", size)
    for top in range(0, size[1], spread):
        for left in range(0, size[0], spread):
            sheet.paste(tile, (left, top))
    return sheet


def _seamless(noise: Image.Image, factor: float) -> Image.Image:
    """White noise softened and enlarged so that its edges still meet when it is laid out in tiles."""
    side, margin = noise.width, 8
    wrapped = Image.new("L", (side + 2 * margin, side + 2 * margin))
    for left in (margin - side, margin, margin + side):
        for top in (margin - side, margin, margin + side):
            wrapped.paste(noise, (left, top))
    spread = round(side * factor)
    soft = wrapped.filter(ImageFilter.GaussianBlur(0.7))
    return soft.resize((spread, spread), Image.Resampling.BICUBIC, (margin, margin, margin + side, margin + side))
