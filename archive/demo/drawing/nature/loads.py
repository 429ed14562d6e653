"""What figures carry: shoulder poles, bundles, cases, umbrellas."""

from random import Random

from archive.demo.drawing.nature.poses import Pose
from archive.demo.drawing.studio.cutouts import Cutout


def _yoke(cutout: Cutout, pose: Pose, height: float, facing: int, rng: Random) -> None:
    """A shoulder pole with two baskets."""
    x, y = pose.neck[0] * height * facing, pose.neck[1] * height
    cutout.stroke(
        [(x - height * 0.55, y - height * 0.05), (x, y + height * 0.01), (x + height * 0.55, y - height * 0.05)],
        height * 0.018,
        66,
    )
    for side in (-1, 1):
        basket = x + side * height * 0.54
        cutout.stroke([(basket, y - height * 0.05), (basket, height * 0.36)], height * 0.008, 60)
        cutout.ellipse((basket, height * 0.27), height * 0.26, height * 0.2, rng.uniform(86, 150))
        cutout.ellipse((basket, height * 0.35), height * 0.26, height * 0.07, 58)


def _bundle(cutout: Cutout, pose: Pose, height: float, facing: int, rng: Random) -> None:
    """A cloth bundle on the back."""
    x, y = (pose.neck[0] - 0.14) * height * facing, (pose.neck[1] - 0.12) * height
    cutout.ellipse((x, y), height * 0.22, height * 0.27, rng.uniform(70, 135))
    cutout.stroke(
        [(x, y + height * 0.12), (pose.neck[0] * height * facing, pose.neck[1] * height - height * 0.08)],
        height * 0.02,
        70,
    )


def _case(cutout: Cutout, pose: Pose, height: float, facing: int, rng: Random) -> None:
    """A basket case in the hand."""
    x, y = pose.arms[1][1][0] * height * facing, pose.arms[1][1][1] * height
    cutout.polygon(
        [
            (x - height * 0.1, y - height * 0.2),
            (x + height * 0.1, y - height * 0.2),
            (x + height * 0.1, y - height * 0.03),
            (x - height * 0.1, y - height * 0.03),
        ],
        rng.uniform(60, 140),
    )


def _umbrella(cutout: Cutout, pose: Pose, height: float, facing: int, rng: Random) -> None:
    """An oiled-paper umbrella against the sun."""
    x, y = pose.head[0] * height, height * 1.04
    cutout.stroke([(x, y), (pose.arms[1][1][0] * height * facing, pose.arms[1][1][1] * height)], height * 0.012, 50)
    cutout.polygon(
        [
            (x - height * 0.36, y),
            (x + height * 0.36, y),
            (x + height * 0.16, y + height * 0.13),
            (x, y + height * 0.16),
            (x - height * 0.16, y + height * 0.13),
        ],
        rng.uniform(60, 120),
    )


LOADS = {"yoke": _yoke, "bundle": _bundle, "case": _case, "umbrella": _umbrella}
