"""Which published sizes may go out, by how much of a photograph the public may see.

Whoever serves pixels asks here: a page, the picture's address, an image service.
"""

from __future__ import annotations

from archive.images.specs import CARD, COVER, PYRAMID, SPECS, Spec
from archive.vocabulary.exposure import Exposure

SMALL = (CARD,)
"""What “a small picture only” means: enough to find and recognise a print by, not enough to reproduce it."""


def allowed_specs(exposure: Exposure) -> tuple[Spec, ...]:
    """The published sizes the public may have, the largest last; none where no picture may be shown."""
    if exposure >= Exposure.FULL:
        return tuple(SPECS.values())
    return SMALL if exposure == Exposure.SMALL else ()


def needed_for(spec: str) -> Exposure:
    """How much of a photograph must be public before the derivative of this name may go out.

    A cover shows less than a card; what is cut from a pyramid is bounded by `largest_allowed`.
    """
    return Exposure.SMALL if spec in {CARD.name, COVER.name, PYRAMID} else Exposure.FULL


def largest_allowed(exposure: Exposure) -> tuple[int, int] | None:
    """The box in pixels, width by height, that no picture sent out may exceed; None where there is no bound.

    (0, 0) says that no picture may go out at all.
    """
    if exposure >= Exposure.FULL:
        return None
    return max(((spec.width, spec.height) for spec in allowed_specs(exposure)), default=(0, 0))
