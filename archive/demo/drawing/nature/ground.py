"""The ground: one textured plain in true perspective, with roads, paddies and scattered stones upon it."""

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from archive.demo.drawing.studio.camera import Point
from archive.demo.drawing.studio.noise import TILE, ramp, relief
from archive.demo.drawing.studio.plate import FINER, Plate, frame_of


def plain(plate: Plate, *, tone: float, contrast: float = 0.5, far: float | None = None) -> None:
    """Earth or grass of a grey `tone` out to `far` metres or the horizon; `contrast` 0 to 1 is how rough it looks."""
    top = round(plate.camera.horizon + 1 if far is None else plate.camera.row(far))
    if top < plate.size[1]:
        plate.image.paste(_earth(plate, top, tone, contrast), (0, top))


def ragged_plain(plate: Plate, *, tone: float, contrast: float, far: float) -> None:
    """Near ground that ends in an uneven edge: the bank of a river."""
    top, wide = round(plate.camera.row(far)), plate.size[0]
    earth = _earth(plate, top, tone, contrast)
    edge = plate.noise.line(140, roughness=0.62)
    mask = Image.new("L", earth.size)
    rim = [(i * wide / 138, earth.height * (0.22 + 0.5 * edge[i])) for i in range(140)]
    ImageDraw.Draw(mask).polygon([(0, earth.height), *rim, (wide, earth.height)], fill=255)
    shadow = mask.filter(ImageFilter.BoxBlur((3, 7)))
    plate.lay(30, shadow.point(ramp([(0, 0), (255, 140)])), (0, top))
    plate.lay(earth, mask.filter(ImageFilter.GaussianBlur(0.8)), (0, top))


def _earth(plate: Plate, top: int, tone: float, contrast: float) -> Image.Image:
    """The ground plane from a picture row down, paler with distance."""
    near = Image.blend(_laid(plate, top, 60.0), _laid(plate, top, 14.0), 0.5)
    surface = Image.blend(near, _laid(plate, top, 2.2), 0.4)
    rough = relief(surface, (plate.light.side * 2, -1), 2.6)
    earth = surface.point(ramp([(0, tone - 90 * contrast), (255, tone + 70 * contrast)]))
    earth = Image.blend(earth, ImageChops.overlay(earth, rough), contrast)
    veil = Image.new("L", (1, earth.height))
    veil.putdata([round(255 * plate.air.veil(plate.camera.distance(top + row))) for row in range(earth.height)])
    return Image.composite(Image.new("L", earth.size, round(plate.air.haze)), earth, veil.resize(earth.size))


def _laid(plate: Plate, top: int, texels: float) -> Image.Image:
    """The print's texture laid on the ground at `texels` per metre, from a picture row down."""
    origin = (TILE * 1.5 + plate.rng.uniform(-60, 60), 4.0)
    return plate.noise.carpet.transform(
        (plate.size[0], plate.size[1] - top),
        Image.Transform.PERSPECTIVE,
        plate.camera.plane(0.0, texels, origin, top),
        Image.Resampling.BILINEAR,
        fillcolor=128,
    )


def patch(plate: Plate, corners: list[Point], tone: float, *, softness: float = 1.5, strength: float = 1.0) -> None:
    """An area of the ground in another tone: a road, a field, a pool. `softness` blurs its edge, in pixels."""
    outline = plate.camera.outline(corners)
    frame = frame_of([outline], plate.size)
    if frame is None:
        return
    mask = Image.new("L", ((frame[2] - frame[0]) * FINER, (frame[3] - frame[1]) * FINER))
    shape = [((x - frame[0]) * FINER, (y - frame[1]) * FINER) for x, y in outline]
    ImageDraw.Draw(mask).polygon(shape, fill=round(255 * strength))
    soft = mask.reduce(FINER).filter(ImageFilter.BoxBlur(softness))
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
        deep = z * rng.uniform(0.07, 0.16)
        span = plate.camera.span(z) * 1.2
        x = -span
        bow = rng.uniform(-0.25, 0.25) * deep
        while x < span:
            wide = span * rng.uniform(0.12, 0.42)
            _paddy(plate, (x, z), (wide, deep), bow)
            x += wide
        z -= deep


def _paddy(plate: Plate, corner: tuple[float, float], size: tuple[float, float], bow: float) -> None:
    """One field with its far left at `corner`: bare earth, young rice, or water that holds the sky."""
    (x, z), (wide, deep), rng = corner, size, plate.rng
    slant = rng.uniform(-0.25, 0.25) * deep
    points: list[Point] = [(x, 0, z - deep + bow), (x + wide * 0.5, 0, z - deep), (x + wide * 0.97, 0, z - deep + bow)]
    points += [(x + wide * 0.97 + slant, 0, z - deep * 0.1 + bow), (x + wide * 0.5, 0, z - deep * 0.1)]
    points += [(x + slant, 0, z - deep * 0.1 + bow)]
    tone = rng.choice((74, 84, 96, 110, 122, plate.air.haze - 45))
    patch(plate, points, tone, softness=0.7, strength=rng.uniform(0.35, 0.75))
