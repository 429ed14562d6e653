"""The railway: stations, engines, and the people who left by it."""

from functools import partial

from archive.demo.drawing.made import houses, trains, vehicles
from archive.demo.drawing.nature.ground import plain, ribbon
from archive.demo.drawing.nature.karst import ranges
from archive.demo.drawing.nature.people import crowd, person
from archive.demo.drawing.nature.plants import grass, grove
from archive.demo.drawing.nature.skies import sky
from archive.demo.drawing.nature.smoke import plume
from archive.demo.drawing.scenes.scene import Scene
from archive.demo.drawing.studio.plate import Plate
from archive.demo.drawing.studio.solids import box, group


def rails(plate: Plate, *, x: float, start: float = 1.0) -> None:
    """A track running straight away from the viewer over its ballast."""
    ribbon(plate, [(x, start), (x, 500)], 3.6, 96, strength=0.75)
    plate.build(trains.track(260, start).moved(x=x), shadow=0)


def standing_train(plate: Plate, *, x: float, start: float, wagons: int, engine: bool) -> None:
    """A train on the track at `x`, its engine, if it has one, nearest to the viewer. Drawn from the far end."""
    rng = plate.rng
    first = start + (17.5 if engine else 0)
    for index in reversed(range(wagons)):
        kind = rng.choice((trains.boxcar, trains.boxcar, trains.flatcar))
        plate.build(kind(rng).moved(x=x, z=first + index * 9.6))
        if kind is trains.boxcar and rng.random() < 0.7:
            roof_riders(plate, x, first + index * 9.6)
    if engine:
        steam(plate, x, start)
        plate.build(trains.locomotive().moved(x=x, z=start))


def roof_riders(plate: Plate, x: float, z: float) -> None:
    """People who found room only on the roof."""
    rng = plate.rng
    for spot in sorted((rng.uniform(0.8, 8.2) for _ in range(rng.randint(2, 5))), reverse=True):
        pose, side = rng.choice(("sitting", "squatting", "sitting")), rng.uniform(-0.9, 0.9)
        person(plate, x + side, z + spot, y=3.55, pose=pose, dress=rng.choice(("farmer", "townsman")), shadow=0)


def steam(plate: Plate, x: float, start: float) -> None:
    """Smoke from the chimney and steam about the cylinders."""
    rng = plate.rng
    plume(
        plate,
        (x, 4.1, start + 1.6),
        rise=rng.uniform(7, 13),
        drift=rng.choice((-1, 1)) * rng.uniform(4, 10),
        tone=rng.choice((90, 150, 225)),
    )
    plume(plate, (x, 0.6, start + 1.2), rise=2.2, drift=rng.choice((-3, 3)), tone=235, density=0.55)


def platform(plate: Plate, *, side: int, start: float, people: int) -> None:
    """A platform beside the track with its roof and those who wait on it."""
    rng, x = plate.rng, 4.4 * side
    stone = box(4.6, 0.9, 140, 0.6).moved(x=x, z=70.5)
    plate.build(stone)
    plate.build(houses.canopy(46).moved(x=x + 0.4 * side, y=0.9, z=start + 22), shadow=0)
    for z in sorted((start + 2 + 70 * rng.random() ** 2 for _ in range(people)), reverse=True):
        pose = rng.choice(("standing", "waiting", "sitting", "squatting", "walking"))
        spot, load = x + rng.uniform(-1.6, 1.6), rng.choice(("", "", "bundle", "case", "umbrella"))
        person(plate, spot, z, y=0.9, pose=pose, dress=rng.choice(("farmer", "townsman", "soldier")), load=load)


def belongings(plate: Plate, *, x: float, near: float, far: float, heaps: int) -> None:
    """Bundles, boxes and furniture set down beside the line."""
    for z in sorted((plate.rng.uniform(near, far) for _ in range(heaps)), reverse=True):
        things = group([vehicles.crates(plate.rng, 3, 1.0).scaled(0.75, 0.75, 0.75)])
        plate.build(things.yawed(plate.rng.uniform(-40, 40)).moved(x=x + plate.rng.uniform(-1.5, 1.5), z=z))


def station_hall(plate: Plate, *, x: float, z: float) -> None:
    """The station building beside the line, facing it."""
    side = 1 if x > 0 else -1
    plate.build(houses.station(plate.rng).yawed(78 * side).moved(x=x, z=z))


SCENES = {
    "railway_station": Scene(
        "A country railway station: people wait with their bundles beside a standing train.",
        (
            sky,
            partial(ranges, nearest=900, farthest=2600, count=2, height=120),
            partial(plain, tone=112, contrast=0.6, far=800),
            partial(grove, count=12, near=70, far=200, clear=0.4, height=9),
            partial(station_hall, x=17, z=44),
            partial(rails, x=-5.2),
            partial(rails, x=-0.6),
            partial(standing_train, x=-5.2, start=13, wagons=8, engine=False),
            partial(platform, side=1, start=7, people=26),
            partial(belongings, x=-2.6, near=9, far=18, heaps=2),
            partial(
                crowd,
                count=5,
                near=8,
                far=26,
                left=-0.55,
                right=-0.15,
                poses=("walking", "waiting", "carrying"),
                loads=("bundle", "yoke", "case"),
            ),
        ),
        eye=(2.6, 3.6),
        horizon=(0.36, 0.48),
        focal=(1.0, 1.3),
    ),
    "train_engine": Scene(
        "A steam locomotive stands under its own smoke at the head of a train.",
        (
            sky,
            partial(ranges, nearest=700, farthest=2600, count=3, height=120),
            partial(plain, tone=104, contrast=0.8, far=600),
            partial(grove, count=14, near=50, far=160, clear=0.35, height=8),
            partial(rails, x=2.2),
            partial(rails, x=-2.8),
            partial(standing_train, x=-2.8, start=8.5, wagons=6, engine=True),
            partial(crowd, count=6, near=8, far=24, left=-0.1, right=0.8, dresses=("townsman", "soldier"), loads=("",)),
            partial(grass, height=0.06),
        ),
        eye=(1.5, 2.3),
        horizon=(0.44, 0.56),
        focal=(1.0, 1.25),
    ),
    "refugees_by_train": Scene(
        "Families with bundles stand along a goods train, others have found room on the wagon roofs.",
        (
            sky,
            partial(ranges, nearest=900, farthest=2600, count=2, height=130),
            partial(plain, tone=116, contrast=0.8, far=800),
            partial(grove, count=10, near=60, far=150, clear=0.4, height=8),
            partial(rails, x=3.2),
            partial(rails, x=-3.4),
            partial(standing_train, x=-3.4, start=8, wagons=8, engine=False),
            partial(belongings, x=0.5, near=8, far=22, heaps=5),
            partial(
                crowd,
                count=20,
                near=6.5,
                far=40,
                left=-0.2,
                right=0.75,
                poses=("standing", "waiting", "squatting", "sitting", "walking", "carrying"),
                loads=("", "bundle", "bundle", "yoke", "case"),
            ),
        ),
        eye=(1.8, 2.8),
        horizon=(0.4, 0.5),
        focal=(1.05, 1.3),
    ),
}
