"""What a scene is: the words for it, where the camera stands, and the layers painted back to front."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from archive.demo.drawing.studio.plate import Plate

Layer: TypeAlias = Callable[[Plate], None]
Between: TypeAlias = tuple[float, float]


@dataclass(frozen=True)
class Scene:
    """`eye` in metres, `horizon` as a share of the picture from the top, `reach` of the air in metres: all from a
    range, chosen by the seed. `focal` is in picture heights."""

    description: str
    layers: tuple[Layer, ...]
    eye: Between = (1.6, 2.4)
    horizon: Between = (0.42, 0.52)
    reach: Between = (1400, 3500)
    focal: Between = (1.15, 1.5)
    sun: Between = (0.35, 0.75)
