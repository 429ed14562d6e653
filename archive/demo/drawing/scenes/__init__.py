"""The scenes that can be drawn, by key."""

from collections.abc import Mapping

from archive.demo.drawing.scenes import air, gatherings, land, rail, town
from archive.demo.drawing.scenes.scene import Scene

TABLE: Mapping[str, Scene] = {**land.SCENES, **rail.SCENES, **air.SCENES, **town.SCENES, **gatherings.SCENES}
