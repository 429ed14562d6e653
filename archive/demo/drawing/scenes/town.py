"""Streets and roads: towns whole and ruined, markets, convoys, and people at rest."""

from functools import partial

from archive.demo.drawing.made import houses, ruins, vehicles
from archive.demo.drawing.nature.ground import plain, ribbon, ruts
from archive.demo.drawing.nature.karst import ranges
from archive.demo.drawing.nature.people import crowd, person
from archive.demo.drawing.nature.plants import grass, grove
from archive.demo.drawing.nature.skies import sky
from archive.demo.drawing.nature.smoke import dust, plume
from archive.demo.drawing.scenes.scene import Scene
from archive.demo.drawing.studio.plate import Plate
from archive.demo.drawing.studio.solids import beam, box, group, sheet


def street(plate: Plate, *, half: float = 5.5, start: float = 5.0, houses_a_side: int = 8) -> None:
    """Two rows of shophouses closing towards the distance."""
    rng = plate.rng
    ribbon(plate, [(0, 1), (0, 200)], half * 1.5, 158, strength=0.7)
    for index in reversed(range(houses_a_side)):
        for side in (-1, 1):
            z = start + index * 5.4 + rng.uniform(-0.3, 0.3)
            plate.build(houses.shophouse(rng).yawed(90 * side).moved(x=side * (half + 4.8), z=z))


def ruined_street(plate: Plate, *, half: float = 6.5) -> None:
    """What is left of a street: shells of houses and heaps across the roadway."""
    rng = plate.rng
    ribbon(plate, [(0, 1), (rng.uniform(-6, 6), 160)], half * 1.1, 160, strength=0.6)
    for index in reversed(range(6)):
        for side in (-1, 1):
            z = 9 + index * 9.5 + rng.uniform(-2, 2)
            x = side * (half + 4 + rng.uniform(-1, 2.5))
            plate.build(ruins.shell(plate.noise, rng).yawed(rng.uniform(-14, 14)).moved(x=x, z=z), wear=0.8)
            if index < 4:
                plate.build(ruins.rubble(rng, 5, 5, 44).moved(x=side * (half - 1.0), z=z - 3), wear=0.8)


def rising_smoke(plate: Plate, *, z: float, chance: float = 0.6) -> None:
    """A fire somewhere behind the houses."""
    if plate.rng.random() < chance:
        x = plate.rng.uniform(-0.5, 0.5) * plate.camera.span(z)
        plume(plate, (x, 4, z), rise=z * 0.3, drift=z * plate.rng.uniform(-0.2, 0.2), tone=110, density=0.6)


def bunker(plate: Plate) -> None:
    """A half-built pillbox in a street, with bags, planks and the people at work on it."""
    rng = plate.rng
    x, z = rng.uniform(-1.6, 1.6), rng.uniform(12, 14)
    plate.build(houses.pillbox(rng).yawed(rng.uniform(-25, 25)).moved(x=x, z=z))
    plate.build(
        vehicles.sandbags(rng, rng.uniform(4, 6), rng.choice((3, 4)))
        .yawed(rng.uniform(-12, 12))
        .moved(x=x + rng.choice((-3.2, 3.2)), z=z - 2.4)
    )
    planks = group(beam((i * 0.3, 0.1, 0), (i * 0.3 + rng.uniform(-0.6, 0.6), 0.3, 2.6), 0.14, 0.5) for i in range(6))
    plate.build(planks.moved(x=x - 3, z=z - 3.6))
    for pose, dress, load in (
        ("bending", "farmer", ""),
        ("carrying", "farmer", "yoke"),
        ("standing", "soldier", ""),
        ("waiting", "soldier", ""),
        ("walking", "farmer", "bundle"),
    ):
        spot = z - rng.uniform(1.8, 4.6)
        person(plate, rng.uniform(-0.8, 0.8) * plate.camera.span(spot), spot, pose=pose, dress=dress, load=load)


def convoy(plate: Plate, *, count: int) -> None:
    """Trucks coming down a winding road under their dust."""
    rng = plate.rng
    bend, side = rng.uniform(14, 34), rng.choice((-1, 1))

    def middle(z: float) -> float:
        return float(side * (3 * bend * (max(0.0, z - 6) / 150) ** 1.6 - 2.0))

    path = [(middle(z), z) for z in (1.5, 5, 8, 11, 14, 18, 22, 28, 34, 42, 50, 62, 75, 90, 110, 160, 240, 340)]
    ribbon(plate, path, 7.5, 178, strength=0.85)
    ruts(plate, path, 1.9, 120)
    for index in reversed(range(count)):
        z = 11 + index * 15
        dust(plate, middle(z), z + 8, width=9, height=3.2, density=0.5)
        plate.build(vehicles.truck(rng).yawed(side * (8 + index * 3.5)).moved(x=middle(z), z=z))


def stalls(plate: Plate, *, half: float) -> None:
    """Awnings, baskets and trestles along the kerb."""
    rng = plate.rng
    for z in sorted((rng.uniform(7, 32) for _ in range(9)), reverse=True):
        side = rng.choice((-1, 1))
        posts = group(beam((x, 0, d), (x, 2.2, d), 0.08, 0.2) for x in (-1, 1) for d in (-0.7, 0.7))
        awning = sheet([(-1.3, 2.1, -1), (1.3, 2.1, -1), (1.2, 2.6, 0.8), (-1.2, 2.6, 0.8)], rng.uniform(0.5, 0.9))
        table = box(2.0, 0.1, 0.9, 0.4).moved(y=0.75) + group(
            box(0.35, rng.uniform(0.15, 0.35), 0.35, rng.uniform(0.2, 0.8)).moved(x, 0.85)
            for x in (-0.7, -0.25, 0.25, 0.7)
        )
        plate.build((posts + table + awning).yawed(90 * side).moved(x=side * half, z=z))


HILLS = partial(ranges, nearest=800, farthest=2600, count=2, height=130)

SCENES = {
    "town_ruins": Scene(
        "A town in ruins: broken walls with empty windows, rubble on both sides of a cleared street.",
        (
            sky,
            HILLS,
            partial(plain, tone=122, contrast=0.9, far=700),
            partial(rising_smoke, z=120),
            ruined_street,
            partial(
                crowd,
                count=6,
                near=9,
                far=40,
                left=-0.35,
                right=0.35,
                poses=("walking", "carrying", "standing"),
                loads=("bundle", "yoke", ""),
            ),
        ),
        eye=(1.8, 4.5),
        horizon=(0.4, 0.52),
        focal=(0.95, 1.2),
    ),
    "street_bunker": Scene(
        "Labourers and soldiers build a low bunker of brick and sandbags in a town street.",
        (
            sky,
            HILLS,
            partial(plain, tone=120, contrast=0.7, far=700),
            partial(street, half=7.5, start=8),
            bunker,
        ),
        eye=(1.6, 2.2),
        horizon=(0.36, 0.44),
        focal=(1.3, 1.55),
    ),
    "convoy_road": Scene(
        "A convoy of army trucks raises dust on a winding road between limestone hills.",
        (
            sky,
            partial(ranges, nearest=420, farthest=2600, count=4, height=120, gap=0.25),
            partial(plain, tone=112, contrast=0.8, far=390),
            partial(grove, count=22, near=24, far=160, clear=0.3, height=5, kinds=("tree", "scrub", "scrub")),
            partial(convoy, count=6),
            partial(grass, height=0.09),
        ),
        eye=(2.6, 5),
        horizon=(0.38, 0.5),
        focal=(1.05, 1.35),
        reach=(700, 1600),
    ),
    "market_street": Scene(
        "A market street between arcaded shophouses, with stalls, awnings and people under sun hats.",
        (
            sky,
            HILLS,
            partial(plain, tone=130, contrast=0.5, far=700),
            partial(street, half=5.2, start=5),
            partial(stalls, half=3.4),
            partial(
                crowd,
                count=24,
                near=7,
                far=38,
                left=-0.5,
                right=0.5,
                poses=("walking", "standing", "carrying", "waiting"),
                loads=("", "yoke", "bundle", "umbrella", "case"),
            ),
        ),
        eye=(2.2, 3.6),
        horizon=(0.4, 0.5),
        focal=(1.0, 1.25),
    ),
}
