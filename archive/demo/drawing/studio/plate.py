"""The plate: the grey picture under construction, with the camera, the light and the air it is taken in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp
from random import Random
from typing import TypeAlias

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from archive.demo.drawing.studio.camera import Camera, Pixel, Point
from archive.demo.drawing.studio.noise import Noise
from archive.demo.drawing.studio.solids import Face, Shape

Box: TypeAlias = tuple[int, int, int, int]

FINER = 2
"""Edges are drawn this many times larger and reduced, so that they are smooth."""


@dataclass(frozen=True)
class Light:
    """Where the sun stands, as a unit-length direction towards it, and how much light the sky gives to shadows."""

    towards: Point
    ambient: float

    @property
    def side(self) -> int:
        """-1 when the sun is on the left, 1 when on the right."""
        return 1 if self.towards[0] > 0 else -1

    def on(self, normal: Point) -> float:
        """Brightness of white paint on a face with this unit normal."""
        cosine = sum(a * b for a, b in zip(normal, self.towards, strict=True))
        return 1.3 * (self.ambient * (0.8 + 0.2 * normal[1]) + (1 - self.ambient) * max(0.0, cosine))


@dataclass(frozen=True)
class Air:
    """What distance does to tone: `haze` is the grey of the far air, `reach` the metres at which most is lost."""

    haze: float
    reach: float

    def veil(self, z: float) -> float:
        """The share of haze before a thing at distance `z`, 0 to 1."""
        return 1 - exp(-z / self.reach)

    def through(self, tone: float, z: float) -> int:
        return round(max(0.0, min(255.0, tone + (self.haze - tone) * self.veil(z))))


@dataclass
class Plate:
    """Painted back to front by the layers of a scene."""

    image: Image.Image
    camera: Camera
    light: Light
    air: Air
    rng: Random
    noise: Noise

    @property
    def size(self) -> tuple[int, int]:
        return self.image.size

    def lay(self, tone: Image.Image | int, mask: Image.Image, corner: tuple[int, int]) -> None:
        """Paste a cut-out whose upper left is at `corner`; it may hang over the edges."""
        box = (corner[0], corner[1], corner[0] + mask.width, corner[1] + mask.height)
        self.image.paste(tone, box, mask)

    def veiled(self, tone: Image.Image, z: float) -> Image.Image:
        """A grey picture as seen through the air at distance `z`."""
        return tone.point([self.air.through(step, z) for step in range(256)])

    def shade(self, mask: Image.Image, corner: tuple[int, int], depth: float) -> None:
        """Darken by up to `depth` (0 to 1) where the mask is white: a shadow on the ground."""
        self.lay(14, mask.point([round(step * depth) for step in range(256)]), corner)

    def build(self, shape: Shape, *, wear: float = 0.5, shadow: float = 0.62) -> None:
        """Photograph a shape that stands in the scene, its shadow first."""
        if shadow:
            self._cast(shape, shadow)
        seen = _seen(shape, self.camera, self.light)
        frame = frame_of([outline for _, outline, _ in seen], self.size)
        if frame is None:
            return
        tone, mask = _drawn(seen, frame, self.image.crop(frame), self.air.through)
        if wear and min(mask.size) > 8:
            blotches, grit = self.noise.field(mask.size, window=0.5), self.noise.leaves(mask.size, grain=4)
            worn = Image.blend(blotches, grit, 0.35)
            tone = Image.blend(tone, ImageChops.soft_light(tone, worn), wear)
        self.lay(tone, mask, frame[:2])

    def _cast(self, shape: Shape, depth: float) -> None:
        """A hard shadow on the ground plane, a little softened."""
        flat = [self.camera.outline([_dropped(p, self.light) for p in face.points]) for face in shape.faces]
        frame = frame_of([outline for outline in flat if outline], self.size)
        if frame is None:
            return
        mask = Image.new("L", (frame[2] - frame[0], frame[3] - frame[1]))
        draw = ImageDraw.Draw(mask)
        for outline in flat:
            if len(outline) > 2:
                draw.polygon([(x - frame[0], y - frame[1]) for x, y in outline], fill=255)
        self.shade(mask.filter(ImageFilter.BoxBlur((3, 1))), frame[:2], depth)


def _seen(shape: Shape, camera: Camera, light: Light) -> list[tuple[float, list[Pixel], float]]:
    """Faces turned to the lens as (distance, outline, grey), the farthest first."""
    seen = []
    for face in shape.faces:
        normal, facing = _turned_to(face, camera)
        if facing or face.two_sided:
            outline = camera.outline(face.points)
            distance = sum(point[2] for point in face.points) / len(face.points)
            if len(outline) > 2:
                seen.append((distance - face.lift, outline, 255 * face.tone * light.on(normal)))
    return sorted(seen, key=lambda face: -face[0])


def _turned_to(face: Face, camera: Camera) -> tuple[Point, bool]:
    """The unit normal, turned to the lens for two-sided faces, and whether the face looks at the lens."""
    (ax, ay, az), (bx, by, bz), (cx, cy, cz) = face.points[0], face.points[1], face.points[2]
    u, v = (bx - ax, by - ay, bz - az), (cx - ax, cy - ay, cz - az)
    n = (u[2] * v[1] - u[1] * v[2], u[0] * v[2] - u[2] * v[0], u[1] * v[0] - u[0] * v[1])
    length = (n[0] ** 2 + n[1] ** 2 + n[2] ** 2) ** 0.5 or 1.0
    facing = n[0] * ax + n[1] * (ay - camera.eye) + n[2] * az < 0
    sign = 1 if facing else -1
    return (sign * n[0] / length, sign * n[1] / length, sign * n[2] / length), facing


def _dropped(point: Point, light: Light) -> Point:
    """Where the shadow of a point falls on the ground."""
    fall = max(0.0, point[1]) / max(0.15, light.towards[1])
    return point[0] - light.towards[0] * fall, 0.0, point[2] - light.towards[2] * fall


def frame_of(outlines: Sequence[Sequence[Pixel]], size: tuple[int, int]) -> Box | None:
    """The part of the plate that holds all outlines, or None when they are outside."""
    pixels = [pixel for outline in outlines for pixel in outline]
    if not pixels:
        return None
    left = max(0, int(min(x for x, _ in pixels)) - 2)
    top = max(0, int(min(y for _, y in pixels)) - 2)
    right = min(size[0], int(max(x for x, _ in pixels)) + 3)
    bottom = min(size[1], int(max(y for _, y in pixels)) + 3)
    return (left, top, right, bottom) if right > left and bottom > top else None


def _drawn(
    seen: Sequence[tuple[float, list[Pixel], float]],
    frame: Box,
    behind: Image.Image,
    grey: Callable[[float, float], int],
) -> tuple[Image.Image, Image.Image]:
    """Tone and mask of the faces within the frame, smooth against what is behind."""
    tone = behind.resize((behind.width * FINER, behind.height * FINER), Image.Resampling.NEAREST)
    mask = Image.new("L", tone.size)
    ink, cut = ImageDraw.Draw(tone), ImageDraw.Draw(mask)
    for distance, outline, level in seen:
        points = [((x - frame[0]) * FINER, (y - frame[1]) * FINER) for x, y in outline]
        ink.polygon(points, fill=grey(level, distance))
        cut.polygon(points, fill=255)
    return tone.reduce(FINER), mask.reduce(FINER)
