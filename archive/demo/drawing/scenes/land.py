"""Open country: hills, rivers, fields, and the boats and bridges on the rivers."""

from functools import partial

from archive.demo.drawing.made import boats, bridges, vehicles
from archive.demo.drawing.nature.ground import paddies, plain, ragged_plain
from archive.demo.drawing.nature.karst import ranges
from archive.demo.drawing.nature.people import crowd, person
from archive.demo.drawing.nature.plants import grass, grove, treeline
from archive.demo.drawing.nature.skies import sky
from archive.demo.drawing.nature.water import river
from archive.demo.drawing.scenes.scene import Scene
from archive.demo.drawing.studio.plate import Plate
from archive.demo.drawing.studio.solids import Shape


def sailing(plate: Plate, *, near: float, far: float, junks: int, sampans: int) -> None:
    """Boats on the water, spread over its depth."""
    rng = plate.rng
    fleet = [(boats.junk, rng.uniform(near * 1.3, far)) for _ in range(junks)]
    fleet += [(boats.sampan, rng.uniform(near, far * 0.6)) for _ in range(sampans)]
    for kind, z in sorted(fleet, key=lambda boat: -boat[1]):
        x = rng.uniform(-0.8, 0.8) * plate.camera.span(z)
        afloat(plate, kind(rng).yawed(rng.choice((0, 180)) + rng.uniform(-40, 40)).moved(x, -0.25, z))


def afloat(plate: Plate, shape: Shape) -> None:
    """A boat over its own dark reflection."""
    plate.build(shape.scaled(1, -0.75, 1), wear=0.2, shadow=0)
    plate.build(shape, shadow=0)


def broken_bridge(plate: Plate, *, z: float) -> None:
    """A railway bridge of three or four spans, one of them in the river."""
    rng, span = plate.rng, 26.0
    spans = rng.choice((3, 4))
    start, deck = -spans * span / 2 + rng.uniform(-8, 8), 9.0
    lost, end = rng.randrange(1, spans - 1) if spans > 3 else 1, rng.choice((-1, 1))
    turn = rng.uniform(-24, 24)
    for index in range(spans + 1):
        plate.build(bridges.pier(deck).moved(x=start + index * span).yawed(turn).moved(z=z), shadow=0)
    for index in range(-1, spans + 1):
        steel = bridges.fallen(span, 6.0, deck + 1.5, end) if index == lost else bridges.truss(span, 6.0)
        plate.build(steel.moved(x=start + index * span, y=deck + 0.5).yawed(turn).moved(z=z), shadow=0)


def pontoons(plate: Plate, *, z: float) -> None:
    """A floating bridge across the stream with trucks on it."""
    rng, spans = plate.rng, 26
    turn = rng.choice((-1, 1)) * rng.uniform(38, 58)
    road = bridges.floating_road(spans).moved(x=-spans * 2.3).yawed(turn).moved(z=z)
    plate.build(road.scaled(1, -0.5, 1), wear=0, shadow=0)
    plate.build(road, shadow=0)
    for index in sorted(range(-2, 3), key=lambda i: -i * (1 if turn < 0 else -1)):
        truck = vehicles.truck(rng).yawed(90).moved(x=index * 17 + rng.uniform(-3, 3), y=1.2).yawed(turn).moved(z=z)
        plate.build(truck, shadow=0)


def bank(plate: Plate, *, share: float = 0.14, tone: float = 92) -> None:
    """The near bank, over the lowest `share` of the picture, with people waiting on it."""
    rng, camera = plate.rng, plate.camera
    edge = camera.distance(camera.height * (1 - share))
    ragged_plain(plate, tone=tone, contrast=0.7, far=edge)
    for _ in range(rng.randint(2, 4)):
        pose, load = rng.choice((("waiting", ""), ("carrying", "yoke"), ("standing", "bundle"), ("squatting", "")))
        x = rng.uniform(-0.8, 0.8) * camera.span(edge)
        person(plate, x, edge * rng.uniform(0.9, 0.97), pose=pose, dress="farmer", load=load)


SCENES = {
    "karst_river": Scene(
        "Limestone hills stand in ranges above a broad river that mirrors them.",
        (
            sky,
            partial(ranges, nearest=900, farthest=4200, count=4, gap=0.4),
            partial(plain, tone=80, contrast=0.6, far=760),
            partial(treeline, z=480, height=14),
            partial(grove, count=26, near=190, far=420, height=11, kinds=("tree", "bamboo", "scrub")),
            partial(river, far=170, near=6),
            partial(sailing, near=40, far=150, junks=0, sampans=2),
            partial(grass, height=0.16),
        ),
        eye=(7, 14),
        horizon=(0.48, 0.62),
    ),
    "hills_valley": Scene(
        "A valley of small fields runs away between limestone hills.",
        (
            sky,
            partial(ranges, nearest=620, farthest=4200, count=4, gap=0.4, height=150),
            partial(plain, tone=92, contrast=0.5, far=560),
            partial(treeline, z=540, height=12),
            partial(paddies, nearest=16, farthest=520),
            partial(grove, count=34, near=70, far=480, clear=0.12, kinds=("tree", "bamboo", "scrub")),
            partial(
                crowd,
                count=5,
                near=30,
                far=80,
                poses=("bending", "carrying", "walking"),
                loads=("", "yoke"),
                dresses=("farmer",),
            ),
            partial(grass, height=0.13),
        ),
        eye=(10, 24),
        horizon=(0.32, 0.46),
    ),
    "karst_bridge_down": Scene(
        "A steel railway bridge lies broken in a river, one span fallen from its pier, hills behind.",
        (
            sky,
            partial(ranges, nearest=800, farthest=3200, count=3, gap=0.2),
            partial(plain, tone=84, contrast=0.6, far=700),
            partial(treeline, z=420, height=11),
            partial(grove, count=18, near=190, far=400, height=10),
            partial(river, far=170, near=12, calm=0.55),
            partial(broken_bridge, z=80),
            partial(sailing, near=30, far=60, junks=0, sampans=1),
            bank,
            partial(grass, height=0.1),
        ),
        eye=(6, 10),
        horizon=(0.46, 0.58),
        focal=(1.0, 1.25),
    ),
    "pontoon_crossing": Scene(
        "Army trucks cross a wide river on a bridge of pontoons.",
        (
            sky,
            partial(ranges, nearest=800, farthest=3200, count=3, gap=0.3, height=120),
            partial(plain, tone=90, contrast=0.6, far=700),
            partial(treeline, z=420, height=11),
            partial(grove, count=18, near=190, far=400, height=9),
            partial(river, far=150, near=8, calm=0.5),
            partial(pontoons, z=46),
            bank,
            partial(grass, height=0.08),
        ),
        eye=(6, 9),
        horizon=(0.36, 0.46),
    ),
    "river_junks": Scene(
        "Junks under battened sails and small boats lie on a still river.",
        (
            sky,
            partial(ranges, nearest=1100, farthest=4200, count=3, gap=0.25, height=130),
            partial(plain, tone=84, contrast=0.5, far=700),
            partial(treeline, z=430, height=12),
            partial(grove, count=16, near=260, far=420, height=9),
            partial(river, far=240, near=6, calm=0.62),
            partial(sailing, near=18, far=150, junks=4, sampans=4),
        ),
        eye=(4, 8),
        horizon=(0.42, 0.55),
    ),
}
