"""The ground: one textured plain in true perspective, with roads, paddies and scattered stones upon it."""

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from archive.demo.drawing.studio.camera import Point
from archive.demo.drawing.studio.noise import TILE, ramp, relief
from archive.demo.drawing.studio.plate import FINER, Plate, frame_of


def plain(plate: Plate, *, tone: float, contrast: float = 0.5, far: float | None = None) -> None:
    """Earth or grass of a grey `tone` out to the horizon; `contrast` 0 to 1 is how rough it looks."""
    horizon = round(plate.camera.horizon if far is None else plate.camera.row(far))
    size = plate.size
    surface = Image.blend(_laid(plate, 22.0), _laid(plate, 2.2), 0.5)
    rough = relief(surface, (plate.light.side * 2, -1), 1.5)
    earth = surface.point(ramp([(0, tone - 90 * contrast), (255, tone + 70 * contrast)]))
    earth = Image.blend(earth, ImageChops.overlay(earth, rough), contrast)
    veil = Image.new("L", (1, size[1]))
    veil.putdata([round(255 * plate.air.veil(plate.camera.distance(row))) for row in range(size[1])])
    earth = Image.composite(Image.new("L", size, round(plate.air.haze)), earth, veil.resize(size))
    plate.image.paste(earth.crop((0, horizon, *size)), (0, horizon))


def _laid(plate: Plate, texels: float) -> Image.Image:
    """The print's texture laid on the ground at `texels` per metre, repeated."""
    sheet = Image.new("L", (TILE * 3, TILE * 2))
    turned = plate.noise.tile.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    for index in range(6):
        sheet.paste(turned if index % 2 else plate.noise.tile, (index % 3 * TILE, index // 3 * TILE))
    origin = (TILE * 1.5 + plate.rng.uniform(-60, 60), 4.0)
    coefficients = plate.camera.plane(0.0, texels, origin)
    laid = sheet.transform(
        plate.size, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BILINEAR, fillcolor=128
    )
    return laid


def patch(plate: Plate, corners: list[Point], tone: float, *, softness: float = 1.5, strength: float = 1.0) -> None:
    """An area of the ground in another tone: a road, a field, a pool. `softness` blurs its edge, in pixels."""
    outline = plate.camera.outline(corners)
    frame = frame_of([outline], plate.size)
    if frame is None:
        return
    mask = Image.new("L", ((frame[2] - frame[0]) * FINER, (frame[3] - frame[1]) * FINER))
    shape = [((x - frame[0]) * FINER, (y - frame[1]) * FINER) for x, y in outline]
    ImageDraw.Draw(mask).polygon(shape, fill=round(255 * strength))
    soft = mask.reduce(FINER).filter(ImageFilter.GaussianBlur(softness))
    worn = plate.noise.field(soft.size).point(ramp([(0, 150), (150, 255)]))
    plate.lay(plate.air.through(tone, min(z for _, _, z in corners)), ImageChops.multiply(soft, worn), frame[:2])


def ribbon(plate: Plate, path: list[tuple[float, float]], width: float, tone: float, *, strength: float = 0.8) -> None:
    """A road or a stream along (x, z) points, `width` metres across."""
    left: list[Point] = [(x - width / 2, 0.0, z) for x, z in path]
    right: list[Point] = [(x + width / 2, 0.0, z) for x, z in reversed(path)]
    patch(plate, left + right, tone, strength=strength)


def ruts(plate: Plate, path: list[tuple[float, float]], gauge: float, tone: float) -> None:
    """Two wheel tracks along a road."""
    for side in (-gauge / 2, gauge / 2):
        ribbon(plate, [(x + side, z) for x, z in path], 0.45, tone, strength=0.45)


def paddies(plate: Plate, *, nearest: float, farthest: float) -> None:
    """Flooded and dry fields between low banks, shimmering towards the hills."""
    z, rng = farthest, plate.rng
    while z > nearest:
        deep = z * rng.uniform(0.1, 0.22)
        span = plate.camera.span(z) * 1.2
        x = -span
        while x < span:
            wide = span * rng.uniform(0.18, 0.5)
            tone = rng.choice((96, 118, 140, 176, 205))
            skew = rng.uniform(-0.1, 0.1) * wide
            corners: list[Point] = [(x, 0, z - deep), (x + wide * 0.96, 0, z - deep)]
            corners += [(x + wide * 0.96 + skew, 0, z - deep * 0.08), (x + skew, 0, z - deep * 0.08)]
            patch(plate, corners, tone, softness=0.8, strength=0.62)
            x += wide
        z -= deep
