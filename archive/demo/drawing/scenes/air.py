"""Airfields and aircraft."""

from functools import partial

from archive.demo.drawing.made import aircraft, houses, vehicles
from archive.demo.drawing.nature.ground import plain, ribbon
from archive.demo.drawing.nature.karst import ranges
from archive.demo.drawing.nature.people import crowd, person
from archive.demo.drawing.nature.plants import grass, grove
from archive.demo.drawing.nature.skies import sky
from archive.demo.drawing.nature.smoke import dust, plume
from archive.demo.drawing.scenes.scene import Scene
from archive.demo.drawing.studio.plate import Plate


def line_of_fighters(plate: Plate, *, count: int) -> None:
    """Fighters parked in echelon, the nearest large in the frame."""
    rng = plate.rng
    side, turn, step = rng.choice((-1, 1)), rng.uniform(118, 155), rng.uniform(10, 13)
    start = rng.uniform(13, 16)
    for index in reversed(range(count)):
        x = side * (-2.2 + index * step * 0.42)
        shape = aircraft.fighter(rng.uniform(0, 2)).yawed(side * turn)
        plate.build(shape.moved(x=x, z=start + index * step))


def ground_crew(plate: Plate, *, near: float, far: float, count: int) -> None:
    """Mechanics and pilots about the machines, with drums and crates."""
    rng = plate.rng
    spots = sorted((rng.uniform(near, far) for _ in range(count)), reverse=True)
    for z in spots:
        x = rng.uniform(-0.85, 0.85) * plate.camera.span(z)
        if rng.random() < 0.3:
            plate.build(vehicles.drum(rng.uniform(0.3, 0.6)).moved(x=x + 0.8, z=z))
        person(
            plate,
            x,
            z,
            pose=rng.choice(("standing", "waiting", "walking", "bending")),
            dress=rng.choice(("airman", "soldier")),
        )


def formation(plate: Plate) -> None:
    """One bomber large in the frame and others behind it, over whatever lies below."""
    rng, camera = plate.rng, plate.camera
    heading, bank = rng.choice((-1, 1)) * rng.uniform(52, 118), rng.choice((-1, 1)) * rng.uniform(13, 28)
    for index in reversed(range(rng.choice((1, 2, 3)))):
        z = rng.uniform(23, 27) + index * rng.uniform(26, 34)
        x = (rng.uniform(-0.12, 0.12) + index * rng.choice((-0.3, 0.34))) * camera.span(z)
        y = camera.eye + rng.uniform(1.0, 5.0) + index * rng.uniform(3, 6)
        shape = aircraft.bomber(rng.uniform(0, 2)).rolled(bank).pitched(rng.uniform(-2, 5)).yawed(heading)
        plate.build(shape.moved(x, y, z), shadow=0)


def country_below(plate: Plate) -> None:
    """Hills standing out of the morning mist, seen from the air."""
    plain(plate, tone=plate.air.haze - 14, contrast=0.12)
    nearest = plate.camera.distance(plate.camera.height * 1.06)
    ranges(plate, nearest=nearest, farthest=6500, count=5, height=nearest * 0.22)


def belly_landed(plate: Plate) -> None:
    """A bomber down in a field, with the furrow behind it and a guard beside it."""
    rng = plate.rng
    heading = rng.choice((-1, 1)) * rng.uniform(55, 125)
    x, z = rng.uniform(-1.5, 1.5), rng.uniform(17, 20)
    ribbon(plate, [(x - 2, z - 1), (x + 14 * (1 if heading < 0 else -1), z + 24)], 2.4, 70, strength=0.6)
    if rng.random() < 0.4:
        plume(plate, (x, 2.0, z + 1), rise=14, drift=rng.uniform(-8, 8), tone=96, density=0.7)
    plate.build(aircraft.wreck().yawed(heading).moved(x=x, z=z))
    for _ in range(rng.randint(2, 5)):
        spot = z - rng.uniform(4.5, 7.5)
        person(
            plate,
            rng.uniform(-0.8, 0.8) * plate.camera.span(spot),
            spot,
            pose=rng.choice(("standing", "waiting")),
            dress=rng.choice(("soldier", "airman")),
        )


def field_buildings(plate: Plate, *, z: float) -> None:
    """Huts and tents along the far side of the field."""
    rng = plate.rng
    for index in range(rng.randint(3, 6)):
        x = rng.uniform(-1, 1) * plate.camera.span(z)
        shape = houses.hut(rng) if index % 2 else vehicles.litter_tent()
        plate.build(shape.yawed(rng.uniform(-20, 20)).moved(x=x, z=z + rng.uniform(-15, 30)))


def tower(plate: Plate) -> None:
    """The control tower with a jeep and a windsock at its foot."""
    rng = plate.rng
    side = rng.choice((-1, 1))
    plate.build(houses.windsock(rng).moved(x=-side * rng.uniform(7, 10), z=34))
    plate.build(
        houses.control_tower(rng)
        .yawed(side * rng.uniform(18, 34))
        .moved(x=side * rng.uniform(1, 4), z=rng.uniform(25, 29))
    )
    plate.build(
        vehicles.jeep(rng).yawed(rng.uniform(40, 130)).moved(x=-side * rng.uniform(1, 5), z=rng.uniform(14, 18))
    )
    person(plate, -side * rng.uniform(0, 2), 13.5, pose="waiting", dress="airman")


def parked_far(plate: Plate, *, z: float, count: int) -> None:
    """Fighters on the far side of the strip."""
    for index in range(count):
        x = (index - count / 2 + plate.rng.uniform(-0.2, 0.2)) * 14
        plate.build(aircraft.fighter().yawed(plate.rng.uniform(140, 170)).moved(x=x, z=z))


def strip(plate: Plate) -> None:
    """The pale gravel of the runway."""
    lean = plate.rng.uniform(-60, 60)
    ribbon(plate, [(0, 1), (lean, 700)], 42, 168, strength=0.7)


SCENES = {
    "airfield_fighters": Scene(
        "Single-seat fighters are parked in line on a gravel airfield, with their crews about them.",
        (
            sky,
            partial(ranges, nearest=1000, farthest=3600, count=3, height=130),
            partial(plain, tone=136, contrast=0.45, far=900),
            strip,
            partial(field_buildings, z=170),
            partial(line_of_fighters, count=5),
            partial(ground_crew, near=11, far=30, count=7),
            partial(grass, height=0.04),
        ),
        eye=(1.7, 2.8),
        horizon=(0.42, 0.54),
        focal=(1.0, 1.3),
    ),
    "bomber_in_flight": Scene(
        "A twin-engined bomber flies over limestone country, with cloud about it.",
        (partial(sky, weathers=("cumulus", "high_cloud")), country_below, formation),
        eye=(240, 420),
        horizon=(0.5, 0.72),
        reach=(2200, 4200),
        focal=(1.2, 1.5),
    ),
    "crashed_bomber": Scene(
        "A twin-engined bomber lies on its belly in a field, guarded by soldiers.",
        (
            sky,
            partial(ranges, nearest=800, farthest=3000, count=3, height=120),
            partial(plain, tone=112, contrast=0.8, far=700),
            partial(grove, count=14, near=60, far=160, height=8),
            belly_landed,
            partial(grass, height=0.1),
        ),
        eye=(1.8, 3.2),
        horizon=(0.36, 0.48),
        focal=(1.05, 1.3),
    ),
    "control_tower": Scene(
        "The timber control tower of a forward airfield, with a jeep at its foot and a windsock behind.",
        (
            sky,
            partial(ranges, nearest=1100, farthest=3600, count=3, height=130),
            partial(plain, tone=138, contrast=0.5, far=900),
            partial(field_buildings, z=150),
            partial(parked_far, z=75, count=4),
            partial(dust, x=20, z=110, width=30, height=4),
            tower,
            partial(crowd, count=3, near=14, far=30, dresses=("airman",), loads=("",)),
            partial(grass, height=0.05),
        ),
        eye=(1.6, 2.4),
        horizon=(0.62, 0.72),
        focal=(1.05, 1.3),
    ),
}
