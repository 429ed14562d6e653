"""People together: children, families on the road, airmen, bearers of stores."""

from functools import partial

from archive.demo.drawing.made import houses, vehicles
from archive.demo.drawing.nature.ground import plain
from archive.demo.drawing.nature.people import crowd, person
from archive.demo.drawing.nature.plants import grass, grove
from archive.demo.drawing.nature.skies import sky
from archive.demo.drawing.nature.smoke import plume
from archive.demo.drawing.scenes.scene import Scene
from archive.demo.drawing.scenes.town import HILLS, street
from archive.demo.drawing.studio.plate import Plate
from archive.demo.drawing.studio.solids import beam, box, group


def children(plate: Plate) -> None:
    """A few children together in the middle of a street, the houses behind them out of their way."""
    rng = plate.rng
    count, z = rng.choice((3, 4, 5)), rng.uniform(4.6, 5.6)
    for index in range(count):
        x = (index - (count - 1) / 2) * rng.uniform(0.5, 0.7)
        pose = rng.choice(("standing", "waiting", "standing", "squatting"))
        person(plate, x, z + rng.uniform(-0.3, 0.3), pose=pose, dress="townsman", height=rng.uniform(1.0, 1.28))


def hearth(plate: Plate) -> None:
    """A cooking fire on the ground, its pot, and the people round it."""
    rng = plate.rng
    x, z = rng.uniform(-0.4, 0.4), rng.uniform(3.2, 3.8)
    for back, side in ((1.3, -0.6), (1.0, 0.9)):
        person(
            plate,
            x + side,
            z + back,
            pose=rng.choice(("sitting", "squatting")),
            dress="farmer",
            height=rng.choice((1.2, 1.6)),
        )
    stones = group(box(0.22, 0.16, 0.2, 0.4).moved(x + a, 0, z + b) for a, b in ((-0.25, 0), (0.25, 0.05), (0, 0.25)))
    pot = vehicles.drum(0.12).scaled(0.9, 0.36, 0.9).moved(x, 0.16, z)
    sticks = group(beam((x, 0.06, z), (x + a, 0.03, z - 0.4 + abs(a) / 3), 0.05, 0.14) for a in (-0.5, -0.2, 0.3, 0.55))
    plate.build(stones + sticks + pot)
    plume(plate, (x, 0.5, z), rise=2.6, drift=rng.choice((-1, 1)) * rng.uniform(0.5, 1.4), tone=225, density=0.5)
    person(plate, x + rng.choice((-0.85, 0.85)), z - 0.25, pose="squatting", dress="farmer", height=1.55)


def camp(plate: Plate) -> None:
    """Mats, bundles and carts of families on the road."""
    rng = plate.rng
    for z in sorted((rng.uniform(8, 20) for _ in range(5)), reverse=True):
        x = rng.uniform(-0.9, 0.9) * plate.camera.span(z)
        plate.build(vehicles.cart(rng).yawed(rng.uniform(0, 180)).moved(x=x, z=z))


def group_portrait(plate: Plate) -> None:
    """Two rows of airmen before a tent or a hut, the front row sitting on the ground."""
    rng = plate.rng
    plate.build(
        houses.hut(rng).moved(x=rng.uniform(-2, 2), z=12)
        if rng.random() < 0.5
        else vehicles.litter_tent(9, 8).moved(x=rng.uniform(-1, 1), z=9.5)
    )
    z, back, front = rng.uniform(4.8, 5.5), rng.randint(5, 7), rng.randint(3, 5)
    for index in range(back):
        pose = rng.choice(("standing", "waiting", "standing"))
        person(
            plate,
            (index - (back - 1) / 2) * 0.62,
            z + rng.uniform(0.5, 0.7),
            pose=pose,
            dress="airman",
            height=rng.uniform(1.68, 1.82),
        )
    for index in range(front):
        person(
            plate,
            (index - (front - 1) / 2) * 0.85,
            z - 0.3,
            pose=rng.choice(("squatting", "sitting")),
            dress="airman",
            height=1.74,
        )


def supplies(plate: Plate) -> None:
    """Crates of stores beside a truck and a tent, with bearers."""
    rng = plate.rng
    side = rng.choice((-1, 1))
    plate.build(vehicles.litter_tent(6, 9).moved(x=-side * rng.uniform(4, 6), z=rng.uniform(15, 18)))
    plate.build(
        vehicles.truck(rng).yawed(side * rng.uniform(25, 60)).moved(x=side * rng.uniform(3, 4.5), z=rng.uniform(12, 14))
    )
    plate.build(vehicles.crates(rng, 6, 2.6).moved(x=-side * rng.uniform(0, 1.5), z=rng.uniform(8, 9)))
    for _ in range(6):
        z = rng.uniform(7.2, 11)
        pose, dress = rng.choice(
            (("standing", "airman"), ("bending", "soldier"), ("walking", "soldier"), ("carrying", "farmer"))
        )
        person(
            plate,
            rng.uniform(-0.75, 0.75) * plate.camera.span(z),
            z,
            pose=pose,
            dress=dress,
            load="yoke" if pose == "carrying" else "",
        )


SCENES = {
    "children_street": Scene(
        "Children stand together in the middle of a street of arcaded houses.",
        (
            sky,
            HILLS,
            partial(plain, tone=126, contrast=0.6, far=700),
            partial(street, half=5.5, start=9, houses_a_side=7),
            partial(crowd, count=6, near=14, far=34, left=-0.5, right=0.5),
            children,
        ),
        eye=(1.0, 1.3),
        horizon=(0.4, 0.48),
        focal=(1.15, 1.4),
    ),
    "cooking_fire": Scene(
        "A family on the road sits round a cooking fire, their carts and bundles behind them.",
        (
            sky,
            HILLS,
            partial(plain, tone=118, contrast=0.8, far=700),
            partial(grove, count=12, near=25, far=80, height=7, clear=0.2),
            camp,
            partial(crowd, count=5, near=9, far=22, poses=("sitting", "standing", "squatting")),
            hearth,
            partial(grass, height=0.05),
        ),
        eye=(1.1, 1.4),
        horizon=(0.36, 0.44),
        focal=(1.15, 1.35),
    ),
    "portrait_group": Scene(
        "Airmen in two rows pose for the photographer in front of their quarters.",
        (
            sky,
            HILLS,
            partial(plain, tone=136, contrast=0.6, far=700),
            partial(grove, count=10, near=24, far=60, height=8, clear=0.3),
            group_portrait,
        ),
        eye=(1.4, 1.7),
        horizon=(0.38, 0.46),
        focal=(1.25, 1.5),
    ),
    "hospital_supplies": Scene(
        "Crates marked with a cross are unloaded from a truck in front of a tent.",
        (
            sky,
            HILLS,
            partial(plain, tone=128, contrast=0.6, far=700),
            partial(grove, count=14, near=30, far=90, height=9, clear=0.1),
            supplies,
            partial(grass, height=0.04),
        ),
        eye=(1.6, 2.1),
        horizon=(0.36, 0.44),
        focal=(1.35, 1.6),
    ),
}
