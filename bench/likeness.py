"""How well copies are recognised: `PICTURES=1000 .venv/bin/python bench/likeness.py`, a table.

Draws so many different prints, alters a hundred of them in each of six ways, and asks which of all prints each looks
like, by the rule of `archive.images.likeness`. Then the other way round: how many prints that nobody copied are
said to look like another.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from archive.demo.drawing import draw_print
from archive.images import likeness

PHOTOS = Path(__file__).resolve().parents[1] / "archive" / "demo" / "data" / "photos.json"
COPIES = 100
MEGAPIXELS = 0.08
_64_BITS = (1 << 64) - 1

lots = random.Random(1944)


def cut(picture: Image.Image, most: float) -> Image.Image:
    """With up to this part cut off at each edge."""
    width, height = picture.size
    left, top, right, bottom = (lots.uniform(0, most) for _edge in range(4))
    return picture.crop((int(width * left), int(height * top), int(width * (1 - right)), int(height * (1 - bottom))))


def saved(picture: Image.Image) -> Image.Image:
    """Saved again as a poor JPEG."""
    data = BytesIO()
    picture.convert("RGB").save(data, "JPEG", quality=lots.randint(30, 75))
    return Image.open(data)


def smaller(picture: Image.Image) -> Image.Image:
    """Made smaller."""
    part = lots.uniform(0.3, 0.8)
    return picture.resize((int(picture.width * part), int(picture.height * part)))


ALTERED: dict[str, Callable[[Image.Image], Image.Image]] = {
    "saved again": saved,
    "made smaller": smaller,
    "flatter and lighter": lambda picture: picture.convert("L").point(lambda value: int(30 + value * 0.75)),
    "edges cut, up to 4 %": lambda picture: cut(picture, 0.04),
    "edges cut, up to 8 %": lambda picture: cut(picture, 0.08),
    "all of it, cut up to 5 %": lambda picture: saved(smaller(cut(picture, 0.05))),
}


def cells_of(picture: Image.Image) -> bytes:
    """The sketch of a picture."""
    box = Image.Resampling.BOX
    return picture.convert("L").resize((likeness.WIDTH, likeness.HEIGHT), box).tobytes()


def hashes_of(cells: bytes) -> tuple[int, int]:
    """As `archive_sketch` has them."""
    summed = likeness.Cells(cells)
    return likeness.difference_hash(summed, likeness.WHOLE), likeness.difference_hash(summed, likeness.INNER)


def looks_like(cells: bytes, sketches: list[bytes], hashes: list[tuple[int, int]], but: int = -1) -> list[int]:
    """Which of the prints are shown to a person as alike, by the rule that the archive follows."""
    asked = likeness.hashes_of_cuts(likeness.Cells(cells))
    near = []
    for at, pair in enumerate(hashes):
        bits = min(((one ^ other) & _64_BITS).bit_count() for one in asked for other in pair)
        if bits <= likeness.FARTHEST and at != but:
            near.append((bits, at))
    return [
        at
        for _bits, at in sorted(near)[: likeness.NEAREST]
        if likeness.closeness(cells, sketches[at]) >= likeness.ALIKE
    ]


def main() -> None:
    count = int(os.environ.get("PICTURES", "1000"))
    scenes = sorted({row["scene"] for row in json.loads(PHOTOS.read_text(encoding="utf-8")) if "scene" in row})
    begun = time.monotonic()
    prints = [
        draw_print(scenes[at % len(scenes)], seed=5000 + at * 37, megapixels=MEGAPIXELS, landscape=at % 4 != 0)
        for at in range(count)
    ]
    print(f"{count} prints drawn in {time.monotonic() - begun:.0f} s")
    sketches = [cells_of(picture) for picture in prints]
    hashes = [hashes_of(cells) for cells in sketches]
    chosen = lots.sample(range(count), min(COPIES, count))
    print(f"{'copy':28} {'recognised':>12} {'others named':>14}")
    for name, alter in ALTERED.items():
        found = {at: looks_like(cells_of(alter(prints[at])), sketches, hashes) for at in chosen}
        right = sum(at in alike for at, alike in found.items())
        wrong = sum(len(set(alike) - {at}) for at, alike in found.items())
        print(f"{name:28} {right:>5} of {len(chosen):<4} {wrong:>12}")
    falsely = sum(bool(looks_like(sketches[at], sketches, hashes, but=at)) for at in chosen)
    print(f"{'no copy (false alarms)':28} {falsely:>5} of {len(chosen)}")


if __name__ == "__main__":
    main()
