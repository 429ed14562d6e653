"""People as small figures: a pose, a dress, a load. Upright in manner, never comic, never a likeness."""

from PIL import Image, ImageChops, ImageFilter

from archive.demo.drawing.nature.dress import DRESSES, HATS, Dress
from archive.demo.drawing.nature.loads import LOADS
from archive.demo.drawing.nature.poses import POSES, Pose
from archive.demo.drawing.studio.camera import Pixel
from archive.demo.drawing.studio.cutouts import Cutout, stand
from archive.demo.drawing.studio.plate import Plate

SKIN, HAIR, SHOES = 112.0, 36.0, 34.0


def person(
    plate: Plate,
    x: float,
    z: float,
    *,
    pose: str,
    dress: str,
    height: float = 1.64,
    load: str = "",
    y: float = 0.0,
    shadow: float = 0.55,
) -> None:
    """One person with the feet at (x, z) metres and `y` above the ground, turned left, right or away by chance."""
    rng = plate.rng
    cutout = Cutout(height * 1.5, height * 1.22, plate.camera.scale(z))
    facing = rng.choice((-1, 1))
    Body(cutout, POSES[pose], DRESSES[dress](rng), height, facing).draw(away=rng.random() < 0.3)
    if load:
        LOADS[load](cutout, POSES[pose], height, facing, rng)
    _soften(plate, cutout)
    stand(plate, cutout, x, z, y=y, shadow=shadow)


class Body:
    """One figure being drawn on its cut-out."""

    def __init__(self, cutout: Cutout, pose: Pose, dress: Dress, height: float, facing: int) -> None:
        self.cutout, self.pose, self.dress, self.height, self.facing = cutout, pose, dress, height, facing
        self.bulk = 1.0 + 0.25 * max(0.0, 1.4 - height)
        """Children are broader for their height, and their heads larger."""

    def draw(self, *, away: bool) -> None:
        neck = self.pose.neck
        self._legs()
        self._arm((neck[0] - 0.06, neck[1] - 0.05), self.pose.arms[0])
        self._torso()
        self._arm((neck[0] + 0.06, neck[1] - 0.05), self.pose.arms[1])
        self._head(away=away)

    def _at(self, joint: Pixel) -> Pixel:
        return joint[0] * self.height * self.facing, joint[1] * self.height

    def _legs(self) -> None:
        h = self.height
        for (knee, foot), shade in zip(self.pose.legs, (0.8, 1.0), strict=True):
            joints = [self._at(self.pose.hip), self._at(knee), self._at(foot)]
            self.cutout.stroke(joints, h * 0.08 * self.bulk, self.dress.trousers * shade)
            self.cutout.stroke([joints[2], self._at((foot[0] + 0.045, foot[1] - 0.005))], h * 0.034, SHOES)

    def _arm(self, shoulder: Pixel, bend: tuple[Pixel, Pixel]) -> None:
        h, joints = self.height, [self._at(shoulder), self._at(bend[0]), self._at(bend[1])]
        self.cutout.stroke(joints, h * 0.056 * self.bulk, self.dress.jacket * 0.84)
        self.cutout.ellipse(joints[2], h * 0.042, h * 0.042, SKIN)

    def _torso(self) -> None:
        h, dress = self.height, self.dress
        (nx, ny), (hx, hy) = self._at(self.pose.neck), self._at(self.pose.hip)
        shoulder, waist = h * 0.108 * self.bulk, h * 0.084 * self.bulk
        hem = h * (0.22 if dress.skirt else 0.06)
        outline = [(nx - shoulder, ny - h * 0.055), (nx - shoulder * 0.7, ny - h * 0.015), (nx, ny)]
        outline += [(nx + shoulder * 0.7, ny - h * 0.015), (nx + shoulder, ny - h * 0.055)]
        outline += [(hx + waist, hy), (hx + waist * 1.15, hy - hem), (hx - waist * 1.15, hy - hem), (hx - waist, hy)]
        self.cutout.polygon(outline, dress.jacket)
        self.cutout.stroke([(nx, ny - h * 0.02), (hx, hy)], h * 0.006, dress.jacket * 0.78)
        self.cutout.stroke(
            [(hx - waist * 0.85, hy + h * 0.02), (hx + waist * 0.85, hy + h * 0.02)], h * 0.012, dress.jacket * 0.7
        )

    def _head(self, *, away: bool) -> None:
        """Hair, and a face in the shade of its brow unless the figure looks away."""
        x, y = self._at(self.pose.head)
        wide, tall = self.height * 0.086 * self.bulk, self.height * 0.118 * self.bulk
        self.cutout.stroke([self._at(self.pose.neck), (x, y)], self.height * 0.048, SKIN * 0.75)
        self.cutout.ellipse((x, y), wide, tall, HAIR)
        if not away:
            turn = wide * 0.1 * self.facing
            self.cutout.ellipse((x + turn, y - tall * 0.1), wide * 0.8, tall * 0.78, SKIN)
            self.cutout.ellipse((x + turn, y + tall * 0.06), wide * 0.74, tall * 0.36, SKIN * 0.84)
        HATS[self.dress.hat](self.cutout, x, y + tall * 0.28, wide, self.facing)


def _soften(plate: Plate, cutout: Cutout) -> None:
    """Folds and wear in the cloth, and no hard line between one part and the next."""
    size = cutout.tone.size
    cloth = Image.blend(Image.new("L", size, 128), plate.noise.field(size, window=0.35, stretch=0.6), 0.4)
    soft = cutout.tone.filter(ImageFilter.GaussianBlur(max(0.6, size[1] / 260)))
    cutout.tone = ImageChops.overlay(soft, cloth)


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
