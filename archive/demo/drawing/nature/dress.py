"""What figures wear: tones of jacket and trousers, and hats by kind."""

from dataclasses import dataclass
from random import Random

from archive.demo.drawing.studio.cutouts import Cutout


@dataclass(frozen=True)
class Dress:
    """Tones of jacket and trousers, and what is on the head."""

    jacket: float
    trousers: float
    hat: str
    skirt: bool = False


def farmer(rng: Random) -> Dress:
    return Dress(rng.uniform(50, 175), rng.uniform(40, 95), rng.choice(("straw", "straw", "scarf", "bare")))


def townsman(rng: Random) -> Dress:
    return Dress(
        rng.uniform(45, 205), rng.uniform(35, 110), rng.choice(("bare", "bare", "cap", "brim")), rng.random() < 0.3
    )


def soldier(rng: Random) -> Dress:
    return Dress(rng.uniform(88, 120), rng.uniform(84, 112), rng.choice(("cap", "cap", "helmet")))


def airman(rng: Random) -> Dress:
    return Dress(
        rng.choice((62, 74, 132, 150)), rng.uniform(118, 150), rng.choice(("peaked", "peaked", "overseas", "bare"))
    )


DRESSES = {"farmer": farmer, "townsman": townsman, "soldier": soldier, "airman": airman}


def _straw(cutout: Cutout, x: float, y: float, wide: float, facing: int) -> None:
    cutout.polygon([(x - wide * 2.1, y - wide * 0.2), (x + wide * 2.1, y - wide * 0.2), (x, y + wide * 1.05)], 178)
    cutout.ellipse((x, y - wide * 0.2), wide * 4.2, wide * 0.36, 120)


def _cap(cutout: Cutout, x: float, y: float, wide: float, facing: int) -> None:
    cutout.polygon(
        [
            (x - wide * 0.62, y - wide * 0.2),
            (x + wide * 0.62, y - wide * 0.2),
            (x + wide * 0.5, y + wide * 0.5),
            (x - wide * 0.5, y + wide * 0.45),
        ],
        92,
    )
    cutout.polygon([(x, y - wide * 0.2), (x + facing * wide, y - wide * 0.3), (x + facing * wide * 0.4, y)], 60)


def _peaked(cutout: Cutout, x: float, y: float, wide: float, facing: int) -> None:
    cutout.ellipse((x, y + wide * 0.3), wide * 1.6, wide * 0.62, 104)
    cutout.ellipse((x + facing * wide * 0.3, y - wide * 0.08), wide * 1.05, wide * 0.26, 34)


def _overseas(cutout: Cutout, x: float, y: float, wide: float, facing: int) -> None:
    cutout.polygon(
        [
            (x - wide * 0.6, y - wide * 0.1),
            (x + wide * 0.6, y),
            (x + wide * 0.3, y + wide * 0.6),
            (x - wide * 0.5, y + wide * 0.5),
        ],
        100,
    )


def _helmet(cutout: Cutout, x: float, y: float, wide: float, facing: int) -> None:
    cutout.ellipse((x, y + wide * 0.05), wide * 1.45, wide * 1.1, 78)


def _brim(cutout: Cutout, x: float, y: float, wide: float, facing: int) -> None:
    cutout.ellipse((x, y - wide * 0.05), wide * 2.1, wide * 0.34, 84)
    cutout.ellipse((x, y + wide * 0.25), wide * 1.15, wide * 0.85, 96)


def _scarf(cutout: Cutout, x: float, y: float, wide: float, facing: int) -> None:
    cutout.ellipse((x - facing * wide * 0.1, y), wide * 1.2, wide * 0.95, 150)


def _bare(cutout: Cutout, x: float, y: float, wide: float, facing: int) -> None:
    cutout.ellipse((x - facing * wide * 0.06, y + wide * 0.08), wide * 1.04, wide * 0.62, 32)


HATS = {
    "straw": _straw, "cap": _cap, "peaked": _peaked, "overseas": _overseas,
    "helmet": _helmet, "brim": _brim, "scarf": _scarf, "bare": _bare,
}  # fmt: skip
