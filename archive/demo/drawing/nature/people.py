"""People as small figures: a pose is a set of joints, a dress a set of tones. Always upright in manner, never comic."""

from dataclasses import dataclass
from random import Random

from archive.demo.drawing.studio.cutouts import Cutout, stand
from archive.demo.drawing.studio.camera import Pixel
from archive.demo.drawing.studio.plate import Plate


@dataclass(frozen=True)
class Pose:
    """Joints for a body one unit tall, facing right: (x, y up). Limbs run body, bend, end."""

    hip: Pixel
    neck: Pixel
    head: Pixel
    legs: tuple[tuple[Pixel, Pixel], tuple[Pixel, Pixel]]
    arms: tuple[tuple[Pixel, Pixel], tuple[Pixel, Pixel]]


POSES = {
    "standing": Pose(
        (0, 0.5), (0.0, 0.83), (0.005, 0.92),
        (((-0.06, 0.26), (-0.065, 0.02)), ((0.055, 0.26), (0.06, 0.02))),
        (((-0.13, 0.65), (-0.12, 0.47)), ((0.13, 0.65), (0.125, 0.47))),
    ),
    "waiting": Pose(
        (0.01, 0.5), (0.0, 0.83), (0.02, 0.92),
        (((-0.05, 0.26), (-0.08, 0.02)), ((0.07, 0.27), (0.055, 0.02))),
        (((-0.15, 0.66), (-0.05, 0.55)), ((0.14, 0.66), (0.05, 0.56))),
    ),
    "walking": Pose(
        (0, 0.5), (0.03, 0.83), (0.05, 0.92),
        (((-0.03, 0.27), (-0.14, 0.05)), ((0.08, 0.28), (0.11, 0.02))),
        (((-0.08, 0.66), (-0.07, 0.5)), ((0.11, 0.66), (0.18, 0.54))),
    ),
    "carrying": Pose(
        (0, 0.49), (0.04, 0.81), (0.07, 0.9),
        (((-0.02, 0.26), (-0.12, 0.04)), ((0.09, 0.27), (0.1, 0.02))),
        (((0.1, 0.72), (0.13, 0.84)), ((-0.07, 0.62), (-0.12, 0.5))),
    ),
    "bending": Pose(
        (-0.08, 0.48), (0.13, 0.68), (0.2, 0.74),
        (((-0.05, 0.25), (-0.09, 0.02)), ((0.0, 0.25), (0.03, 0.02))),
        (((0.17, 0.5), (0.2, 0.32)), ((0.2, 0.52), (0.24, 0.34))),
    ),
    "squatting": Pose(
        (-0.07, 0.17), (0.0, 0.45), (0.04, 0.55),
        (((0.11, 0.3), (0.06, 0.02)), ((0.13, 0.28), (0.1, 0.02))),
        (((0.12, 0.3), (0.22, 0.24)), ((0.13, 0.32), (0.2, 0.2))),
    ),
    "sitting": Pose(
        (-0.04, 0.1), (-0.02, 0.42), (0.01, 0.52),
        (((0.14, 0.22), (0.2, 0.02)), ((0.17, 0.16), (0.26, 0.03))),
        (((0.05, 0.24), (0.14, 0.2)), ((0.09, 0.26), (0.16, 0.18))),
    ),
}  # fmt: skip


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
    return Dress(rng.uniform(45, 205), rng.uniform(35, 110), rng.choice(("bare", "bare", "cap", "brim")), rng.random() < 0.3)


def soldier(rng: Random) -> Dress:
    return Dress(rng.uniform(88, 120), rng.uniform(84, 112), rng.choice(("cap", "cap", "helmet")))


def airman(rng: Random) -> Dress:
    return Dress(rng.choice((62, 74, 132, 150)), rng.uniform(118, 150), rng.choice(("peaked", "peaked", "overseas", "bare")))


DRESSES = {"farmer": farmer, "townsman": townsman, "soldier": soldier, "airman": airman}


def person(
    plate: Plate, x: float, z: float, *, pose: str, dress: str, height: float = 1.64, load: str = "", y: float = 0.0
) -> None:
    """One person with the feet at (x, z) metres, facing left or right by chance."""
    worn = DRESSES[dress](plate.rng)
    cutout = Cutout(height * 1.5, height * 1.22, plate.camera.scale(z))
    facing = plate.rng.choice((-1, 1))
    _body(cutout, POSES[pose], worn, height, facing)
    if load:
        LOADS[load](cutout, POSES[pose], height, facing, plate.rng)
    stand(plate, cutout, x, z, y=y)


def _body(cutout: Cutout, pose: Pose, dress: Dress, height: float, facing: int) -> None:
    def at(joint: Pixel) -> Pixel:
        return joint[0] * height * facing, joint[1] * height

    skin = 142.0
    for index, (knee, foot) in enumerate(pose.legs):
        tone = dress.trousers * (0.8 if index == 0 else 1.0)
        cutout.stroke([at(pose.hip), at(knee), at(foot)], height * 0.082, tone)
        cutout.stroke([at(foot), at((foot[0] + 0.05, foot[1] - 0.005))], height * 0.035, 34)
    _arm(cutout, [at((pose.neck[0] - 0.06, pose.neck[1] - 0.05)), *map(at, pose.arms[0])], dress, height, skin)
    _torso(cutout, [at(pose.neck), at(pose.hip)], dress, height)
    _arm(cutout, [at((pose.neck[0] + 0.06, pose.neck[1] - 0.05)), *map(at, pose.arms[1])], dress, height, skin)
    cutout.stroke([at(pose.neck), at(pose.head)], height * 0.05, skin * 0.8)
    _head(cutout, at(pose.head), dress.hat, height, facing, skin)


def _arm(cutout: Cutout, joints: list[Pixel], dress: Dress, height: float, skin: float) -> None:
    cutout.stroke(joints, height * 0.058, dress.jacket * 0.86)
    cutout.ellipse(joints[-1], height * 0.045, height * 0.045, skin)


def _torso(cutout: Cutout, spine: list[Pixel], dress: Dress, height: float) -> None:
    (nx, ny), (hx, hy) = spine
    shoulder, waist = height * 0.115, height * 0.085
    hem = height * (0.26 if dress.skirt else 0.07)
    outline = [(nx - shoulder, ny - height * 0.045), (nx - shoulder * 0.4, ny), (nx + shoulder * 0.4, ny)]
    outline += [(nx + shoulder, ny - height * 0.045), (hx + waist, hy), (hx + waist * 1.15, hy - hem)]
    outline += [(hx - waist * 1.15, hy - hem), (hx - waist, hy)]
    cutout.polygon(outline, dress.jacket)
    cutout.stroke([(nx, ny - height * 0.02), (hx, hy)], height * 0.006, dress.jacket * 0.72)
    cutout.stroke([(hx - waist * 0.9, hy + height * 0.02), (hx + waist * 0.9, hy + height * 0.02)], height * 0.014, dress.jacket * 0.66)


def _head(cutout: Cutout, centre: Pixel, hat: str, height: float, facing: int, skin: float) -> None:
    x, y = centre
    wide, tall = height * 0.088, height * 0.122
    cutout.ellipse((x, y), wide, tall, 38)
    cutout.ellipse((x + wide * 0.1 * facing, y - tall * 0.1), wide * 0.78, tall * 0.78, skin)
    cutout.ellipse((x + wide * 0.14 * facing, y + tall * 0.02), wide * 0.56, tall * 0.13, skin * 0.68)
    cutout.ellipse((x + wide * 0.16 * facing, y - tall * 0.27), wide * 0.3, tall * 0.06, skin * 0.7)
    HATS[hat](cutout, x, y + tall * 0.28, wide, facing)


def _straw(cutout: Cutout, x: float, y: float, wide: float, facing: int) -> None:
    cutout.polygon([(x - wide * 2.1, y - wide * 0.2), (x + wide * 2.1, y - wide * 0.2), (x, y + wide * 1.05)], 178)
    cutout.ellipse((x, y - wide * 0.2), wide * 4.2, wide * 0.36, 120)


def _cap(cutout: Cutout, x: float, y: float, wide: float, facing: int) -> None:
    cutout.polygon([(x - wide * 0.62, y - wide * 0.2), (x + wide * 0.62, y - wide * 0.2), (x + wide * 0.5, y + wide * 0.5), (x - wide * 0.5, y + wide * 0.45)], 92)
    cutout.polygon([(x, y - wide * 0.2), (x + facing * wide, y - wide * 0.3), (x + facing * wide * 0.4, y)], 60)


def _peaked(cutout: Cutout, x: float, y: float, wide: float, facing: int) -> None:
    cutout.ellipse((x, y + wide * 0.3), wide * 1.6, wide * 0.62, 104)
    cutout.ellipse((x + facing * wide * 0.3, y - wide * 0.08), wide * 1.05, wide * 0.26, 34)


def _overseas(cutout: Cutout, x: float, y: float, wide: float, facing: int) -> None:
    cutout.polygon([(x - wide * 0.6, y - wide * 0.1), (x + wide * 0.6, y), (x + wide * 0.3, y + wide * 0.6), (x - wide * 0.5, y + wide * 0.5)], 100)


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


def _yoke(cutout: Cutout, pose: Pose, height: float, facing: int, rng: Random) -> None:
    """A shoulder pole with two baskets."""
    x, y = pose.neck[0] * height * facing, pose.neck[1] * height
    cutout.stroke([(x - height * 0.55, y - height * 0.05), (x, y + height * 0.01), (x + height * 0.55, y - height * 0.05)], height * 0.018, 66)
    for side in (-1, 1):
        basket = x + side * height * 0.54
        cutout.stroke([(basket, y - height * 0.05), (basket, height * 0.36)], height * 0.008, 60)
        cutout.ellipse((basket, height * 0.27), height * 0.26, height * 0.2, rng.uniform(86, 150))
        cutout.ellipse((basket, height * 0.35), height * 0.26, height * 0.07, 58)


def _bundle(cutout: Cutout, pose: Pose, height: float, facing: int, rng: Random) -> None:
    """A cloth bundle on the back."""
    x, y = (pose.neck[0] - 0.14) * height * facing, (pose.neck[1] - 0.12) * height
    cutout.ellipse((x, y), height * 0.24, height * 0.3, rng.uniform(90, 185))
    cutout.stroke([(x, y + height * 0.12), (pose.neck[0] * height * facing, pose.neck[1] * height - height * 0.08)], height * 0.02, 70)


def _case(cutout: Cutout, pose: Pose, height: float, facing: int, rng: Random) -> None:
    """A basket case in the hand."""
    x, y = pose.arms[1][1][0] * height * facing, pose.arms[1][1][1] * height
    cutout.polygon([(x - height * 0.1, y - height * 0.2), (x + height * 0.1, y - height * 0.2), (x + height * 0.1, y - height * 0.03), (x - height * 0.1, y - height * 0.03)], rng.uniform(60, 140))


def _umbrella(cutout: Cutout, pose: Pose, height: float, facing: int, rng: Random) -> None:
    """An oiled-paper umbrella against the sun."""
    x, y = pose.head[0] * height, height * 1.04
    cutout.stroke([(x, y), (pose.arms[1][1][0] * height * facing, pose.arms[1][1][1] * height)], height * 0.012, 50)
    cutout.polygon([(x - height * 0.36, y), (x + height * 0.36, y), (x + height * 0.16, y + height * 0.13), (x, y + height * 0.16), (x - height * 0.16, y + height * 0.13)], rng.uniform(60, 120))


LOADS = {"yoke": _yoke, "bundle": _bundle, "case": _case, "umbrella": _umbrella}


def crowd(
    plate: Plate,
    *,
    count: int,
    near: float,
    far: float,
    left: float = -1.0,
    right: float = 1.0,
    dresses: tuple[str, ...] = ("farmer", "townsman"),
    poses: tuple[str, ...] = ("standing", "walking", "waiting"),
    loads: tuple[str, ...] = ("", "", "bundle", "case"),
) -> None:
    """People scattered between two distances; `left` and `right` are shares of half the view."""
    rng = plate.rng
    for z in sorted((near * (far / near) ** rng.random() for _ in range(count)), reverse=True):
        x = rng.uniform(left, right) * plate.camera.span(z)
        height = rng.choice((1.68, 1.62, 1.56, 1.5, 1.05))
        person(plate, x, z, pose=rng.choice(poses), dress=rng.choice(dresses), height=height, load=rng.choice(loads))
