"""How fast pictures go out and are made, beside the programs that are known to be quick at it.

    make bench-images

Tiles of 256 pixels out of a scan of 24 megapixels, each asked for once in a round and in random order: Verso under
gunicorn, its gate asked for each, against IIPImage behind nginx on the same file. Smaller pictures against
vipsthumbnail. Peak memory of Verso's workers. What is not installed is left out and said so.
"""

from __future__ import annotations

import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(1, str(Path(__file__).resolve().parents[1] / "tests"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django

django.setup()

import psutil  # noqa: E402
import pyvips  # noqa: E402
from django.conf import settings  # noqa: E402

from archive.images.derive import derive, fitted, saved  # noqa: E402
from archive.images.pyramid import TILE, Pyramid, pyramid_at  # noqa: E402
from archive.images.specs import CARD, PUBLISHED, PYRAMID  # noqa: E402
from archive.models import Image  # noqa: E402
from bench.loading import Load, load  # noqa: E402
from bench.own_database import own_database  # noqa: E402
from bench.servers import Server, iipimage, verso  # noqa: E402

ROUNDS = 7
SCAN = (6000, 4000)
SMALL = 24


def draw(path: Path, width: int, height: int, seed: int) -> Path:
    """A scan with grain, as a JPEG."""
    grain = pyvips.Image.gaussnoise(width, height, mean=128, sigma=24, seed=seed).gaussblur(0.8)
    light = pyvips.Image.xyz(width, height).extract_band(0) * (90 / width)
    tones = (grain + light).cast("uchar")
    tones.bandjoin([tones, (tones * 0.9).cast("uchar")]).copy(interpretation="srgb").jpegsave(str(path), Q=90)
    return path


def tiles(pyramid: Pyramid) -> list[str]:
    """All whole tiles of all levels, as addresses after the picture's own."""
    found = []
    for number, level in enumerate(pyramid.levels):
        side = TILE << number
        for row in range(level.height // TILE):
            found += [f"/{column * side},{row * side},{side},{side}/{TILE},{TILE}/0/default.jpg"
                      for column in range(level.width // TILE)]  # fmt: skip
    random.Random(24).shuffle(found)
    return found


def bench_tiles(image: Image, media: Path, folder: Path) -> None:
    """The table of tiles, and the memory that it took."""
    path = settings.DERIVATIVES_ROOT / image.derivatives.get(spec=PYRAMID).path
    asked = tiles(pyramid_at(path))
    ours = [f"/iiif/3/{image.key}{tile}" for tile in asked]
    theirs = [f"/iiif/{path.relative_to(settings.DERIVATIVES_ROOT)}{tile}" for tile in asked]
    print(f"\n{len(asked)} tiles of {TILE} pixels out of {image.width} x {image.height}, {ROUNDS} rounds by turns")
    print(
        f"{'':20s} {'connections':>11s} {'tiles/s':>8s} {'median ms':>10s} {'p95 ms':>8s} {'processor ms a tile':>20s}"
    )
    with verso(media, workers=2) as server, iipimage(settings.DERIVATIVES_ROOT, folder) as other:
        for connections in (1, 4):
            rounds: list[tuple[Round, Round | None]] = []
            for _round in range(ROUNDS):
                beside = measured(other, theirs, connections) if other else None
                rounds.append((measured(server, ours, connections), beside))
            row("Verso, gunicorn", connections, [mine for mine, _other in rounds])
            row("IIPImage, nginx", connections, [beside for _mine, beside in rounds if beside])
        load(server.port, [f"/iiif/3/{image.key}/full/{size}/{turn}/default.jpg" for size in ("max", "3000,")
                    for turn in (0, 90)] * 3, 4)  # fmt: skip
        workers = psutil.Process(server.processes[0]).children()
        peaks = [peak_of(worker.pid) for worker in workers]
        print("peak memory of the workers, after large pictures too:", ", ".join(f"{peak:.0f} MB" for peak in peaks))


Round = tuple[Load, float]
"""How a round went, and the processor's milliseconds for each tile."""


def measured(server: Server, paths: Sequence[str], connections: int) -> Round:
    """One round."""
    before = server.spent()
    went = load(server.port, paths, connections)
    return went, (server.spent() - before) / len(paths) * 1000


def row(name: str, connections: int, rounds: Sequence[Round]) -> None:
    """The median round of one server."""
    if not rounds:
        print(f"{name:20s} is not installed")
        return
    figures = [(one.rate, one.median, one.high, spent) for one, spent in rounds]
    rate, median, high, spent = (statistics.median(column) for column in zip(*figures, strict=True))
    print(f"{name:20s} {connections:11d} {rate:8.0f} {median:10.2f} {high:8.2f} {spent:20.2f}")


def peak_of(pid: int) -> float:
    """The most memory a process has had, in megabytes."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def rate(act: Callable[[], object], count: int) -> float:
    """The best of three runs, in pictures a second."""
    times = []
    for _run in range(3):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return count / min(times)


def bench_small(folder: Path) -> None:
    """The table of smaller pictures."""
    masters = [draw(folder / f"{n}.jpg", 3000, 2000, n) for n in range(SMALL)]
    out = folder / "out"
    everything = rate(
        lambda: [derive(one, name=f"{one.stem:0>64}", specs=PUBLISHED.values(), root=out) for one in masters], SMALL
    )
    pyramids = sorted(out.rglob("*pyramid.tif"))
    print(f"\n{SMALL} pictures of 6 megapixels, in one process, pictures a second (best of three)")
    print(f"{'all that Verso makes of a master':44s} {everything:8.1f}")
    ours = rate(lambda: [card(one, folder / f"{one.stem}.webp") for one in pyramids], SMALL)
    print(f"{'Verso, a card out of the pyramid':44s} {ours:8.1f}")
    theirs = {"vipsthumbnail, a card out of the pyramid": pyramids, "vipsthumbnail, a card out of the master": masters}
    program = shutil.which("vipsthumbnail")
    for name, files in theirs.items() if program else ():
        command = [str(program), *map(str, files), "--size", f"{CARD.width}x{CARD.height}", "--output",
                   f"{folder}/%s-theirs.webp[Q={CARD.quality},effort=2,strip]"]  # fmt: skip
        there = rate(lambda command=command: subprocess.run(command, check=True), SMALL)
        print(f"{name:44s} {there:8.1f}   Verso is {ours / there:.2f} of it")
    if not program:
        print("vipsthumbnail is not installed")


def card(pyramid: Path, target: Path) -> None:
    """A card as `derive` makes it."""
    level = pyramid_at(pyramid)
    saved(fitted(pyramid, *CARD.fit(level.width, level.height)), CARD, target)


def main() -> None:
    from factories import make_photo
    from pictures import bring_in

    with tempfile.TemporaryDirectory() as name, own_database():
        folder = Path(name)
        media = folder / "media"
        settings.MEDIA_ROOT = media
        settings.MASTERS_ROOT, settings.DERIVATIVES_ROOT = media / "masters", media / "derivatives"
        image = bring_in(draw(folder / "scan.jpg", *SCAN, 1), make_photo())
        bench_tiles(image, media, folder)
        bench_small(folder)


if __name__ == "__main__":
    main()
