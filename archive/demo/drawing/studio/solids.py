"""Things built of flat faces, in metres: boxes, turned bodies, slabs. They are moved and turned, then photographed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import cos, pi, sin
from typing import Self

from archive.demo.drawing.studio.camera import Point


@dataclass(frozen=True)
class Face:
    """A flat polygon. `tone` is its paint, 0 black to 1 white; `lift` draws a marking over the face it lies on."""

    points: tuple[Point, ...]
    tone: float
    lift: float = 0.0
    two_sided: bool = False


@dataclass(frozen=True)
class Shape:
    """A group of faces that moves as one."""

    faces: tuple[Face, ...]

    def __add__(self, other: "Shape") -> "Shape":
        return Shape(self.faces + other.faces)

    def moved(self, x: float = 0.0, y: float = 0.0, z: float = 0.0) -> Self:
        return self._mapped(lambda p: (p[0] + x, p[1] + y, p[2] + z))

    def scaled(self, x: float, y: float, z: float) -> Self:
        return self._mapped(lambda p: (p[0] * x, p[1] * y, p[2] * z))

    def yawed(self, degrees: float) -> Self:
        """Turned about the upright axis; positive swings the front (+z) to the right (+x)."""
        c, s = cos(degrees * pi / 180), sin(degrees * pi / 180)
        return self._mapped(lambda p: (p[0] * c + p[2] * s, p[1], p[2] * c - p[0] * s))

    def pitched(self, degrees: float) -> Self:
        """Turned about the sideways axis; positive lifts the front (+z)."""
        c, s = cos(degrees * pi / 180), sin(degrees * pi / 180)
        return self._mapped(lambda p: (p[0], p[1] * c + p[2] * s, p[2] * c - p[1] * s))

    def rolled(self, degrees: float) -> Self:
        """Turned about the long axis; positive lifts the right side."""
        c, s = cos(degrees * pi / 180), sin(degrees * pi / 180)
        return self._mapped(lambda p: (p[0] * c - p[1] * s, p[0] * s + p[1] * c, p[2]))

    def mirrored(self) -> Self:
        """Its other hand, left for right."""
        turned = tuple(
            replace(face, points=tuple((-x, y, z) for x, y, z in reversed(face.points))) for face in self.faces
        )
        return replace(self, faces=turned)

    def _mapped(self, change: Callable[[Point], Point]) -> Self:
        faces = tuple(replace(face, points=tuple(change(point) for point in face.points)) for face in self.faces)
        return replace(self, faces=faces)


def group(parts: Iterable[Shape]) -> Shape:
    """Several shapes as one."""
    return Shape(tuple(face for part in parts for face in part.faces))


def box(width: float, height: float, depth: float, tone: float) -> Shape:
    """A block standing on the ground, centred over the origin, without its underside."""
    w, d = width / 2, depth / 2
    corners = [(-w, -d), (w, -d), (w, d), (-w, d)]
    sides = [
        Face(((a[0], 0, a[1]), (b[0], 0, b[1]), (b[0], height, b[1]), (a[0], height, a[1])), tone)
        for a, b in zip(corners, [*corners[1:], corners[0]], strict=True)
    ]
    return Shape((*sides, Face(tuple((x, height, z) for x, z in corners), tone)))


def loft(rings: Sequence[Sequence[Point]], tone: float) -> Shape:
    """A skin stretched over rings of equally many points, each ring clockwise as seen from behind (from -z)."""
    faces = [
        Face((back[i], back[(i + 1) % len(back)], front[(i + 1) % len(back)], front[i]), tone)
        for back, front in pairwise(rings)
        for i in range(len(back))
    ]
    return Shape((*faces, Face(tuple(reversed(rings[0])), tone), Face(tuple(rings[-1]), tone)))


def oval(z: float, width: float, height: float, middle: float = 0.0, points: int = 14) -> list[Point]:
    """A ring across the z axis: `width` and `height` are whole, `middle` lifts its centre."""
    turns = [2 * pi * i / points for i in range(points)]
    return [(sin(turn) * width / 2, middle + cos(turn) * height / 2, z) for turn in turns]


def turned(profile: Sequence[tuple[float, float]], tone: float, points: int = 14) -> Shape:
    """A body turned on the z axis from (z, radius) pairs: a boiler, a barrel, a spinner."""
    return loft([oval(z, radius * 2, radius * 2, points=points) for z, radius in profile], tone)


def disc(radius: float, tone: float, *, points: int = 18) -> Shape:
    """A flat wheel across the x axis, seen from both sides."""
    turns = [2 * pi * i / points for i in range(points)]
    rim: list[Point] = [(0.0, cos(turn) * radius, sin(turn) * radius) for turn in turns]
    return Shape((Face(tuple(rim), tone, lift=0.05, two_sided=True),))


def sheet(points: Sequence[Point], tone: float, lift: float = 0.0) -> Shape:
    """One face without thickness, seen from both sides: a sail, a marking, a window."""
    return Shape((Face(tuple(points), tone, lift, two_sided=True),))


def beam(start: Point, end: Point, thickness: float, tone: float) -> Shape:
    """A girder or pole between two points, as three crossed strips."""
    t = thickness / 2
    spreads: list[Point] = [(t, 0, 0), (0, t, 0), (0, 0, t)]
    return group(
        sheet(
            [
                (start[0] - s[0], start[1] - s[1], start[2] - s[2]),
                (start[0] + s[0], start[1] + s[1], start[2] + s[2]),
                (end[0] + s[0], end[1] + s[1], end[2] + s[2]),
                (end[0] - s[0], end[1] - s[1], end[2] - s[2]),
            ],
            tone,
        )
        for s in spreads
    )


def gable(width: float, height: float, depth: float, tone: float, *, eaves: float = 0.5) -> Shape:
    """A ridged roof over a block of that width and depth, ridge along x, resting at y = 0."""
    w, d, drop = width / 2 + eaves, depth / 2 + eaves, -height * eaves / max(depth / 2, 0.1)
    front: list[Point] = [(-w, drop, -d), (w, drop, -d), (w, height, 0), (-w, height, 0)]
    back: list[Point] = [(w, drop, d), (-w, drop, d), (-w, height, 0), (w, height, 0)]
    ends = [
        Face(((side, 0, depth / 2), (side, 0, -depth / 2), (side, height, 0)), tone * 1.3, two_sided=True)
        for side in (-width / 2, width / 2)
    ]
    return Shape((Face(tuple(front), tone, two_sided=True), Face(tuple(back), tone, two_sided=True), *ends))
