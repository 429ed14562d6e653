"""A press camera on a plain: metres in (x right, y up, z away), pixels out. Level, its back shifted for pitch."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Point: TypeAlias = tuple[float, float, float]
Pixel: TypeAlias = tuple[float, float]

NEAR = 0.4


@dataclass(frozen=True)
class Camera:
    """`eye`: height above the ground in metres. `horizon`: its line in pixels from the top. `focal` in pixels."""

    width: int
    height: int
    eye: float
    horizon: float
    focal: float

    def scale(self, z: float) -> float:
        """Pixels per metre at a distance."""
        return self.focal / z

    def project(self, point: Point) -> Pixel:
        x, y, z = point
        return self.width / 2 + self.focal * x / z, self.horizon + self.focal * (self.eye - y) / z

    def outline(self, points: Sequence[Point]) -> list[Pixel]:
        """A polygon on the plate, cut off where it comes too near the lens; empty when nothing is left."""
        return [self.project(point) for point in _before_the_lens(points)]

    def row(self, z: float) -> float:
        """The picture row on which the ground at distance `z` lies."""
        return self.horizon + self.focal * self.eye / z

    def distance(self, row: float) -> float:
        """The distance of the ground seen in a picture row below the horizon."""
        return self.focal * self.eye / max(1e-3, row - self.horizon)

    def span(self, z: float) -> float:
        """Half the width in view at a distance, in metres."""
        return self.width / 2 / self.scale(z)

    def plane(self, height: float, texels: float, origin: Pixel, top: float = 0.0) -> tuple[float, ...]:
        """Coefficients for `Image.transform(PERSPECTIVE)` that lay a texture on the level plane at `height` metres.

        `texels` is the texture's pixels per metre, `origin` the texel under the camera, `top` the picture row at which
        the result begins. In homogeneous form a row below the horizon divides what lies in it.
        """
        reach, base = texels * (self.eye - height), 1 / (top - self.horizon)
        left, start = origin
        return (
            reach * base,
            left * base,
            left - reach * base * self.width / 2,
            0.0,
            start * base,
            start + reach * base * self.focal,
            0.0,
            base,
        )


def _before_the_lens(points: Sequence[Point]) -> Iterable[Point]:
    for start, end in zip(points, [*points[1:], points[0]], strict=True):
        if start[2] >= NEAR:
            yield start
        if (start[2] >= NEAR) != (end[2] >= NEAR):
            share = (NEAR - start[2]) / (end[2] - start[2])
            yield start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]), NEAR
