"""Drawn stand-ins for period prints: a recto for each scene, a verso with its slip.

No historical photograph is in the demonstration. Everything here is drawn by rule from a seed, so that the same seed
gives the same picture, and every file says that it is an illustration.
"""

from collections.abc import Mapping

from archive.demo.drawing.files import save_jpeg
from archive.demo.drawing.prints import draw_print
from archive.demo.drawing.scenes import TABLE
from archive.demo.drawing.verso.slips import draw_slip
from archive.demo.drawing.verso.typewriter import SlipLine

SCENES: Mapping[str, str] = {key: scene.description for key, scene in TABLE.items()}
"""Scene key to a plain description of what is drawn, for alternative text."""

__all__ = ["SCENES", "SlipLine", "draw_print", "draw_slip", "save_jpeg"]
