"""The published sizes. No other size is ever made, whatever an address asks for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Spec:
    """A named size: the box a picture is made to fit, in pixels, never cropped and never enlarged; and its format."""

    name: str
    width: int
    height: int
    format: str
    suffix: str
    content_type: str
    quality: int

    @cached_property
    def file_name(self) -> str:
        """What stands last in its address."""
        return f"{self.name}.{self.suffix}"

    def fit(self, width: int, height: int) -> tuple[int, int]:
        """The size of a picture of this width and height when made to fit."""
        scale = min(self.width / width, self.height / height, 1)
        return max(1, round(width * scale)), max(1, round(height * scale))


CARD = Spec("card", 900, 440, "WEBP", "webp", "image/webp", 78)
VIEW = Spec("view", 1100, 1100, "WEBP", "webp", "image/webp", 80)
PAGE = Spec("page", 1800, 1350, "WEBP", "webp", "image/webp", 80)
LARGE = Spec("large", 3200, 3200, "JPEG", "jpg", "image/jpeg", 85)

COVER = Spec("cover", 600, 440, "JPEG", "jpg", "image/jpeg", 70)
"""What stands in place of a picture that may distress: some patches of its light and dark, nothing to make out."""

SPECS = {spec.file_name: spec for spec in (CARD, VIEW, PAGE, LARGE)}
"""The sizes at which a picture is shown."""
PUBLISHED = SPECS | {COVER.file_name: COVER}
"""All that has an address of its own; tiles are cut from the pyramid, which has none."""

PYRAMID = "pyramid"
DERIVED = frozenset({PYRAMID, *(spec.name for spec in PUBLISHED.values())})
"""The names of all that is made of a master."""
